package org.mingfa.core.sealing;

import java.util.regex.Pattern;

/** Numbers as RFC 8259 writes them. */
final class JsonNumber {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile(WHOLE + "(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private JsonNumber() {}

    static Object read(JsonReader reader, char first) {
        if (first != '-' && (first < '0' || first > '9')) {
            throw reader.error("not a value");
        }
        String text = reader.numberText();
        if (!NUMBER.matcher(text).matches()) {
            throw reader.error("not a number: " + text);
        }
        if (WHOLE.matcher(text).matches()) {
            return whole(reader, text);
        }
        return real(reader, text);
    }

    private static Long whole(JsonReader reader, String text) {
        if (text.length() > 17 || Math.abs(Long.parseLong(text)) > Canonical.LARGEST) {
            throw reader.error("whole number beyond 2^53 - 1: " + text);
        }
        return Long.valueOf(text);
    }

    private static Double real(JsonReader reader, String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw reader.error("number too large: " + text);
        }
        return value;
    }
}
