package org.mingfa.core.calendar;

import java.time.LocalDate;

/** Counts workdays far outside the years held: whole years at a time, then day by day. */
record WorkdayWalk(WorkCalendar calendar) {

    LocalDate plus(LocalDate start, int n) {
        return n < 0 ? back(start, -n) : forward(start, n);
    }

    private LocalDate forward(LocalDate start, int n) {
        LocalDate day = start;
        int left = n;
        while (left > 0) {
            day = day.plusDays(1);
            LocalDate nextYear = day.plusYears(1);
            if (day.getDayOfYear() == 1 && left > 366) {
                left -= count(day, nextYear);
                day = nextYear.minusDays(1);
            } else if (calendar.isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    private LocalDate back(LocalDate start, int n) {
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.minusDays(1);
            if (calendar.isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    private int count(LocalDate from, LocalDate until) {
        int days = 0;
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            days += calendar.isWorkday(day) ? 1 : 0;
        }
        return days;
    }
}
