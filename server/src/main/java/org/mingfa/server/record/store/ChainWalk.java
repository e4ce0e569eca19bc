package org.mingfa.server.record.store;

import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Chain;
import org.mingfa.server.record.store.EntryStore.Link;
import org.mingfa.server.record.store.EntryStore.Row;

/** Walks the rows of one case from its first entry on; stands still at the first that does not fit. */
public final class ChainWalk {

    private final CaseKey key;
    private Link link = Link.FIRST;
    private long fitting;
    private String fault = "";

    public ChainWalk(CaseKey key) {
        this.key = key;
    }

    public CaseKey key() {
        return key;
    }

    /** The next row in the order of {@code seq}. */
    public void next(Row row) {
        if (fault.isEmpty()) {
            fault = Links.fault(link, key, fitting + 1, row);
        }
        if (fault.isEmpty()) {
            link = new Link(row.recordedAt(), row.sha256(), row.sm3());
            fitting++;
        }
    }

    public Chain chain() {
        return fault.isEmpty() ? new Chain(fitting, 0, "") : new Chain(fitting, fitting + 1, fault);
    }
}
