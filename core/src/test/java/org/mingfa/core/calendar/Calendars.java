package org.mingfa.core.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The calendar of the house, for tests. */
public final class Calendars {
    private static final Path FILE = Path.of("../law/calendar/holidays.yaml");

    private Calendars() {}

    public static WorkCalendar national() {
        return WorkCalendar.parse(text(), FILE.toString());
    }

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
