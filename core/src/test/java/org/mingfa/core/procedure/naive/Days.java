package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** Counting on the fingers, by "Time" of docs/procedure-semantics.md. Calls nothing of core/calendar; {@link Moment} only carries. */
final class Days {

    /** One short and one long holiday and two make-up workdays; 2027 is not announced. */
    static final String CALENDAR = """
            calendar: 抽取用
            cite: 法 第一条
            fixed: {元旦: [01-01], 劳动节: [05-01..02], 国庆节: [10-01..03]}
            years:
              2026:
                清明节: {statutory: [04-05], off: [04-04..06]}
                劳动节: {statutory: [05-01..02], off: [05-01..05], work: [04-26, 05-09]}
            """;
    private static final Set<LocalDate> OFF = Set.of(
            day("2026-04-04"), day("2026-04-05"), day("2026-04-06"),
            day("2026-05-01"), day("2026-05-02"), day("2026-05-03"), day("2026-05-04"), day("2026-05-05"),
            day("2027-01-01"), day("2027-05-01"), day("2027-05-02"), day("2027-10-01"), day("2027-10-02"), day("2027-10-03"));
    private static final Set<LocalDate> WORK = Set.of(day("2026-04-26"), day("2026-05-09"));

    /** Days that are not counted: from begin until end, end not among them; no end while it runs. */
    record Stop(LocalDate begin, @Nullable LocalDate end) {}

    /** The last moment, the last day before rolling, and whether an open pause holds it. */
    record End(Moment due, LocalDate unrolled, boolean stopped, boolean provisional) {}

    private Days() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static boolean workday(LocalDate d) {
        return WORK.contains(d) || !OFF.contains(d) && d.getDayOfWeek().getValue() <= 5;
    }

    static End end(Moment start, List<Pack.Len> segments, boolean strict, List<Stop> stops) {
        if (segments.getFirst().unit().equals("h")) {
            LocalDateTime at = start.time() == null ? start.date().plusDays(1).atStartOfDay() : start.date().atTime(start.time());
            for (Pack.Len s : segments) {
                at = at.plusHours(s.n());
            }
            return new End(new Moment(at.toLocalDate(), at.toLocalTime()), at.toLocalDate(), false, false);
        }
        LocalDate last = start.date();
        boolean stopped = false;
        boolean provisional = false;
        for (Pack.Len s : segments) {
            LocalDate from = last;
            last = segment(from, s, stops);
            LocalDate to = last;
            stopped |= stops.stream().anyMatch(p -> p.end() == null && !p.begin().isAfter(to) && from.isBefore(to));
            provisional |= s.unit().equals("wd") && s.n() > 0 && last.getYear() != 2026;
        }
        LocalDate due = last;
        while (!strict && !workday(due)) {
            due = due.plusDays(1);
        }
        return new End(new Moment(due, null), last, stopped, provisional || !strict && due.getYear() != 2026);
    }

    private static LocalDate segment(LocalDate from, Pack.Len s, List<Stop> stops) {
        boolean workdays = s.unit().equals("wd");
        if (workdays || s.unit().equals("nd")) {
            LocalDate day = from;
            for (int left = s.n(); left > 0; ) {
                day = day.plusDays(1);
                if (!paused(day, stops) && (!workdays || workday(day))) {
                    left--;
                }
            }
            return day;
        }
        LocalDate plain = s.unit().equals("m") ? from.plusMonths(s.n()) : from.plusYears(s.n());
        LocalDate due = plain;
        while (!stops.isEmpty()) {
            LocalDate next = plain.plusDays(from.plusDays(1).datesUntil(due.plusDays(1)).filter(d -> paused(d, stops)).count());
            if (next.equals(due)) {
                return due;
            }
            due = next;
        }
        return plain;
    }

    /** A running pause is left out of the sum: the date is shown as stopped. */
    private static boolean paused(LocalDate day, List<Stop> stops) {
        return stops.stream().anyMatch(p -> p.end() != null && !day.isBefore(p.begin()) && day.isBefore(p.end()));
    }

    /** On its last day, or to its last minute, an act is on time. */
    static boolean past(End end, Moment at) {
        return !end.stopped() && later(at, end.due());
    }

    /** Strictly later: by day, on one day by time where both have one. */
    static boolean later(Moment a, Moment b) {
        if (!a.date().equals(b.date())) {
            return a.date().isAfter(b.date());
        }
        return a.time() != null && b.time() != null && a.time().isAfter(b.time());
    }
}
