package org.mingfa.core.procedure.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack as plain data, in the words of docs/pack-format.md; {@link PackText} writes it as YAML. */
record Pack(List<String> kinds, boolean strict, List<A> acts, List<Cond.Fig> figures) {

    static final List<String> STAGES = List.of("一", "二", "三");
    static final List<String> PAUSES = List.of("rest", "test");

    /** {@code 5 wd}, or from the form field n with a limit. */
    record Len(int n, String unit, boolean fromForm) {
        String yaml() {
            return fromForm ? "{from-form: n, unit: " + unit + ", at-most: " + n + "}" : n + " " + unit;
        }
    }

    record Need(
            String act, @Nullable Len delay, @Nullable Len after, boolean strict, @Nullable String each, boolean orNone,
            @Nullable Cond where, @Nullable Cond when, @Nullable String endsEarly, boolean evenIfClosed,
            List<String> pausedBy, String severity) {}

    record Waits(String act, @Nullable Cond when, String severity) {}

    /** {@code obliges} or {@code opens}. */
    record Gives(
            boolean duty, int no, String act, @Nullable Len length, boolean strict, List<String> pausedBy, @Nullable Cond when,
            String owedBy, boolean oneForOne, @Nullable Cond fulfilledWhen, @Nullable String onExpiry, boolean alsoLater,
            boolean outlives, boolean fromForm, boolean dated, @Nullable Len warnAfter) {

        Gives plain() {
            return new Gives(duty, no, act, length, strict, pausedBy, when, owedBy, oneForOne, fulfilledWhen, onExpiry, alsoLater, outlives, fromForm, false, null);
        }
    }

    record Closes(String act, @Nullable Cond when, boolean whenEach) {}

    record Begins(String pause, boolean document) {}

    record Ends(String pause, boolean through) {}

    record Extends(String duty, Len by, int times, String severity) {}

    record Rule(String id, Cond require, @Nullable Cond when, String severity) {}

    record A(
            String code, int stage, boolean fact, List<String> by, List<String> on, @Nullable String creates, boolean rows,
            @Nullable String ends, String starts, int times, boolean isFinal, boolean afterEnd, List<Need> needs,
            List<Waits> waits, List<Gives> gives, List<Closes> closes, List<String> undoes, List<String> countsAs,
            List<Begins> begins, List<Ends> resumes, List<Extends> extensions, List<Rule> rules) {}

    A act(String code) {
        return acts.stream().filter(a -> a.code().equals(code)).findFirst().orElseThrow();
    }

    /** The id of a duty or window: given where one act has the same relation twice. */
    static String id(String owner, Gives g) {
        return owner + (g.duty() ? ".obliges." : ".opens.") + g.act() + (g.no() == 0 ? "" : "-" + g.no());
    }
}
