package org.mingfa.core.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;

/** How long: a period that the pack fixes, or one that a document names within a limit. */
sealed interface Within {

    /** The period, or null where the document does not name one. */
    @Nullable Period resolve(Map<String, Object> form);

    record Fixed(Period period) implements Within {
        @Override
        public Period resolve(Map<String, Object> form) {
            return period;
        }
    }

    /** {@code n} of {@code unit} from a form field, never more than {@code atMost} (0: no limit). */
    record FromForm(String field, Unit unit, int atMost) implements Within {
        @Override
        public @Nullable Period resolve(Map<String, Object> form) {
            if (!(form.get(field) instanceof Number n) || n.longValue() < 0) {
                return null;
            }
            long days = atMost > 0 ? Math.min(n.longValue(), atMost) : n.longValue();
            return new Period((int) Math.min(days, 1_000_000), unit);
        }
    }
}
