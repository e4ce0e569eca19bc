package org.mingfa.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which days are workdays: Monday to Friday, without the announced days off, with the announced make-up workdays
 * (全国年节及纪念日放假办法 and the yearly notices of the State Council General Office, held in law/calendar).
 *
 * <p>A year that the calendar does not hold is <em>not announced</em>: it is taken as weekends and fixed holidays, and
 * every due date that rests on it is provisional (暂计). Immutable; every query is constant time within the years held
 * and {@value #AHEAD} years after.
 */
public final class WorkCalendar {
    private static final int AHEAD = 30;

    private final NavigableSet<Integer> announced;
    private final Map<LocalDate, HolidayTable.Day> days;
    private final HolidayTable.Fixed fixed;
    private final WorkdayIndex index;
    private final String digest;
    private final CountingRules counting;

    private WorkCalendar(HolidayTable table) {
        announced = new TreeSet<>(table.years());
        days = Map.copyOf(table.days());
        fixed = table.fixed();
        digest = table.digest();
        counting = table.counting();
        index = new WorkdayIndex(announced.first(), announced.last() + AHEAD, this::lookUp);
    }

    /** Reads a calendar; see law/calendar/holidays.yaml for the format. */
    public static WorkCalendar parse(String yaml) {
        return parse(yaml, "holidays.yaml");
    }

    /**
     * @param file the name that an error gives
     * @throws IllegalArgumentException naming file, line and reason
     */
    public static WorkCalendar parse(String yaml, String file) {
        return new WorkCalendar(HolidayFile.read(yaml, file));
    }

    public boolean isWorkday(LocalDate day) {
        return index.covers(day) ? index.isWorkday(day) : lookUp(day);
    }

    /** A day that the law itself names, not one moved beside it; in a year not announced only those with a fixed date. */
    public boolean isStatutoryHoliday(LocalDate day) {
        if (!announced(day.getYear())) {
            return fixed.name(day) != null;
        }
        HolidayTable.Day held = days.get(day);
        return held != null && held.statutory();
    }

    /** True where the calendar holds the year's notice. */
    public boolean announced(int year) {
        return announced.contains(year);
    }

    /** The day itself where it is a workday, else the first workday after it. */
    public LocalDate nextWorkday(LocalDate day) {
        LocalDate d = day;
        while (!isWorkday(d)) {
            d = d.plusDays(1);
        }
        return d;
    }

    /** The {@code n}-th workday after {@code day} (before it where {@code n} is negative); {@code day} itself for 0. */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        if (n == 0) {
            return day;
        }
        LocalDate held = index.covers(day) ? index.plus(day, n) : null;
        return held != null ? held : new WorkdayWalk(this).plus(day, n);
    }

    /** How many workdays lie in [from, until). */
    public int workdays(LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            return 0;
        }
        if (index.covers(from) && index.covers(until)) {
            return index.before(until) - index.before(from);
        }
        return (int) from.datesUntil(until).filter(this::isWorkday).count();
    }

    /** Why the day is one of rest, in Chinese: 国庆节, 星期六; empty for a workday. */
    public String rest(LocalDate day) {
        if (isWorkday(day)) {
            return "";
        }
        HolidayTable.Day held = days.get(day);
        String name = held != null ? held.name() : announced(day.getYear()) ? null : fixed.name(day);
        return name != null ? name : day.getDayOfWeek() == DayOfWeek.SATURDAY ? "星期六" : "星期日";
    }

    /** The articles that counting rests on. */
    public CountingRules counting() {
        return counting;
    }

    /** SHA-256 (hex) of the facts held, whatever their layout in the file: kept with every entry examined under them. */
    public String digest() {
        return digest;
    }

    private boolean lookUp(LocalDate day) {
        if (!announced.contains(day.getYear())) {
            return isWeekday(day) && fixed.name(day) == null;
        }
        HolidayTable.Day held = days.get(day);
        return held == null ? isWeekday(day) : held.work();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }
}
