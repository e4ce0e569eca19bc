package org.mingfa.server.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.Ends.End;
import org.mingfa.server.record.store.ChainWalk;
import org.mingfa.server.record.store.EntryStore;

/** One passage through the record by region, case and number, beside what the rows of cases say of its ends. */
final class RecordWalk {

    static final int NAMED = 1000;

    private static final int PAGE = 1000;
    private static final CaseKey BEFORE_ALL = new CaseKey(Integer.MIN_VALUE, Long.MIN_VALUE);
    private static final Comparator<CaseKey> ORDER = Comparator.comparingInt(CaseKey::region).thenComparingLong(CaseKey::id);

    private final EntryStore entries;
    private final Known known;
    private final Deque<End> ends = new ArrayDeque<>();
    private CaseKey read = BEFORE_ALL;
    private boolean more = true;

    private final List<RecordCheck.Broken> first = new ArrayList<>();
    private long cases;
    private long count;
    private long broken;

    RecordWalk(EntryStore entries, Known known) {
        this.entries = entries;
        this.known = known;
    }

    /** Pages of {@link Ends}; empty where nobody knows them. */
    interface Known {
        Optional<List<End>> after(CaseKey after, int limit);
    }

    RecordCheck.Report all(LongConsumer progress) {
        walk(BEFORE_ALL, null, progress);
        for (End end = end(); end != null; end = end()) {
            withoutEntries(ends.remove());
        }
        return report();
    }

    RecordCheck.Report one(CaseKey key) {
        CaseKey before = new CaseKey(key.region(), key.id() - 1);
        read = before;
        walk(before, key, n -> {});
        End end = cases == 0 ? end() : null;
        if (end != null && end.key().equals(key)) {
            withoutEntries(end);
        }
        return report();
    }

    /** From the cases after one up to another, or to the end of the record. */
    private void walk(CaseKey after, @Nullable CaseKey last, LongConsumer progress) {
        ChainWalk chain = null;
        long seq = Long.MAX_VALUE;
        List<EntryStore.Row> page;
        do {
            page = entries.page(chain == null ? after : chain.key(), seq, PAGE);
            for (EntryStore.Row row : page) {
                if (last != null && ORDER.compare(row.key(), last) > 0) {
                    finish(chain, seq);
                    return;
                }
                if (chain == null || !chain.key().equals(row.key())) {
                    finish(chain, seq);
                    chain = new ChainWalk(row.key());
                }
                chain.next(row);
                seq = row.seq();
                count++;
            }
            progress.accept(count);
        } while (page.size() == PAGE);
        finish(chain, seq);
    }

    private void finish(@Nullable ChainWalk walked, long seq) {
        if (walked == null) {
            return;
        }
        cases++;
        Chain chain = walked.chain();
        Optional<End> end = endOf(walked.key());
        if (!chain.whole()) {
            add(walked.key(), chain.brokenAt(), chain.reason());
        } else if (end.isPresent() && end.get().seq() != seq) {
            add(walked.key(), Math.min(end.get().seq(), seq) + 1, "the record ends with entry " + seq + ", the row of its case with " + end.get().seq());
        }
    }

    /** Passes over the ends before a case: their cases have no entry at all. */
    private Optional<End> endOf(CaseKey key) {
        for (End end = end(); end != null && ORDER.compare(end.key(), key) <= 0; end = end()) {
            ends.remove();
            if (end.key().equals(key)) {
                return Optional.of(end);
            }
            withoutEntries(end);
        }
        return Optional.empty();
    }

    private void withoutEntries(End end) {
        cases++;
        add(end.key(), 1, "there is no entry, and the row of its case ends with " + end.seq());
    }

    private @Nullable End end() {
        if (ends.isEmpty() && more) {
            List<End> page = known.after(read, PAGE).orElse(List.of());
            more = page.size() == PAGE;
            ends.addAll(page);
            read = page.isEmpty() ? read : page.getLast().key();
        }
        return ends.peek();
    }

    private void add(CaseKey key, long seq, String reason) {
        broken++;
        if (first.size() < NAMED) {
            first.add(new RecordCheck.Broken(key, seq, reason));
        }
    }

    private RecordCheck.Report report() {
        return new RecordCheck.Report(cases, count, broken, List.copyOf(first));
    }
}
