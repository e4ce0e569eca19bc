package org.mingfa.core.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;

/** The relations between acts, compiled; an act is its index in the procedure, -1 for none. */
final class Relations {

    private Relations() {}

    /** Whether a need carries a waiting time: not before it (DELAY), or only when it has fully run (AFTER). */
    enum Wait {
        NONE,
        DELAY,
        AFTER
    }

    record Need(
            Clause clause,
            int act,
            Wait waiting,
            @Nullable Within period,
            boolean strict,
            @Nullable String each,
            boolean orNone,
            int endsEarly,
            boolean evenIfClosed,
            @Nullable Condition where,
            @Nullable Condition when,
            List<String> pausedBy) {}

    record WaitsFor(Clause clause, int act, @Nullable Condition when) {}

    /** Whose duty it is: only the agency's give findings against it. */
    enum OwedBy {
        AGENCY,
        PARTY,
        THIRD
    }

    /** Makes {@code act} a duty (oblige), or a right that ends (open with until); both may end by law. */
    record Effect(
            Clause clause,
            int act,
            boolean duty,
            @Nullable Within period,
            boolean strict,
            List<String> pausedBy,
            @Nullable Condition from,
            @Nullable Condition when,
            int onExpiry,
            @Nullable Condition dated,
            OwedBy owedBy,
            boolean oneForOne,
            @Nullable Condition fulfilledWhen,
            @Nullable Period warnAfter,
            boolean alsoLater,
            boolean outlivesCase) {

        /** The same, of acts that stand elsewhere in the procedure. */
        Effect toward(int other, int byLaw) {
            return new Effect(clause, other, duty, period, strict, pausedBy, from, when, byLaw, dated, owedBy, oneForOne, fulfilledWhen,
                    warnAfter, alsoLater, outlivesCase);
        }
    }

    record Closing(int act, @Nullable Condition when, boolean whenEach) {}

    /** @param tells a text that says more than the title where the rule is broken; null: the title is all */
    record Rule(Clause clause, Condition require, @Nullable Condition when, @Nullable Condition tells) {}

    record PauseStart(String pause, @Nullable String document, Clause clause) {}

    record PauseEnd(String pause, @Nullable String through) {}

    record Extension(Clause clause, String duty, @Nullable Within by, int times) {}

    /** Creates objects: one from this act's form, or one per row of a table in it. */
    record Creation(String kind, @Nullable String from) {}
}
