package org.mingfa.server.paper;

import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;

/**
 * A page of a scan.
 *
 * @param page from 1
 * @param of what its mark names, or the page before; null where neither does
 * @param docPage as the mark says, so of {@code docPages}; null where the page has none
 * @param bound what it was bound to
 * @param boundSeq by which entry
 * @param aside why it belongs to no document
 */
public record ScanPage(
        int page, Found found, @Nullable Named of, @Nullable Integer docPage, @Nullable Integer docPages, @Nullable Named bound, @Nullable Long boundSeq, @Nullable String aside) {

    /** An issued document. */
    public record Named(CaseKey of, long document) {}

    public boolean left() {
        return boundSeq == null && aside == null;
    }
}
