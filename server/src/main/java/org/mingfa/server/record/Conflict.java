package org.mingfa.server.record;

import java.util.List;

/** Others have added entries since the state on which an act was decided: it was not recorded. */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<StoredEntry> since;

    Conflict(CaseKey key, long expected, List<StoredEntry> since) {
        super("case " + key + " has moved on since entry " + expected);
        this.since = since;
    }

    /** The entries after the expected one, as far as the caller may see them. */
    public List<StoredEntry> since() {
        return since;
    }
}
