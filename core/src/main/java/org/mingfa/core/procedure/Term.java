package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;

/** A duty (待办义务) or a window (有权期限) in a case: an effect with its cause, its object and its running time. */
final class Term {

    /** One extension: by how much, by which relation, and the act that granted it. */
    record Extended(Period by, Relations.Extension relation, Happening granted) {}

    final int id;
    final Relations.Effect effect;
    final ActSpec target;
    final @Nullable Happening cause;
    final Map<String, String> on;
    /** null for what a case owes from its start: it has no date */
    final @Nullable Moment start;
    final @Nullable Period period;
    final List<Extended> extensions = new ArrayList<>(0);
    @Nullable Happening fulfilled;
    @Nullable String dropped;
    boolean expired;

    Term(
            int id,
            Relations.Effect effect,
            ActSpec target,
            @Nullable Happening cause,
            Map<String, String> on,
            @Nullable Moment start,
            @Nullable Period period) {
        this.id = id;
        this.effect = effect;
        this.target = target;
        this.cause = cause;
        this.on = on;
        this.start = start;
        this.period = period;
    }

    Term copy() {
        Term t = new Term(id, effect, target, cause, on, start, period);
        t.extensions.addAll(extensions);
        t.fulfilled = fulfilled;
        t.dropped = dropped;
        t.expired = expired;
        return t;
    }

    boolean isOpen() {
        return fulfilled == null && dropped == null && !expired;
    }

    boolean ofAgency() {
        return effect.owedBy() == Relations.OwedBy.AGENCY;
    }
}
