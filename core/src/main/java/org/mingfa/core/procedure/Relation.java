package org.mingfa.core.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Unit;

/**
 * A relation between two acts as its pack states it, for those who read a procedure and do not run it: charts, exports.
 *
 * @param act the act at which it is written
 * @param other the act that it names; for {@link Kind#EXTENDS} the act whose time limit is moved
 * @param span how long; null where it has no time
 * @param after for NEEDS: only when the span has fully run (期满后); else not before it
 * @param when its guard as written, or null: it always holds
 * @param where the condition on the needed act's contents as written, or null
 * @param evenIfClosed for NEEDS: waits for the other act even where that is not open to be done
 * @param owedBy for OBLIGES: agency, party or third; else empty
 * @param onExpiry the act that happens by law when the span has run out, or null
 * @param more what only few relations say
 */
public record Relation(
        Kind kind, Clause clause, ActSpec act, ActSpec other, @Nullable Span span, boolean after, @Nullable String when,
        @Nullable String where, boolean evenIfClosed, String owedBy, @Nullable ActSpec onExpiry, More more) {

    /** What the relation says, in the order in which a pack lists them. */
    public enum Kind {
        NEEDS,
        WAITS_FOR,
        OBLIGES,
        OPENS,
        CLOSES,
        UNDOES,
        COUNTS_AS,
        EXTENDS
    }

    /**
     * A length of time.
     *
     * @param n how many; 0 where a form field names it
     * @param field the form field that names it, or null
     * @param atMost the most that the field may name, 0 without a limit
     */
    public record Span(int n, Unit unit, @Nullable String field, int atMost) {
        static @Nullable Span of(@Nullable Within within) {
            return switch (within) {
                case null -> null;
                case Within.Fixed f -> new Span(f.period().n(), f.period().unit(), null, 0);
                case Within.FromForm f -> new Span(0, f.unit(), f.field(), f.atMost());
            };
        }
    }

    /**
     * The rarer words of a relation.
     *
     * @param each for NEEDS: the kind of object, every one of which it asks for; or null
     * @param endsEarly for NEEDS: the act that waives the waiting, or null
     * @param from for a duty or window: the date that it counts from instead of the act's day, as written; or null
     * @param pausedBy names of the pauses that its time knows
     */
    public record More(@Nullable String each, @Nullable ActSpec endsEarly, @Nullable String from, List<String> pausedBy) {
        static final More NONE = new More(null, null, null, List.of());
    }

    public boolean conditional() {
        return when != null;
    }
}
