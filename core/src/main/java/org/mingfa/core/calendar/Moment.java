package org.mingfa.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When something happened, in local time: a day, with the time of day where it is known. */
public record Moment(LocalDate date, @Nullable LocalTime time) {

    public static Moment of(LocalDate date) {
        return new Moment(date, null);
    }

    public static Moment of(LocalDateTime at) {
        return new Moment(at.toLocalDate(), at.toLocalTime());
    }

    /** Parses {@code 2026-03-01} or {@code 2026-03-01T15:00}. */
    public static Moment parse(String text) {
        try {
            return text.length() == 10 ? of(LocalDate.parse(text)) : of(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not a date: '" + text + "'; write 2026-03-01 or 2026-03-01T15:00", e);
        }
    }

    /** The instant on the local clock; a bare day counts from its first minute. */
    public LocalDateTime from() {
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    /** True where both are on one day and at least one of them has no time, or they are equal: neither is before the other. */
    public boolean sameTime(Moment other) {
        return date.equals(other.date) && (time == null || other.time == null || time.equals(other.time));
    }

    public boolean isBefore(Moment other) {
        return !sameTime(other) && from().isBefore(other.from());
    }

    public boolean isAfter(Moment other) {
        return other.isBefore(this);
    }

    @Override
    public String toString() {
        return time == null ? date.toString() : date + "T" + time;
    }
}
