package org.mingfa.server.jurist.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Examples;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.PackFault;
import org.mingfa.core.procedure.PackProblem;
import org.mingfa.core.procedure.RuleText;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.LoadedLaw;
import org.mingfa.server.jurist.draft.Checked.Failed;
import org.mingfa.server.jurist.draft.Checked.Place;
import org.mingfa.server.jurist.draft.Checked.Ran;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a draft as {@code law check} checks packs: it compiles with every layer, from its day on and not before; its examples
 * hold; each rule that it writes has an example that satisfies it and one that breaks it.
 */
@Component
class Checks {

    private static final int MOST = 100;

    private final Grounds grounds;
    private final CurrentLaw law;
    private final JsonMapper json;
    private final Clock clock;

    Checks(Grounds grounds, CurrentLaw law, JsonMapper json, Clock clock) {
        this.grounds = grounds;
        this.law = law;
        this.json = json;
        this.clock = clock;
    }

    /** Takes seconds and tens of megabytes, so one at a time; nothing is stored. */
    synchronized Checked check(LawDraft d) {
        Ground ground;
        try {
            ground = grounds.of(d);
        } catch (IllegalArgumentException notInForce) {
            return told(d, List.of(new PackProblem(d.procedure(), 0, String.valueOf(notInForce.getMessage()))), Ran.NONE, "");
        }
        try {
            return examined(d, ground);
        } catch (PackFault misfit) {
            return told(d, List.of(misfit.problem()), Ran.NONE, ground.print(d, json));
        }
    }

    private Checked examined(LawDraft d, Ground ground) {
        List<PackProblem> problems = new ArrayList<>(ground.amendment().later(d.content().changes()));
        Map<String, Examples.Report> reports = new LinkedHashMap<>();
        for (String code : ground.reach(d)) {
            Laws laws = Laws.load(ground.always(d, code), code);
            problems.addAll(laws.problems());
            if (problems.isEmpty()) {
                reports.put(code, Examples.run(laws, law.calendar(), code));
            }
        }
        if (!problems.isEmpty()) {
            return told(d, problems, Ran.NONE, ground.print(d, json));
        }
        ground.reach(d).forEach(code -> problems.addAll(inTime(d, ground, code)));
        problems.addAll(untested(d, ground.amendment(), Uncovered.inAll(reports.values())));
        return told(d, problems, ran(d, ground, reports), ground.print(d, json));
    }

    private Checked told(LawDraft d, List<PackProblem> problems, Ran ran, String of) {
        List<Place> places = problems.stream().distinct().limit(MOST).map(Place::of).toList();
        return new Checked(clock.instant(), places.isEmpty() && ran.failed().isEmpty() && d.content().changesLaw(), places, ran, of);
    }

    /** What compiled as though it had always stood must also do so in its time, next to the version before it. */
    private static List<PackProblem> inTime(LawDraft d, Ground ground, String code) {
        Laws laws = Laws.known(ground.dated(d), code);
        laws.procedure(code, d.field(), d.region(), d.from());
        return java.util.stream.Stream.concat(laws.problems().stream(), laws.transitionProblems().stream()).distinct().map(p -> new PackProblem(Amendment.stem(p.file()), p.line(), p.message())).toList();
    }

    private static List<PackProblem> untested(LawDraft d, Amendment amendment, List<PackProblem> uncovered) {
        Set<String> written = d.content().changes().stream().filter(c -> c.text() != null)
                .map(c -> amendment.path(c.path()) + " '" + RuleText.clause(String.valueOf(c.act()), c.name()) + "'").collect(Collectors.toSet());
        return uncovered.stream().filter(p -> written.stream().anyMatch(w -> (p.file() + " " + p.message()).startsWith(w + ":"))).toList();
    }

    private Ran ran(LawDraft d, Ground ground, Map<String, Examples.Report> reports) {
        String own = LoadedLaw.examplesOf(d.id());
        List<PackProblem> failed = new ArrayList<>();
        List<Failed> changed = new ArrayList<>();
        reports.forEach((code, report) -> {
            report.failures().stream().filter(p -> p.file().startsWith(own)).forEach(failed::add);
            List<PackProblem> others = report.failures().stream().filter(p -> !p.file().startsWith(own)).toList();
            changed.addAll(others.isEmpty() ? List.of() : changed(d, code, ground, others));
        });
        return new Ran(reports.values().stream().mapToInt(Examples.Report::run).sum(), failed.stream().limit(MOST).map(Failed::of).toList(),
                changed.stream().limit(MOST).toList());
    }

    /** Some examples are of other versions of the procedure and do not hold today either. */
    private List<Failed> changed(LawDraft d, String code, Ground ground, List<PackProblem> failures) {
        Set<String> before = new LinkedHashSet<>();
        Examples.run(Laws.known(ground.before(d, code), code), law.calendar(), code).failures().forEach(p -> before.add(p.file() + ":" + p.line()));
        return failures.stream().filter(p -> !before.contains(p.file() + ":" + p.line())).limit(MOST).map(Failed::of).toList();
    }
}
