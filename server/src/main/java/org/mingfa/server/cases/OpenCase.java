package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.server.cases.store.Rows;

/**
 * A case as held in memory.
 *
 * @param lastHash SM3 of its last entry, hex; empty before the first
 * @param written its rows as the database has them, where this server wrote them last; null after reading the record
 */
public record OpenCase(EnforcementCase head, CaseFile file, String lastHash, @Nullable Rows written) {

    public CaseKey id() {
        return head.id();
    }

    public long seq() {
        return head.seq();
    }
}
