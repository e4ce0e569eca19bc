package org.mingfa.server.jurist.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.Examples;
import org.mingfa.core.procedure.PackProblem;

/** What no example covers, over several procedures: what they share needs its examples in one of them only. */
final class Uncovered {

    private static final String NOTHING = "no example looks at it";
    private static final String PASSES = "no example satisfies it";
    private static final String FAILS = "no example breaks it";

    private Uncovered() {}

    static List<PackProblem> inAll(Collection<Examples.Report> reports) {
        Map<String, List<PackProblem>> byPlace = new LinkedHashMap<>();
        reports.forEach(r -> r.uncovered().forEach(p -> byPlace.computeIfAbsent(Examples.Report.place(p), k -> new ArrayList<>()).add(p)));
        List<PackProblem> out = new ArrayList<>();
        byPlace.entrySet().stream().filter(e -> e.getValue().size() == having(reports, e.getKey())).map(Map.Entry::getValue).forEach(all -> {
            boolean passes = all.stream().anyMatch(p -> p.message().endsWith(FAILS));
            boolean fails = all.stream().anyMatch(p -> p.message().endsWith(PASSES));
            if (!passes || !fails) {
                PackProblem first = all.getFirst();
                String of = first.message().substring(0, first.message().lastIndexOf(": ") + 2);
                out.add(new PackProblem(first.file(), first.line(), of + (passes ? FAILS : fails ? PASSES : NOTHING)));
            }
        });
        return out;
    }

    /** How many procedures have this rule: one of its own, several that share its file. */
    private static long having(Collection<Examples.Report> reports, String place) {
        return reports.stream().filter(r -> r.asked().contains(place)).count();
    }
}
