package org.mingfa.core.discretion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether tables stay within the statute and the tables above them, and whether tiers cover the range without gap or overlap (27号 六). */
public final class TableChecks {

    /**
     * @param warning something to look at; else the table must not be used so
     * @param message one sentence in Chinese that names the table
     */
    public record Finding(boolean warning, String at, String message) {
        @Override
        public String toString() {
            return at + ": " + (warning ? "warning: " : "") + message;
        }
    }

    /**
     * What a range is measured in, for whom: sums are compared with sums, multiples with multiples of the same thing.
     *
     * @param of what stands before the number: 货值金额, 每平方米; empty for sums
     */
    private record Measure(String party, String of) {
        String whom() {
            return party.isEmpty() ? "" : "对" + party;
        }
    }

    private final Benchmarks all;
    private final List<Finding> findings = new ArrayList<>();

    private TableChecks(Benchmarks all) {
        this.all = all;
    }

    public static List<Finding> of(Benchmarks all) {
        return of(all, all.tables());
    }

    /** Of these only; the tables above them stand among {@code all}. */
    public static List<Finding> of(Benchmarks all, List<Table> tables) {
        var checks = new TableChecks(all);
        tables.forEach(checks::table);
        return List.copyOf(checks.findings);
    }

    private void table(Table t) {
        Map<Measure, List<Span>> statute = spans(t.statute());
        within(t, t.rows(), statute, "法定幅度（" + t.cite());
        upper(t);
        statute.forEach((measure, bounds) -> coverage(t, measure, bounds));
        weights(t);
    }

    private void upper(Table t) {
        if (t.upper().isEmpty()) {
            return;
        }
        Optional<Table> upper = all.tables().stream().filter(u -> u.code().equals(t.upper()) && u.inForce(t.from())).findFirst();
        if (upper.isEmpty()) {
            fault(t, "上级基准表“" + t.upper() + "”不存在或者在 " + t.from() + " 不施行");
            return;
        }
        if (upper.get().level().compareTo(t.level()) >= 0) {
            fault(t, "本表（" + t.level().title() + "）细化的“" + upper.get().code() + "”（" + upper.get().level().title() + "）不是上级的基准表");
        }
        for (Row row : t.rows()) {
            List<Row> same = upper.get().rows().stream().filter(u -> counterpart(u, row)).toList();
            List<Row> bounds = same.isEmpty() ? upper.get().rows().isEmpty() ? upper.get().statute() : upper.get().rows() : same;
            within(t, List.of(row), spans(bounds), "上级基准“" + upper.get().code() + "”" + (same.isEmpty() ? ""
                    : "“" + label(same.getFirst()) + "”档") + "的幅度（");
        }
    }

    private static boolean counterpart(Row upper, Row lower) {
        return !upper.grade().isEmpty() && upper.grade().equals(lower.grade())
                || upper.grade().isEmpty() && !upper.when().isEmpty() && lower.when().entrySet().containsAll(upper.when().entrySet());
    }

    /** @param what bounds them, with an open bracket for the bounds: 法定幅度（甲法 第一条 */
    private void within(Table t, List<Row> rows, Map<Measure, List<Span>> bounds, String what) {
        for (Row row : rows) {
            for (Sanction s : row.sanctions()) {
                Optional<Span> span = span(s);
                List<Span> outer = bounds.getOrDefault(measure(s), List.of());
                if (span.isPresent() && !outer.isEmpty() && !envelope(outer).holds(span.get())) {
                    fault(t, tier(row) + "的" + measure(s).whom() + "处" + fine(s) + "罚款超出" + what + (what.endsWith("（") ? "" : "：")
                            + measure(s).of() + envelope(outer).text() + "）");
                }
            }
        }
    }

    private void fault(Table t, String message) {
        findings.add(new Finding(false, t.at(), named(t) + message));
    }

    private static String named(Table t) {
        return "“" + Unreadable.shown(t.title()) + "”（" + t.code() + "）：";
    }

    private static String tier(Row row) {
        return row.grade().isEmpty() ? "“" + Unreadable.shown(row.name()) + "”" : row.id().isEmpty() ? "“" + row.grade() + "”档"
                : row.id() + "“" + row.grade() + "”档";
    }

    /** Without the floor and the cap, which are not compared. */
    private static String fine(Sanction s) {
        return Objects.requireNonNull(s.fine()).text().split("，", 2)[0];
    }

    private static String label(Row row) {
        return row.grade().isEmpty() ? row.name() : row.grade();
    }

    private void coverage(Table t, Measure measure, List<Span> bounds) {
        var tiers = new LinkedHashSet<Span>();
        t.rows().forEach(r -> r.sanctions().stream().filter(s -> measure(s).equals(measure)).forEach(s -> span(s).ifPresent(tiers::add)));
        if (tiers.isEmpty()) {
            return;
        }
        List<Span> sorted = tiers.stream().sorted(Comparator.comparing(Span::min).thenComparing(s -> s.max() == null ? s.min() : s.max())).toList();
        Span whole = envelope(bounds);
        if (sorted.getFirst().min().compareTo(whole.min()) > 0) {
            gap(t, measure, whole, whole.min(), sorted.getFirst().min());
        }
        Ratio reached = sorted.getFirst().min();
        for (Span s : sorted) {
            if (s.min().compareTo(reached) > 0) {
                gap(t, measure, s, reached, s.min());
            } else if (s.min().compareTo(reached) < 0 && s.max() != null && !s.max().equals(s.min()) && !sorted.getFirst().equals(s)) {
                Ratio end = reached.compareTo(s.max()) < 0 ? reached : s.max();
                warn(t, measure.whom() + measure.of() + s.show(s.min()) + "到" + s.show(end) + "之间有档次重叠");
            }
            reached = s.max() != null && s.max().compareTo(reached) > 0 ? s.max() : reached;
        }
        if (whole.max() != null && reached.compareTo(whole.max()) < 0) {
            gap(t, measure, whole, reached, whole.max());
        }
    }

    private void gap(Table t, Measure measure, Span s, Ratio from, Ratio to) {
        warn(t, measure.whom() + measure.of() + s.show(from) + "到" + s.show(to) + "之间没有档次");
    }

    private void warn(Table t, String message) {
        findings.add(new Finding(true, t.at(), named(t) + message));
    }

    private void weights(Table t) {
        Weights w = t.weights();
        if (w != null && w.most() == null && w.greatest().compareTo(Ratio.ONE) != 0) {
            warn(t, "各项最高权重之和是" + w.greatest().percent() + "，不是100%");
        }
    }

    private static Map<Measure, List<Span>> spans(List<Row> rows) {
        var spans = new LinkedHashMap<Measure, List<Span>>();
        rows.forEach(r -> r.sanctions().forEach(s -> span(s).ifPresent(x -> spans.computeIfAbsent(measure(s), k -> new ArrayList<>()).add(x))));
        return spans;
    }

    private static Measure measure(Sanction s) {
        return new Measure(s.party(), switch (s.fine()) {
            case Amount.Times t -> t.of();
            case Amount.PerUnit p -> "每" + p.per();
            case null, default -> "";
        });
    }

    private static Optional<Span> span(Sanction s) {
        return Span.of(s.fine());
    }

    private static Span envelope(List<Span> spans) {
        Ratio min = spans.stream().map(Span::min).min(Ratio::compareTo).orElseThrow();
        boolean open = spans.stream().anyMatch(s -> s.max() == null);
        return new Span(min, open ? null : spans.stream().map(s -> Objects.requireNonNull(s.max())).max(Ratio::compareTo).orElseThrow(),
                spans.getFirst().money());
    }
}
