package org.mingfa.server.catalogue.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as texts of law write them: 2026-08-15 or 2026年8月15日. */
final class Dates {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\s*[-年]\\s*(\\d{1,2})\\s*[-月]\\s*(\\d{1,2})\\s*日?");

    private Dates() {}

    /** Null where the text is not one whole date, such as 2004-03. */
    static @Nullable LocalDate whole(@Nullable String text) {
        Matcher m = DATE.matcher(text == null ? "" : text.strip());
        return m.matches() ? of(m) : null;
    }

    /** All dates in a text, in order. */
    static List<LocalDate> in(String text) {
        List<LocalDate> found = new ArrayList<>();
        Matcher m = DATE.matcher(text);
        while (m.find()) {
            LocalDate day = of(m);
            if (day != null) {
                found.add(day);
            }
        }
        return found;
    }

    private static @Nullable LocalDate of(Matcher m) {
        try {
            return LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
