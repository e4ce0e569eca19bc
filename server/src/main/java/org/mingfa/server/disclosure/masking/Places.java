package org.mingfa.server.disclosure.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects masks over a view: never over what is kept, the earlier rule first, a later one only where nothing is yet. */
final class Places {
    private final View view;
    private final List<int[]> kept;
    private final List<Mask> masks = new ArrayList<>();

    Places(View view, List<int[]> kept) {
        this.view = view;
        this.kept = kept;
    }

    void add(int from, int to, String with, Rule rule) {
        if (kept.stream().anyMatch(k -> k[0] < to && from < k[1] && !(from <= k[0] && k[1] <= to && to - from > k[1] - k[0]))) return;
        int start = view.from(from);
        int end = view.to(to);
        for (Mask other : masks.stream().sorted(Comparator.comparingInt(Mask::from)).toList()) {
            if (!other.overlaps(start, end)) continue;
            if (start < other.from()) put(start, other.from(), with, rule);
            start = Math.max(start, other.to());
        }
        if (start < end) put(start, end, with, rule);
    }

    private void put(int from, int to, String with, Rule rule) {
        masks.add(new Mask(from, to, with, rule.id(), rule.title(), rule.cite()));
    }

    List<Mask> masks() {
        return masks;
    }
}
