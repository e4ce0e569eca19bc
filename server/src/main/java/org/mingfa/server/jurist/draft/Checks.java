package org.mingfa.server.jurist.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        Laws laws = Laws.load(ground.always(d), d.procedure());
        problems.addAll(laws.problems());
        if (!problems.isEmpty()) {
            return told(d, problems, Ran.NONE, ground.print(d, json));
        }
        problems.addAll(inTime(d, ground));
        Examples.Report report = Examples.run(laws, law.calendar(), d.procedure());
        problems.addAll(untested(d, ground.amendment(), report));
        return told(d, problems, ran(d, ground, report), ground.print(d, json));
    }

    private Checked told(LawDraft d, List<PackProblem> problems, Ran ran, String of) {
        List<Place> places = problems.stream().distinct().limit(MOST).map(Place::of).toList();
        return new Checked(clock.instant(), places.isEmpty() && ran.failed().isEmpty() && !d.content().changes().isEmpty(), places, ran, of);
    }

    /** What compiled as though it had always stood must also do so in its time, next to the version before it. */
    private static List<PackProblem> inTime(LawDraft d, Ground ground) {
        Laws laws = Laws.known(ground.dated(d), d.procedure());
        laws.procedure(d.procedure(), d.field(), d.region(), d.from());
        return laws.problems().stream().map(p -> new PackProblem(Amendment.stem(p.file()), p.line(), p.message())).toList();
    }

    private static List<PackProblem> untested(LawDraft d, Amendment amendment, Examples.Report report) {
        Set<String> written = d.content().changes().stream().filter(c -> c.text() != null)
                .map(c -> amendment.path(c.path()) + " '" + RuleText.clause(String.valueOf(c.act()), c.name()) + "'").collect(Collectors.toSet());
        return report.uncovered().stream().filter(p -> written.stream().anyMatch(w -> (p.file() + " " + p.message()).startsWith(w + ":"))).toList();
    }

    private Ran ran(LawDraft d, Ground ground, Examples.Report report) {
        String own = LoadedLaw.examplesOf(d.id());
        List<PackProblem> failed = report.failures().stream().filter(p -> p.file().startsWith(own)).toList();
        List<PackProblem> others = report.failures().stream().filter(p -> !p.file().startsWith(own)).toList();
        return new Ran(report.run(), failed.stream().limit(MOST).map(Failed::of).toList(), others.isEmpty() ? List.of() : changed(d, ground, others));
    }

    /** Some examples are of other versions of the procedure and do not hold today either. */
    private List<Failed> changed(LawDraft d, Ground ground, List<PackProblem> failures) {
        Set<String> before = new LinkedHashSet<>();
        Examples.run(Laws.known(ground.before(), d.procedure()), law.calendar(), d.procedure()).failures().forEach(p -> before.add(p.file() + ":" + p.line()));
        return failures.stream().filter(p -> !before.contains(p.file() + ":" + p.line())).limit(MOST).map(Failed::of).toList();
    }
}
