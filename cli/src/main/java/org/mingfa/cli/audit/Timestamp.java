package org.mingfa.cli.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.mingfa.core.calendar.Moment;

/**
 * An xs:dateTime as local time in the offset written there: {@code 2006-07-24T00:00:00.000+02:00} is the 24th, wherever it
 * is read. Written by hand because a log has hundreds of thousands of them.
 */
final class Timestamp {
    private Timestamp() {}

    /** @throws DateTimeException where it is none; years of four digits only */
    static Moment parse(String text) {
        if (text.length() < 19 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T'
                || text.charAt(13) != ':' || text.charAt(16) != ':') {
            throw new DateTimeException("not a timestamp");
        }
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int end = fraction(text);
        offset(text, end);
        int nanos = end == 19 ? 0 : (int) Math.round(Double.parseDouble("0" + text.substring(19, Math.min(end, 29))) * 1e9);
        return new Moment(date, LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19), nanos));
    }

    private static int fraction(String text) {
        int end = 19;
        if (end < text.length() && text.charAt(end) == '.') {
            do {
                end++;
            } while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0);
            if (end == 20) {
                throw new DateTimeException("no digits after the point");
            }
        }
        return end;
    }

    private static void offset(String text, int at) {
        if (at == text.length() || text.length() == at + 1 && text.charAt(at) == 'Z') {
            return;
        }
        boolean signed = text.charAt(at) == '+' || text.charAt(at) == '-';
        if (!signed || text.length() != at + 6 || text.charAt(at + 3) != ':'
                || digits(text, at + 1, at + 3) > 14 || digits(text, at + 4, at + 6) > 59) {
            throw new DateTimeException("not an offset");
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit");
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
