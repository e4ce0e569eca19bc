package org.mingfa.core.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of a calendar file: the years announced, every day that differs from the plain week, the fixed holidays; and what it cites. */
record HolidayTable(SortedSet<Integer> years, SortedMap<LocalDate, Day> days, Fixed fixed, CountingRules counting) {

    /** One announced day. @param work a make-up workday, else a day off */
    record Day(String name, boolean work, boolean statutory) {}

    /** Holidays with the same date every year, for the years not announced. */
    record Fixed(Map<MonthDay, String> names) {
        @Nullable String name(LocalDate day) {
            return names.get(MonthDay.from(day));
        }
    }

    String digest() {
        var text = new StringBuilder();
        years.forEach(year -> text.append(year).append('\n'));
        days.forEach((date, day) -> text.append(date).append(day).append('\n'));
        new TreeMap<>(fixed.names()).forEach((date, name) -> text.append(date).append(name).append('\n'));
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
