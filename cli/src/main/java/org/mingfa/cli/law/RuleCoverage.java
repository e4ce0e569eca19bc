package org.mingfa.cli.law;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingfa.cli.LawFolder;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.References;

/** What becomes of every rule id of a survey: encoded, a parameter, later, or left out with the reason. */
final class RuleCoverage {
    private final Path packs;
    private final References references;
    private final Map<String, Integer> counts = new TreeMap<>(Map.of("encoded", 0, "parameter", 0, "later", 0, "left-out", 0));
    private final List<String> problems = new ArrayList<>();

    private RuleCoverage(Path packs, References references) {
        this.packs = packs;
        this.references = references;
    }

    /** Prints one line for each id, the problems, and the count as the last line; false where there are problems. */
    static boolean report(Path survey, PackFolder packs, PrintStream out) {
        Set<String> ids = Survey.ids(LawFolder.text(survey));
        Laws laws = Laws.load(packs.texts());
        RuleCoverage c = new RuleCoverage(packs.path(), laws.references());
        laws.problems().forEach(p -> c.problems.add(p.toString()));
        ids.forEach(id -> out.println(c.line(id)));
        c.strangers(ids, survey);
        c.problems.forEach(out::println);
        out.println("law.md rules " + ids.size() + ", encoded " + c.counts.get("encoded") + ", parameters " + c.counts.get("parameter")
                + ", later " + c.counts.get("later") + ", left out " + c.counts.get("left-out"));
        return c.problems.isEmpty();
    }

    private String line(String id) {
        List<References.Mark> marks = references.marks().stream().filter(m -> m.id().equals(id)).toList();
        List<References.Entry> entries = references.entries().stream().filter(e -> e.covers(id)).toList();
        entries.stream().filter(e -> !marks.isEmpty() && e.pattern().equals(id)).forEach(e -> problems.add(
                e.file() + ":" + e.line() + ": '" + id + "' is marked in " + place(marks.getFirst()) + " as well"));
        if (!marks.isEmpty()) {
            String state = marks.stream().allMatch(References.Mark::parameter) ? "parameter" : "encoded";
            counts.merge(state, 1, Integer::sum);
            return id + " " + state + " " + marks.stream().map(this::place).distinct().collect(Collectors.joining(" "));
        }
        if (entries.isEmpty()) {
            problems.add("'" + id + "': no pack carries ref: [" + id + "] and no coverage file says why");
            return id + " missing";
        }
        References.Entry e = entries.stream().filter(x -> x.pattern().equals(id)).findFirst().orElse(entries.getFirst());
        counts.merge(e.state(), 1, Integer::sum);
        if (e.state().equals("encoded") && !Files.exists(packs.resolveSibling(e.reason()))) {
            problems.add(e.file() + ":" + e.line() + ": '" + id + "' is said to be encoded in " + e.reason() + ", which is not there");
        }
        return id + " " + e.state() + " " + e.reason();
    }

    private String place(References.Mark m) {
        return packs.relativize(Path.of(m.file())) + ":" + m.line();
    }

    /** Marks and entries that name what the survey does not have. */
    private void strangers(Set<String> ids, Path survey) {
        references.marks().stream().filter(m -> !ids.contains(m.id())).forEach(m ->
                problems.add(m.file() + ":" + m.line() + ": " + survey.getFileName() + " has no '" + m.id() + "'"));
        references.entries().stream().filter(e -> ids.stream().noneMatch(e::covers)).forEach(e ->
                problems.add(e.file() + ":" + e.line() + ": " + survey.getFileName() + " has no '" + e.pattern() + "'"));
    }
}
