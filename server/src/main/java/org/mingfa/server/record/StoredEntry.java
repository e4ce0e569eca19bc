package org.mingfa.server.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Registry;

/**
 * An entry as it stands in the record, its personal data opened. A value whose key was destroyed reads
 * {@code {"$destroyed": "party-1"}}.
 *
 * @param agency whose case it was when the entry was made
 * @param seq from 1
 * @param sha256 the chain up to here, hex
 * @param sm3 likewise
 */
public record StoredEntry(
        CaseKey key,
        long agency,
        long seq,
        Instant recordedAt,
        Act act,
        Registry registry,
        Mode mode,
        @Nullable Long corrects,
        Circumstances circumstances,
        String sha256,
        String sm3) {

    /** As the engine reads it. */
    public Entry entry() {
        return new Entry(seq, act, registry, recordedAt, mode, corrects);
    }
}
