package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Legal time: the order in which entries count. On one day, times decide, then the order of recording. */
final class LegalOrder {

    private LegalOrder() {}

    /** Entries in legal order; a correction (更正) takes the place of what it corrects and is not an act of its own. */
    static List<Entry> of(List<Entry> record) {
        Map<Long, Entry> corrections = new HashMap<>();
        for (Entry e : record) {
            if (e.corrects() != null) {
                corrections.put(e.corrects(), e);
            }
        }
        List<Entry> out = new ArrayList<>();
        for (Entry e : record) {
            if (e.corrects() == null) {
                insert(out, effective(e, corrections));
            }
        }
        return List.copyOf(out);
    }

    /** The entry with the contents, date and object of its last correction; a correction may itself be corrected. */
    private static Entry effective(Entry e, Map<Long, Entry> corrections) {
        Entry last = e;
        for (Entry c = corrections.get(e.seq()); c != null && c != last; c = corrections.get(c.seq())) {
            last = c;
        }
        return last == e ? e : new Entry(e.seq(), last.act(), last.registry(), e.recordedAt(), e.mode(), null);
    }

    private static void insert(List<Entry> out, Entry e) {
        int i = out.size();
        while (i > 0 && e.act().at().isBefore(out.get(i - 1).act().at())) {
            i--;
        }
        out.add(i, e);
    }
}
