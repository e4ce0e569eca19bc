package org.mingfa.core.discretion;

import java.util.List;
import java.util.Map;

/**
 * What 从轻, 一般 and 从重 mean in numbers where a benchmark does not say it (law.md 3.1.2).
 *
 * @param fields it is the family of these fields; with {@code regions} only there
 * @param twoGrounds two grounds one way and none the other take the lowest or highest tier (农业 第十二条)
 * @param rules kind of range (range, only-max, only-min, amount) to choice to its {@link Bound}s
 */
public record Family(String code, String title, String cite, List<String> fields, List<String> regions, Map<String, Map<Choice, Part>> rules,
        boolean twoGrounds, List<String> notes) {

    /**
     * The part of a range from a (法定最低) to b (法定最高) or around a calculated fine x.
     *
     * @param from, to null: the bound of the range itself
     * @param text in Chinese, as the explanation quotes it
     */
    public record Part(@org.jspecify.annotations.Nullable Bound from, @org.jspecify.annotations.Nullable Bound to, String text) {}

    /** aShare·a + bShare·b + xShare·x; open: the bound itself does not count. */
    public record Bound(Ratio aShare, Ratio bShare, Ratio xShare, boolean open) {}

    boolean isOf(String field, String region) {
        return fields.contains(field) && (regions.isEmpty() || regions.stream().anyMatch(region::startsWith));
    }
}
