package org.mingfa.core.calendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The sum of a period in hours: to the minute, over rest days and nights, never rolled. */
final class HourSum {
    private HourSum() {}

    static DueDate of(Moment start, Period period, List<Period> extensions) {
        var steps = new ArrayList<String>();
        LocalDateTime at = start.from();
        if (start.time() == null) {
            at = at.plusDays(1);
            steps.add("起算时刻未记录，自" + start.date() + "二十四时起算");
        } else {
            steps.add("自" + words(at) + "起算");
        }
        at = at.plusHours(period.n());
        steps.add(period.title() + "，至" + words(at));
        for (Period extension : extensions) {
            at = at.plusHours(extension.n());
            steps.add("延长" + extension.title() + "，至" + words(at));
        }
        return new DueDate(Moment.of(at), at.toLocalDate(), false, false, List.copyOf(steps), List.of());
    }

    private static String words(LocalDateTime at) {
        return at.toString().replace('T', ' ');
    }
}
