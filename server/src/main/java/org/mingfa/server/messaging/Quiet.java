package org.mingfa.server.messaging;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** Hours of the day in which nobody is disturbed; from and to may lie on two sides of midnight, and alike means never. */
record Quiet(int from, int to) {

    boolean at(LocalTime time) {
        int hour = time.getHour();
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }

    /** When the morning of a moment's day began, that is when the quiet last ended at or before it. */
    LocalDateTime morning(LocalDateTime now) {
        LocalDateTime today = now.toLocalDate().atStartOfDay().plusHours(to);
        return today.isAfter(now) ? today.minusDays(1) : today;
    }
}
