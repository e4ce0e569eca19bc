package org.mingfa.core.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;

/** One example while it runs: acts given, then what must follow. */
final class ExampleRun {

    private static final Pattern LINE = Pattern.compile(
            "(?<code>[a-z][a-z0-9-]*)(?<args>(?: +[a-zA-Z]+=\\S+)*) +(?<at>\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d)?)(?: +(?<form>\\{.*\\}))?(?: +(?<tail>[^{}]+))?");
    private static final Pattern SWITCH = Pattern.compile("switch +(?<day>\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern AS_OF = Pattern.compile("(?<what>.*?) +as-of +(?<day>\\d{4}-\\d\\d-\\d\\d)");

    private final Fixtures fixtures;
    private final Coverage coverage;
    private final String title;
    private final List<PackProblem> failures = new ArrayList<>();
    private CaseFile file;

    /** @param versions day to the version that pending cases go over to by then */
    ExampleRun(
            Procedure procedure, WorkCalendar calendar, Fixtures fixtures, Coverage coverage, String title, Function<LocalDate, Procedure> versions) {
        this.fixtures = fixtures;
        this.coverage = coverage;
        this.title = title;
        this.file = CaseFile.start(procedure, fixtures.info(), calendar, coverage, a -> versions.apply(Switching.on(a)));
    }

    List<PackProblem> failures() {
        return failures;
    }

    private void fail(Doc d, String message) {
        failures.add(d.problem("「" + title + "」 " + d.text() + ": " + message));
    }

    private record Line(Act act, Registry registry, String tail) {}

    void given(Doc d) {
        if (switched(d, d.text())) {
            return;
        }
        Line line = line(d, d.text());
        String tail = line.tail();
        if (!List.of("", "irregular", "late").contains(tail)) {
            throw d.fault("a given act ends with nothing, irregular or late, not '" + tail + "'");
        }
        Examination e = file.examine(line.act(), line.registry());
        if (!e.open() && !tail.equals("irregular")) {
            fail(d, "is barred: " + barring(e));
        }
        if (e.open() && tail.equals("irregular")) {
            fail(d, "is marked irregular but nothing bars it");
        }
        Mode mode = tail.equals("irregular") ? Mode.IRREGULAR : tail.equals("late") ? Mode.LATE : Mode.NOW;
        file = file.with(new Entry(file.record().size() + 1L, line.act(), line.registry(), Instant.EPOCH, mode, null));
    }

    /** {@code switch DAY}: the case goes over to the version of that day for which pending cases switch. */
    private boolean switched(Doc d, String text) {
        Matcher m = SWITCH.matcher(text.strip());
        if (!m.matches()) {
            return false;
        }
        LocalDate day = moment(d, m.group("day")).date();
        Transition to = new Transition("", "", day, "", d.file(), d.line());
        try {
            file = file.with(new Entry(
                    file.record().size() + 1L, Switching.act("", day, List.of(to)), Registry.EMPTY, Instant.EPOCH, Mode.NOW, null));
        } catch (IllegalArgumentException | IllegalStateException none) {
            throw d.fault(String.valueOf(none.getMessage()));
        }
        return true;
    }

    private static String barring(Examination e) {
        return e.findings().stream()
                .filter(f -> f.severity() == Severity.BAR)
                .map(f -> f.rule() + " (" + f.message() + ")")
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    void then(Doc d) {
        String text = d.text();
        if (text.startsWith("do: ")) {
            if (switched(d, text.substring(4))) {
                return;
            }
            Line line = line(d, text.substring(4));
            file = file.with(new Entry(file.record().size() + 1L, line.act(), line.registry(), Instant.EPOCH, Mode.NOW, null));
            return;
        }
        Matcher asOf = AS_OF.matcher(text);
        if (asOf.matches() && !LINE.matcher(text).matches()) {
            state(d, asOf.group("what").strip(), LocalDate.parse(asOf.group("day")));
            return;
        }
        Line line = line(d, text);
        Examination e = file.examine(line.act(), line.registry());
        verdict(d, line.tail(), e);
    }

    private void verdict(Doc d, String tail, Examination e) {
        List<String> words = List.of(tail.split(" +"));
        if (tail.equals("open")) {
            if (!e.open()) {
                fail(d, "expected open, but barred by " + barring(e));
            }
        } else if (tail.startsWith("barred by ")) {
            words.subList(2, words.size()).forEach(id -> expect(d, e, id.replace(",", ""), true));
        } else if (tail.startsWith("finding ")) {
            expect(d, e, words.get(1), false);
        } else if (tail.startsWith("no finding ")) {
            if (e.findings().stream().anyMatch(f -> f.rule().equals(words.get(2)))) {
                fail(d, "expected no finding " + words.get(2));
            }
        } else {
            throw d.fault("expected open, barred by ID, finding ID or no finding ID, not '" + tail + "'");
        }
    }

    private void expect(Doc d, Examination e, String id, boolean bars) {
        boolean there = e.findings().stream().anyMatch(f -> f.rule().equals(id) && (!bars || f.severity() == Severity.BAR));
        if (!there) {
            fail(d, "expected " + (bars ? "to be barred by " : "finding ") + id + ", got " + ids(e));
        }
    }

    private static String ids(Examination e) {
        return e.findings().isEmpty() ? "nothing" : e.findings().stream().map(Finding::rule).distinct().toList().toString();
    }

    private void state(Doc d, String what, LocalDate day) {
        List<String> words = new ArrayList<>(List.of(what.split(" +")));
        Map<String, String> on = on(words);
        switch (words.getFirst()) {
            case "due" -> dated(d, words, on, day, file.duties(day), "due date");
            case "window" -> dated(d, words, on, day, file.windows(day), "window");
            case "no" -> none(d, words.get(2), on, day);
            case "overdue" -> overdue(d, words.get(1), on, day);
            case "by-law" -> byLaw(d, words.get(1), words.get(2), on, day);
            case "figure" -> figure(d, words.get(1), words.get(2), on, day);
            case "stage" -> equal(d, words.get(1), file.stage());
            case "ended" -> equal(d, "true", String.valueOf(file.ended()));
            default -> throw d.fault("unknown assertion '" + words.getFirst()
                    + "'; known: due, window, no duty, overdue, by-law, figure, stage, ended");
        }
    }

    private static Map<String, String> on(List<String> words) {
        Map<String, String> on = new LinkedHashMap<>();
        words.removeIf(w -> {
            int eq = w.indexOf('=');
            if (eq > 0) {
                on.put(w.substring(0, eq), w.substring(eq + 1));
            }
            return eq > 0 || w.equals("on");
        });
        return on;
    }

    private void dated(Doc d, List<String> words, Map<String, String> on, LocalDate day, List<Terms.State> states, String what) {
        String act = words.get(1);
        String date = words.get(2);
        List<String> found = new ArrayList<>();
        for (Terms.State s : states) {
            if (s.act().equals(act) && Bindings.agree(s.on(), on) && s.status() == Terms.Status.OPEN) {
                String due = s.stopped() ? "stopped" : s.due() == null ? "none" : s.due().toString();
                found.add(due);
                if (due.equals(date)) {
                    clause(s.rule(), true);
                    return;
                }
            }
        }
        fail(d, "expected " + what + " " + date + ", got " + found);
    }

    private void none(Doc d, String act, Map<String, String> on, LocalDate day) {
        if (file.duties(day).stream().anyMatch(s -> s.act().equals(act) && s.status() == Terms.Status.OPEN && Bindings.agree(s.on(), on))) {
            fail(d, "expected no open duty of " + act);
        }
    }

    private void overdue(Doc d, String id, Map<String, String> on, LocalDate day) {
        boolean there = file.duties(day).stream().anyMatch(s -> s.overdue() && s.rule().equals(id) && Bindings.agree(s.on(), on));
        if (there) {
            clause(id, false);
        } else {
            fail(d, "expected " + id + " to be overdue");
        }
    }

    private void byLaw(Doc d, String act, String date, Map<String, String> on, LocalDate day) {
        List<CaseFile.ByLaw> all = file.byLaw(day);
        boolean there = all.stream().anyMatch(b -> b.act().equals(act) && b.at().toString().equals(date) && Bindings.agree(b.on(), on));
        if (!there) {
            fail(d, "expected " + act + " by law on " + date + ", got " + all);
            return;
        }
        Procedure procedure = file.procedure();
        for (ActSpec a : procedure.acts()) {
            a.effects.stream()
                    .filter(e -> e.onExpiry() >= 0 && procedure.acts[e.onExpiry()].code().equals(act))
                    .forEach(e -> coverage.saw(e.clause(), false));
        }
    }

    private void figure(Doc d, String name, String expected, Map<String, String> on, LocalDate day) {
        Object value;
        if (on.isEmpty()) {
            value = file.figures(day).get(name);
        } else {
            Map.Entry<String, String> o = on.entrySet().iterator().next();
            value = file.figures(day, o.getKey(), o.getValue()).get(name);
        }
        equal(d, expected, String.valueOf(value));
    }

    private void equal(Doc d, String expected, String actual) {
        if (!expected.equals(actual)) {
            fail(d, "expected " + expected + ", got " + actual);
        }
    }

    private void clause(String id, boolean satisfied) {
        file.procedure().clauses().stream().filter(c -> c.id().equals(id)).forEach(c -> coverage.saw(c, satisfied));
    }

    private Line line(Doc d, String text) {
        Matcher m = LINE.matcher(text.strip());
        if (!m.matches()) {
            throw d.fault("not an act line: '" + text + "'; write: code [kind=object] DATE [{form}] [assertion]");
        }
        ActSpec spec = file.procedure().act(m.group("code"));
        if (spec == null) {
            throw d.fault("unknown act '" + m.group("code") + "'");
        }
        Map<String, String> on = new LinkedHashMap<>();
        String by = fixtures.by(spec.code());
        List<String> officers = fixtures.officers(spec);
        List<String> roles = spec.by();
        for (String arg : m.group("args").strip().split(" +")) {
            int eq = arg.indexOf('=');
            if (eq < 0) {
                continue;
            }
            String key = arg.substring(0, eq);
            String value = arg.substring(eq + 1);
            switch (key) {
                case "by" -> by = value;
                case "officers" -> officers = List.of(value.split(","));
                case "roles" -> roles = List.of(value.split(","));
                default -> on.put(key, value);
            }
        }
        Map<String, Object> form = fixtures.form(spec.code(), flow(d, m.group("form")));
        Act act = new Act(spec.code(), moment(d, m.group("at")), on, by, roles, officers, form);
        return new Line(act, fixtures.registry(by, officers), m.group("tail") == null ? "" : m.group("tail").strip());
    }

    private static Moment moment(Doc d, String text) {
        try {
            return Moment.parse(text);
        } catch (IllegalArgumentException e) {
            throw d.fault(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> flow(Doc d, String text) {
        if (text == null) {
            return Map.of();
        }
        Object value = Doc.parse(d.file() + " (line " + d.line() + ")", text).value();
        return (Map<String, Object>) value;
    }
}
