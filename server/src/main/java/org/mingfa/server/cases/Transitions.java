package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Switching;
import org.mingfa.core.procedure.Transition;
import org.mingfa.server.cases.view.TransitionView;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.LoadedLaw;
import org.springframework.stereotype.Component;

/**
 * Takes pending cases over to a later version of their procedure where that version says so (transition: switch). The
 * entry is the platform's: it is recorded with the first act that is done on the version's first day or later, before it;
 * until then the case is shown as it will stand.
 */
@Component
class Transitions {

    private final CurrentLaw law;
    private final Clock clock;

    Transitions(CurrentLaw law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** The version that the entry of a case goes over to. */
    Procedure version(EnforcementCase head, Act entry) {
        return law.procedure(Switching.law(entry), head.procedure(), head.field(), head.region(), head.filedOn(), Switching.on(entry));
    }

    /** The file, waiting for its next act to go over where a version asks for it by today. */
    CaseFile waiting(EnforcementCase head, CaseFile file) {
        LoadedLaw now = law.loaded();
        return file.waiting(Switching.due(now.laws(), now.digest(), file, head.filedOn(), LocalDate.now(clock)));
    }

    /** What the page of a running case says of it: that it goes over with its next act, or on a day that is announced. */
    @Nullable TransitionView view(EnforcementCase head, CaseFile file) {
        if (file.ended()) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        List<Transition> all = law.laws().switches(head.procedure(), head.field(), head.region(), Switching.since(file, head.filedOn()), LocalDate.MAX);
        Transition shown = all.stream().filter(t -> !t.from().isAfter(today)).reduce((a, b) -> b).orElse(all.isEmpty() ? null : all.getFirst());
        return shown == null || file.stays() && !shown.from().isAfter(today) ? null
                : new TransitionView(shown.from().isAfter(today) ? "announced" : "waiting", shown.title(), shown.version(), shown.from(), shown.cite());
    }
}
