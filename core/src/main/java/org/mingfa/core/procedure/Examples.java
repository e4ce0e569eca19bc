package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * Runs the examples of all packs: they are the packs' tests, in the packs' own words. Also says which rules and clocks
 * no example satisfies, and which none breaks.
 */
public final class Examples {

    /**
     * @param run how many examples were run
     * @param failures an assertion that does not hold, or a given act that is barred
     * @param uncovered rules and clocks without an example that passes, or without one that fails
     * @param asked the places of all rules and clocks that were asked for, as {@link #place(PackProblem)} names them
     */
    public record Report(int run, List<PackProblem> failures, List<PackProblem> uncovered, Set<String> asked) {
        public boolean ok() {
            return failures.isEmpty() && uncovered.isEmpty();
        }

        /** The place of what is not covered. */
        public static String place(PackProblem uncovered) {
            return uncovered.file() + ":" + uncovered.line() + " " + uncovered.message().substring(0, uncovered.message().lastIndexOf(": "));
        }
    }

    private final Laws laws;
    private final WorkCalendar calendar;
    private final List<PackProblem> failures = new ArrayList<>();
    private final Map<String, boolean[]> seen = new HashMap<>();
    private int run;

    private Examples(Laws laws, WorkCalendar calendar) {
        this.laws = laws;
        this.calendar = calendar;
    }

    public static Report run(Laws laws, WorkCalendar calendar) {
        return run(laws, calendar, of -> true);
    }

    /** Those of one procedure only; what is not covered is told of the procedures that were compiled. */
    public static Report run(Laws laws, WorkCalendar calendar, String code) {
        return run(laws, calendar, code::equals);
    }

    private static Report run(Laws laws, WorkCalendar calendar, Predicate<String> codes) {
        Examples e = new Examples(laws, calendar);
        laws.exampleFiles().forEach(f -> e.guarded(() -> {
            if (codes.test(f.need("examples-of").text())) {
                e.file(f);
            }
        }));
        return new Report(e.run, List.copyOf(e.failures), e.uncovered(), e.asked());
    }

    /**
     * Reads the YAML of examples as far as they can be read without the packs.
     *
     * @throws PackFault naming the line, from 1
     */
    public static void typed(String code, String text) {
        Doc f = Doc.typed("text", text);
        known(f);
        if (!code.equals(f.need("examples-of").text())) {
            throw f.need("examples-of").fault("these are examples of '" + code + "'");
        }
        f.list("examples").forEach(e -> e.need("title").text());
    }

    private static void known(Doc f) {
        f.only("examples-of", "layers", "scenarios", "fixtures", "registry", "case", "examples", "note");
    }

    private void file(Doc f) {
        known(f);
        String code = f.need("examples-of").text();
        for (Doc example : f.list("examples")) {
            guarded(() -> example(f, example, code));
        }
    }

    private void example(Doc f, Doc example, String code) {
        example.only("title", "layers", "registry", "case", "given", "then", "note", "cite", "ref");
        String title = example.need("title").text();
        List<String> layers = example.has("layers") ? example.texts("layers") : f.texts("layers");
        Map<String, Doc> scenarios = f.has("scenarios") ? f.need("scenarios").fields() : Map.of();
        List<Doc> given = new ArrayList<>();
        example.list("given").forEach(g -> expand(g, scenarios, given, 0));
        LocalDate first = firstDate(given, example);
        Procedure procedure = laws.procedure(code, layers, first, example);
        ExampleRun one = new ExampleRun(procedure, calendar, new Fixtures(f, example), coverage(code), title,
                day -> over(code, layers, first, day));
        run++;
        given.forEach(g -> guarded(() -> one.given(g)));
        example.list("then").forEach(t -> guarded(() -> one.then(t)));
        failures.addAll(one.failures());
    }

    private Procedure over(String code, List<String> layers, LocalDate filedOn, LocalDate day) {
        if (laws.transitions().stream().noneMatch(t -> t.from().equals(day))) {
            throw new IllegalArgumentException("no version to which pending cases switch comes into force on " + day);
        }
        return laws.procedure(code, layers, filedOn, day);
    }

    private static void expand(Doc g, Map<String, Doc> scenarios, List<Doc> out, int depth) {
        if (!g.isMap()) {
            out.add(g);
            return;
        }
        g.only("scenario");
        String name = g.need("scenario").text();
        Doc scenario = scenarios.get(name);
        if (scenario == null || depth > 20) {
            throw g.fault("unknown scenario '" + name + "'; known: " + String.join(", ", scenarios.keySet()));
        }
        scenario.list().forEach(s -> expand(s, scenarios, out, depth + 1));
    }

    private static LocalDate firstDate(List<Doc> given, Doc example) {
        List<Doc> lines = new ArrayList<>(given);
        lines.addAll(example.list("then"));
        for (Doc d : lines) {
            java.util.regex.Matcher m = java.util.regex.Pattern.compile("\\d{4}-\\d\\d-\\d\\d").matcher(d.text());
            if (m.find()) {
                return LocalDate.parse(m.group());
            }
        }
        throw example.fault("an example has at least one line with a date");
    }

    private Coverage coverage(String code) {
        return (clause, satisfied) -> seen.computeIfAbsent(code + " " + clause.id(), k -> new boolean[2])[satisfied ? 0 : 1] = true;
    }

    /** A clause counts once by its place: what several procedures or layers share needs its examples in one of them only. */
    private List<PackProblem> uncovered() {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        Map<String, boolean[]> sides = new HashMap<>();
        for (Procedure p : laws.compiled()) {
            for (Clause c : p.clauses()) {
                String place = c.id() + c.file() + c.line();
                boolean[] here = seen.getOrDefault(p.code() + " " + c.id(), new boolean[2]);
                boolean[] all = sides.computeIfAbsent(place, k -> new boolean[2]);
                all[0] |= here[0];
                all[1] |= here[1];
                clauses.putIfAbsent(place, c);
            }
        }
        List<PackProblem> out = new ArrayList<>();
        clauses.forEach((place, c) -> {
            String missing = missing(sides.getOrDefault(place, new boolean[2]));
            if (missing != null) {
                out.add(new PackProblem(c.file(), c.line(), "'" + c.id() + "': " + missing));
            }
        });
        return List.copyOf(out);
    }

    private Set<String> asked() {
        return laws.compiled().stream().flatMap(p -> p.clauses().stream()).map(c -> c.file() + ":" + c.line() + " '" + c.id() + "'")
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String missing(boolean[] seen) {
        return !seen[0] && !seen[1] ? "no example looks at it"
                : !seen[0] ? "no example satisfies it" : !seen[1] ? "no example breaks it" : null;
    }

    private void guarded(Runnable r) {
        try {
            r.run();
        } catch (Doc.Fault f) {
            failures.add(f.problem);
        }
    }
}
