package org.mingfa.core.calendar;

/** A length of time as the law states it, e.g. {@code 7 wd} or {@code 90 nd}; {@code n} is never negative. */
public record Period(int n, Unit unit) {

    public Period {
        if (n < 0) {
            throw new IllegalArgumentException("a period cannot be negative: " + n);
        }
    }

    /** Parses {@code "5 wd"}; the error says what was read and what was expected. */
    public static Period parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("not a period: '" + text + "'; write a number and a unit, e.g. 5 wd");
        }
        return new Period(Integer.parseInt(parts[0]), Unit.parse(parts[1]));
    }

    @Override
    public String toString() {
        return n + " " + unit.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In Chinese: {@code 7个工作日}. */
    public String title() {
        return n + unit.title();
    }
}
