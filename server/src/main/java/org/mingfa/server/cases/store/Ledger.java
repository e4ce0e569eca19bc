package org.mingfa.server.cases.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.cases.CaseId;
import org.mingfa.server.cases.EnforcementCase;

/** The record of cases as handling needs it. */
public interface Ledger {

    /** Hashes and time of an entry just appended. */
    record Appended(Instant recordedAt, String sm3, String sha256) {}

    Appended append(EnforcementCase head, Recorded entry);

    List<Recorded> all(CaseId id);

    Optional<Recorded> byKey(CaseId id, String key);
}
