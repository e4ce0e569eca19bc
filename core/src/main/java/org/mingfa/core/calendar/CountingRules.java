package org.mingfa.core.calendar;

import java.util.LinkedHashSet;

/**
 * Where the rules of counting stand in the law, as law/calendar/holidays.yaml cites them; each is empty where it cites none.
 *
 * @param start that the first day is not counted
 * @param workdays which days are of rest
 * @param months on which day months and years end
 * @param roll that a last day of rest moves to the next workday
 * @param hours from when hours count
 */
public record CountingRules(String start, String workdays, String months, String roll, String hours) {

    /** The articles that a sum rests on; several are separated by ；. */
    public String cited(Period period, boolean rolled) {
        var out = new LinkedHashSet<String>();
        out.add(period.unit() == Unit.H ? hours : start);
        out.add(period.unit() == Unit.WD ? workdays : "");
        out.add(period.unit() == Unit.M || period.unit() == Unit.Y ? months : "");
        out.add(rolled ? roll : "");
        out.remove("");
        return String.join("；", out);
    }
}
