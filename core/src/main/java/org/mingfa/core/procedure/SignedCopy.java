package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;
import org.mingfa.core.calendar.Moment;

/**
 * The entry by which the signed paper of an issued document comes back as a scan (回传签字件). It is no act of the procedure:
 * it is not examined and moves no due date; the scan is attached to it by digest.
 */
public final class SignedCopy {

    /** The code in the record; no pack has an act of this name. */
    public static final String ACT = "signed-copy";

    private SignedCopy() {}

    public static boolean is(Entry e) {
        return e.act().code().equals(ACT);
    }

    /**
     * The entry's act.
     *
     * @param what which document as issued ({@code document, title, number, sha256}) and from which scan ({@code scan} its
     *     SHA-256, {@code pages} as they follow there)
     * @param by id of who bound it, with that person's roles
     */
    public static Act act(Moment at, Map<String, Object> what, String by, List<String> roles) {
        return new Act(ACT, at, Map.of(), by, roles, List.of(), what);
    }
}
