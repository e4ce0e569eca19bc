package org.mingfa.server.cases;

import java.util.List;
import org.mingfa.core.procedure.Finding;
import org.mingfa.server.record.StoredEntry;

/**
 * An act done.
 *
 * @param open the case as it stands after it
 * @param changed what a late entry or a correction changed in the findings of later entries
 * @param repeated true where this is the answer to a request sent again
 */
public record Done(StoredEntry entry, OpenCase open, List<Changed> changed, boolean repeated) {

    /** Findings of a later entry that came or went. */
    public record Changed(long seq, List<Finding> came, List<Finding> went) {}
}
