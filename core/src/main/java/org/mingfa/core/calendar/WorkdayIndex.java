package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Workdays of a span of years, numbered, so that counting is an addition. */
final class WorkdayIndex {
    private final long first;
    private final long last;
    /** per day from {@link #first}: how many workdays lie before it */
    private final int[] before;
    /** epoch day of each workday */
    private final int[] workdays;

    WorkdayIndex(int fromYear, int toYear, Predicate<LocalDate> isWorkday) {
        LocalDate from = LocalDate.of(fromYear, 1, 1);
        first = from.toEpochDay();
        last = LocalDate.of(toYear, 12, 31).toEpochDay();
        before = new int[(int) (last - first) + 2];
        int[] found = new int[before.length];
        int count = 0;
        for (int i = 0; i < before.length - 1; i++) {
            before[i] = count;
            if (isWorkday.test(from.plusDays(i))) {
                found[count++] = (int) first + i;
            }
        }
        before[before.length - 1] = count;
        workdays = Arrays.copyOf(found, count);
    }

    boolean covers(LocalDate day) {
        long d = day.toEpochDay();
        return d >= first && d <= last;
    }

    boolean isWorkday(LocalDate day) {
        int i = offset(day);
        return before[i + 1] > before[i];
    }

    int before(LocalDate day) {
        return before[offset(day)];
    }

    /** The n-th workday after the day, before it where n is negative; null where that lies outside. */
    @Nullable LocalDate plus(LocalDate day, int n) {
        int i = offset(day);
        long target = n > 0 ? (long) before[i + 1] + n - 1 : (long) before[i] + n;
        return target < 0 || target >= workdays.length ? null : LocalDate.ofEpochDay(workdays[(int) target]);
    }

    private int offset(LocalDate day) {
        return (int) (day.toEpochDay() - first);
    }
}
