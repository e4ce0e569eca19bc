package org.mingfa.core.discretion;

import org.jspecify.annotations.Nullable;

/**
 * From a sum to a sum, in 分. A bound counts unless it is said to be open; without a max there is none.
 *
 * @param max null: no upper bound
 */
public record Range(long min, boolean minOpen, @Nullable Long max, boolean maxOpen) {

    public Range {
        if (min < 0 || max != null && (max < min || max == min && (minOpen || maxOpen) && max > 0)) {
            throw new IllegalArgumentException("no range: " + min + " to " + max);
        }
    }

    public static Range of(long min, @Nullable Long max) {
        return new Range(min, false, max, false);
    }

    public static Range exactly(long sum) {
        return of(sum, sum);
    }

    public boolean exact() {
        return max != null && max == min;
    }

    public boolean holds(long sum) {
        return (minOpen ? sum > min : sum >= min) && (max == null || (maxOpen ? sum < max : sum <= max));
    }

    /** Whether every sum of the other is one of these; open bounds of the outer count as if they were closed. */
    public boolean holds(Range inner) {
        return inner.min >= min && (max == null || inner.max != null && inner.max <= max);
    }

    /** What of this lies within the other; the nearest bound of the other where nothing does. */
    public Range within(Range outer) {
        long from = Math.max(min, outer.min);
        Long to = max == null ? outer.max : outer.max == null ? max : Long.valueOf(Math.min(max, outer.max));
        if (outer.max != null && from > outer.max) {
            return exactly(outer.max);
        }
        if (to != null && to < from) {
            return exactly(outer.min);
        }
        boolean fromOpen = from == min && minOpen || from == outer.min && outer.minOpen;
        boolean toOpen = to != null && (to.equals(max) && maxOpen || to.equals(outer.max) && outer.maxOpen);
        return to != null && to == from ? exactly(from) : new Range(from, fromOpen, to, toOpen);
    }

    /** Half way between the bounds; without a max the min. Rounded down to whole steps where that stays within. */
    public long middle(long step) {
        long middle = max == null ? min : min + (max - min) / 2;
        long whole = middle / step * step;
        if (holds(whole)) {
            return whole;
        }
        return holds(whole + step) ? whole + step : holds(middle) ? middle : middle + 1; // an open bound at the middle of two 分
    }

    /** In the words of the law: 5万元以上10万元以下, 10万元以下, 3万元; open bounds as 超过 and 低于. */
    public String text() {
        if (exact()) {
            return Money.text(min);
        }
        String from = min == 0 && !minOpen ? "" : minOpen ? "超过" + Money.text(min) : Money.text(min) + "以上";
        String to = max == null ? "" : maxOpen ? "低于" + Money.text(max) : Money.text(max) + "以下";
        return from.isEmpty() && to.isEmpty() ? "不限" : from + (minOpen && !to.isEmpty() || maxOpen && !from.isEmpty() ? "、" : "") + to;
    }
}
