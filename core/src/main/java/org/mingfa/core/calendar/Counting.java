package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How periods are counted (期间计算): 民法典 第二百零一条至第二百零四条; docs/procedure-semantics.md, "Time". */
public final class Counting {
    private Counting() {}

    /**
     * The due date with its explanation. The day of the event is not counted; hours run to the minute and never roll
     * (pauses hold natural days, workdays, months and years, not hours). A period in hours from a day without a time
     * counts from the end of that day.
     *
     * @param extensions segments, each from the unrolled end of the one before
     * @throws IllegalArgumentException where hours and days are mixed in one period and its extensions
     */
    public static DueDate due(
            Moment start, Period period, boolean strict, List<Pause> pauses, List<Period> extensions, WorkCalendar cal) {
        boolean hours = period.unit() == Unit.H;
        if (extensions.stream().anyMatch(e -> (e.unit() == Unit.H) != hours)) {
            throw new IllegalArgumentException("a period in hours is extended by hours, one in days by days: " + extensions);
        }
        return hours ? HourSum.of(start, period, extensions) : new DaySum(start.date(), strict, pauses, cal).of(period, extensions);
    }

    /** The last day of a period in days, workdays, months or years without pauses: {@link #due} without its explanation. */
    public static LocalDate end(LocalDate start, Period period, boolean strict, WorkCalendar cal) {
        LocalDate end = add(start, period, cal);
        return strict || cal.isWorkday(end) ? end : cal.nextWorkday(end);
    }

    /** Plain addition, never rolled. Months and years end on the corresponding day, else the last of the month (民法典 第二百零二条). */
    public static LocalDate add(LocalDate day, Period period, WorkCalendar cal) {
        return shift(day, period, 1, cal);
    }

    /** Plain subtraction, never rolled: the n-th day or workday before. */
    public static LocalDate sub(LocalDate day, Period period, WorkCalendar cal) {
        return shift(day, period, -1, cal);
    }

    /** Days or workdays strictly between two days, neither end counted; 0 where b is not after a. Unit nd or wd. */
    public static int clearDays(LocalDate a, LocalDate b, Unit unit, WorkCalendar cal) {
        return switch (unit) {
            case ND -> (int) Math.max(0, days(a, b) - 1);
            case WD -> cal.workdays(a.plusDays(1), b);
            default -> throw new IllegalArgumentException("clear days are counted in nd or wd, not in " + unit);
        };
    }

    /** Natural days from a to b; negative where b is earlier. */
    public static long days(LocalDate a, LocalDate b) {
        return ChronoUnit.DAYS.between(a, b);
    }

    private static LocalDate shift(LocalDate day, Period period, int sign, WorkCalendar cal) {
        int n = sign * period.n();
        return switch (period.unit()) {
            case ND -> day.plusDays(n);
            case WD -> cal.plusWorkdays(day, n);
            case M -> day.plusMonths(n);
            case Y -> day.plusYears(n);
            case H -> throw new IllegalArgumentException("hours are counted from a time, not from a day");
        };
    }
}
