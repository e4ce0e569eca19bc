package org.mingfa.server.disclosure.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds numbers as people write them: in groups divided by blanks, hyphens or dots. Every run of neighbouring groups is
 * tried, so that neither gaps nor a date standing before a number hide it.
 */
final class NumberScan {
    private static final Pattern RUN = Pattern.compile("[0-9]+X?(?:[ \\-–—·.]{1,3}(?:[0-9]+X?|X(?![A-Z])))*+");
    private static final Pattern GROUP = Pattern.compile("[0-9]+X?|X");
    private static final int LONGEST = 19;

    private NumberScan() {}

    /** A found number: its place in the view. */
    record Found(int from, int to) {}

    static List<Found> find(String view, Predicate<String> isOne) {
        var found = new ArrayList<Found>();
        var run = RUN.matcher(view);
        while (run.find()) {
            if (!insideWord(view, run.start(), run.end())) scan(view, run.start(), run.end(), isOne, found);
        }
        return found;
    }

    /** Digits that are part of a code with letters (a credit code) are no number of their own. */
    private static boolean insideWord(String view, int from, int to) {
        return from > 0 && isLetter(view.charAt(from - 1)) && to - from < 18 || to < view.length() && isLetter(view.charAt(to));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static void scan(String view, int from, int to, Predicate<String> isOne, List<Found> found) {
        var groups = new ArrayList<Found>();
        var group = GROUP.matcher(view).region(from, to);
        while (group.find()) groups.add(new Found(group.start(), group.end()));
        for (int first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() <= LONGEST; last++) {
                digits.append(view, groups.get(last).from(), groups.get(last).to());
                if (isOne.test(digits.toString())) {
                    found.add(new Found(groups.get(first).from(), groups.get(last).to()));
                    first = last;
                    break;
                }
            }
        }
        for (Found one : groups) within(view, one, isOne, found);
    }

    /** A long unbroken run may hold a number between other digits: only a checked kind is looked for there. */
    private static void within(String view, Found group, Predicate<String> isOne, List<Found> found) {
        for (int length : new int[] {18}) {
            for (int at = group.from(); at + length <= group.to(); at++) {
                int from = at;
                boolean known = found.stream().anyMatch(f -> f.from() <= from && from < f.to());
                if (!known && group.to() - group.from() > length && isOne.test(view.substring(at, at + length))) {
                    found.add(new Found(at, at + length));
                }
            }
        }
    }
}
