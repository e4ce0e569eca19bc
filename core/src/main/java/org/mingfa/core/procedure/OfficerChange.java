package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;
import org.mingfa.core.calendar.Moment;

/**
 * The entry by which a case passes from one handling officer to another (变更承办人). It is no act of the procedure: packs say
 * who may carry out which act, not whose desk a case lies on. It is not examined and moves no due date; acts later in legal
 * time are examined with the officers they name, as before.
 */
public final class OfficerChange {

    /** The code in the record; no pack has an act of this name. */
    public static final String ACT = "change-officer";

    private OfficerChange() {}

    public static boolean is(Entry e) {
        return e.act().code().equals(ACT);
    }

    /**
     * The entry's act.
     *
     * @param from id of the person who handled the case until now
     * @param to id of the person who handles it from here on
     * @param by id of who decided it, with that person's roles
     */
    public static Act act(Moment at, String from, String to, String by, List<String> roles) {
        return new Act(ACT, at, Map.of(), by, roles, List.of(), Map.of("from", from, "to", to));
    }

    public static String from(Act act) {
        return String.valueOf(act.form().get("from"));
    }

    public static String to(Act act) {
        return String.valueOf(act.form().get("to"));
    }
}
