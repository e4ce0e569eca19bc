package org.mingfa.core.procedure;

import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;

/**
 * A value that a layer may set within the bounds given above it.
 *
 * @param type period, money (分), int, bool, text, date-of-year or ratio (decimal text)
 * @param value Period, Long, Boolean or String, as the type says
 * @param protects party, agency or public; null: no lower layer may loosen it
 * @param stricter shorter, longer, lower or higher
 * @param verified false where the source could not be checked
 * @param layer title of the layer that set it
 */
public record Parameter(
        String name,
        String title,
        String type,
        Object value,
        String cite,
        @Nullable String protects,
        @Nullable String stricter,
        boolean yields,
        @Nullable String merge,
        boolean verified,
        String note,
        String layer,
        String file,
        int line) {

    void place(java.util.Set<Census.Cited> into) {
        into.add(new Census.Cited(cite, title, file, line));
    }

    /** As conditions see it: a period is text such as {@code 5 wd}. */
    Object celValue() {
        return value instanceof Period p ? p.toString() : value;
    }
}
