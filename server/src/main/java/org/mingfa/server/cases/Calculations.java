package org.mingfa.server.cases;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Counting;
import org.mingfa.core.calendar.DueDate;
import org.mingfa.core.calendar.Instalments;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Parameter;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.Holidays;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** Sums that are tried out on a case (计算): what the case's law says as of a day. Nothing is kept, nothing enters the record. */
@Component
public class Calculations {

    private static final int LONGEST = 9999;
    private static final long MOST_MONEY = 10_000_000_000_000L;
    private static final int MOST_INSTALMENTS = 120;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final Pattern NAMED = Pattern.compile("latest\\('(?<act>[a-z-]+)'(?:, (?<kind>[a-z]+))?\\)\\.(?<field>[a-zA-Z]+)|\\b(?<of>[a-z]+)\\.(?<name>[a-z][A-Za-z0-9]*)");

    private final CaseFiles files;
    private final Holidays holidays;
    private final Clock clock;

    Calculations(CaseFiles files, Holidays holidays, Clock clock) {
        this.files = files;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** A period that the case's law knows. @param period such as {@code 15 nd} */
    public record Known(String name, String title, String period, String words, String cite) {}

    /** What a figure is made from: another figure, a parameter of the law, or the day. */
    public record Part(String title, Object value, String type, @Nullable String cite) {}

    /** A figure as of the day. @param onLabel the object that it is of; empty: the case */
    public record Sum(String name, String title, Object value, String type, String onLabel, String cite, List<Part> from) {}

    /** @param periods in the order of the packs @param figures money first */
    public record Found(LocalDate on, List<Known> periods, List<Sum> figures) {}

    /** @param steps the sum in Chinese, one step a line @param cite the articles of counting that it rests on */
    public record LastDay(String due, boolean provisional, List<String> steps, String cite) {}

    /** @param rest why the day is a rest day; null: it is none @param workday the next workday after a rest day */
    public record Instalment(int n, LocalDate day, long amount, @Nullable String rest, @Nullable LocalDate workday) {}

    /** Which periods the case's law knows, and all its figures as of a day: a past one as the case stood, one to come as it stands. */
    public Found of(CaseKey id, @Nullable LocalDate on) {
        CaseFile file = files.current(id).file();
        LocalDate today = LocalDate.now(clock);
        LocalDate day = on == null ? today : on;
        new Fields().check("/on", between(day), "应在 " + FIRST + " 和 " + LAST + " 之间").done();
        CaseFile then = day.isBefore(today) ? file.validAt(day) : file;
        return new Found(day, periods(file.procedure()), then.record().isEmpty() ? List.of() : figures(then, day));
    }

    private static List<Known> periods(Procedure procedure) {
        return procedure.parameters().stream().filter(p -> p.value() instanceof Period)
                .map(p -> new Known(p.name(), p.title(), p.value().toString(), ((Period) p.value()).title(), p.cite())).toList();
    }

    private static List<Sum> figures(CaseFile file, LocalDate day) {
        Map<String, Object> ofCase = file.figures(day);
        List<Sum> out = new ArrayList<>(new Subject(file, null, "", "", ofCase, ofCase, day).sums());
        for (CaseFile.ObjectState o : file.objects()) {
            if (o.alive()) {
                out.addAll(new Subject(file, o.kind(), o.id(), o.label(), file.figures(day, o.kind(), o.id()), ofCase, day).sums());
            }
        }
        out.sort(Comparator.comparing(s -> !s.type().equals("money")));
        return out;
    }

    /** The case, or one of its objects, with its figures of the day. */
    private record Subject(
            CaseFile file, @Nullable String kind, String id, String label, Map<String, Object> values, Map<String, Object> ofCase, LocalDate day) {

        List<Sum> sums() {
            return file.procedure().figures().stream().filter(f -> Objects.equals(f.on(), kind) && values.get(f.name()) != null)
                    .map(f -> new Sum(f.name(), f.title(), Objects.requireNonNull(values.get(f.name())), f.type(), label, f.cite(), parts(f))).toList();
        }

        private List<Part> parts(Procedure.Figure figure) {
            Set<Part> out = new LinkedHashSet<>();
            for (MatchResult named : NAMED.matcher(figure.text()).results().toList()) {
                String act = named.group("act");
                Part part = act == null ? named(named.group("of"), named.group("name")) : entered(act, named.group("kind"), named.group("field"));
                if (part != null) {
                    out.add(part);
                }
            }
            return List.copyOf(out);
        }

        private @Nullable Part named(String of, String name) {
            if (of.equals("act") && name.equals("date")) {
                return new Part("计算日", day.toString(), "date", null);
            }
            if (of.equals("params")) {
                return file.procedure().parameters().stream().filter(p -> p.name().equals(name)).map(Calculations::part).findFirst().orElse(null);
            }
            boolean mine = of.equals(kind);
            Object value = mine ? values.get(name) : of.equals("case") ? ofCase.get(name) : null;
            return value == null ? null
                    : file.procedure().figures().stream().filter(f -> f.name().equals(name) && Objects.equals(f.on(), mine ? kind : null))
                            .map(f -> new Part(f.title(), value, f.type(), f.cite())).findFirst().orElse(null);
        }

        /** What the last act of this code says that stands. */
        private @Nullable Part entered(String code, @Nullable String on, String field) {
            ActSpec spec = file.procedure().act(code);
            Entry last = file.entries().reversed().stream().filter(e -> e.act().code().equals(code) && (on == null || id.equals(e.act().on().get(on))))
                    .filter(e -> file.stands(e.corrects() == null ? e.seq() : e.corrects())).findFirst().orElse(null);
            if (spec == null || last == null) {
                return null;
            }
            if (field.equals("date")) {
                return new Part(spec.title() + "的日期", last.act().at().date().toString(), "date", null);
            }
            Object value = last.act().form().get(field);
            return value == null || !(spec.form().get("properties") instanceof Map<?, ?> fields) || !(fields.get(field) instanceof Map<?, ?> schema) ? null
                    : new Part(spec.title() + "：" + schema.get("title"), value, String.valueOf(schema.get("format")), null);
        }
    }

    private static Part part(Parameter p) {
        return p.value() instanceof Period period ? new Part(p.title(), period.title(), "text", p.cite()) : new Part(p.title(), p.value(), p.type(), p.cite());
    }

    /** The last day of a period with its sum. @param strict whether a rest day at its end stays the end */
    public LastDay period(CaseKey id, @Nullable String from, @Nullable String period, boolean strict) {
        files.current(id);
        Moment start = start(from);
        Period length = length(period);
        if (length.unit() == Unit.H && start.time() == null) {
            throw Refused.invalid("/from", "按小时计算的，起算要写到时和分");
        }
        try {
            WorkCalendar calendar = holidays.calendar();
            DueDate due = Counting.due(start, length, strict, List.of(), List.of(), calendar);
            boolean rolled = !due.due().date().equals(due.unrolled());
            return new LastDay(due.due().toString(), due.provisional(), due.steps(), calendar.counting().cited(length, rolled));
        } catch (DateTimeException e) {
            throw Refused.invalid("/period", "算出来的日期超出范围");
        }
    }

    private static Moment start(@Nullable String from) {
        try {
            Moment start = Moment.parse(from == null ? "" : from);
            if (between(start.date())) {
                return start;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.invalid("/from", "应为日期（2026-09-23）或者日期和时间（2026-09-23T15:00）");
        }
        throw Refused.invalid("/from", "应在 " + FIRST + " 和 " + LAST + " 之间");
    }

    private static Period length(@Nullable String period) {
        try {
            Period length = Period.parse(period == null ? "" : period);
            if (length.n() <= (length.unit() == Unit.Y ? LONGEST / 100 : LONGEST)) {
                return length;
            }
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/period", "应为数目和单位，例如 15 nd（日）、7 wd（工作日）、6 m（月）、2 y（年）、24 h（小时）");
        }
        throw Refused.invalid("/period", "最多 " + LONGEST + "，以年计的最多 " + LONGEST / 100);
    }

    /**
     * A plan of instalments, by their number or by the size of each.
     *
     * @param amount 分
     * @param each 分
     */
    public List<Instalment> instalments(CaseKey id, @Nullable Long amount, @Nullable Integer count, @Nullable Long each, @Nullable LocalDate first, @Nullable Integer months) {
        files.current(id);
        int step = months == null ? 1 : months;
        new Fields().check("/amount", amount != null && amount > 0 && amount <= MOST_MONEY, "必填：大于零，不超过一千亿元")
                .check("/first", first != null && between(first), "必填：第一期的日期")
                .check("/months", step >= 1 && step <= 12, "每期相隔一至十二个月")
                .check("/count", (count == null) != (each == null), "期数和每期数额填一项").done();
        long whole = Objects.requireNonNull(amount);
        LocalDate from = Objects.requireNonNull(first);
        if (count != null) {
            new Fields().check("/count", count >= 1 && count <= MOST_INSTALMENTS && count <= whole, "一至 " + MOST_INSTALMENTS + " 期，每期不少于一分").done();
            return shown(Instalments.equal(whole, count, from, step));
        }
        long part = Objects.requireNonNull(each);
        new Fields().check("/each", part >= 1 && (whole + part - 1) / Math.max(1, part) <= MOST_INSTALMENTS, "每期数额过小：最多 " + MOST_INSTALMENTS + " 期").done();
        return shown(Instalments.each(whole, part, from, step));
    }

    private List<Instalment> shown(List<Instalments.Instalment> plan) {
        WorkCalendar calendar = holidays.calendar();
        List<Instalment> out = new ArrayList<>();
        for (Instalments.Instalment i : plan) {
            boolean rest = !calendar.isWorkday(i.day());
            out.add(new Instalment(out.size() + 1, i.day(), i.amount(), rest ? calendar.rest(i.day()) : null, rest ? calendar.nextWorkday(i.day()) : null));
        }
        return out;
    }

    private static boolean between(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
