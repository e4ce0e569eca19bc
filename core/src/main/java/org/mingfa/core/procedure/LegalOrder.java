package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.core.calendar.Moment;

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
                Entry now = effective(e, corrections);
                out.add(place(out, now.act().at()), now);
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

    /**
     * The place of a moment among entries in legal order: before the first that is later, else behind all. On one day an
     * entry without a time stands where it was recorded, and among those that have one the times always decide.
     */
    static int place(List<Entry> ordered, Moment at) {
        int i = ordered.size();
        while (i > 0 && ordered.get(i - 1).act().at().date().isAfter(at.date())) {
            i--;
        }
        for (int k = i - 1; k >= 0 && ordered.get(k).act().at().date().equals(at.date()); k--) {
            if (at.isBefore(ordered.get(k).act().at())) {
                i = k;
            }
        }
        return i;
    }
}
