package org.mingfa.core.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON (RFC 8785): one value, one sequence of bytes. Values are Map (string keys), List, String, Integer, Long,
 * Double, Boolean, null. Anything that has no single form is refused: whole numbers beyond 2^53 - 1, NaN, infinities, lone
 * surrogates, decimals (write money in whole 分 and ratios as text).
 */
public final class Canonical {
    /** the largest whole number that every reader of JSON reads alike (RFC 7493, 2.2) */
    static final long LARGEST = (1L << 53) - 1;

    private Canonical() {}

    /** @throws IllegalArgumentException naming the place (a JSON pointer) and the reason */
    public static byte[] of(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out, "");
        return out.toString();
    }

    /**
     * Reads one JSON value strictly: no duplicate keys, no trailing bytes, no lone surrogates, UTF-8 only. Whole numbers
     * become Long, others Double; objects and lists are unmodifiable and keep their order.
     *
     * @throws IllegalArgumentException naming the character position and the reason
     */
    public static @Nullable Object parse(byte[] json) {
        return JsonReader.read(json);
    }

    private static void write(@Nullable Object value, StringBuilder out, String at) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b.booleanValue());
            case String s -> JsonText.quote(s, out, at);
            case Integer i -> out.append(i.intValue());
            case Long l -> out.append(whole(l, at));
            case Double d -> out.append(EcmaNumber.of(d, at));
            case Map<?, ?> map -> object(map, out, at);
            case List<?> list -> list(list, out, at);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass().getSimpleName() + place(at));
        }
    }

    private static long whole(long value, String at) {
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException("whole number beyond 2^53 - 1, write it as text: " + value + place(at));
        }
        return value;
    }

    private static void object(Map<?, ?> map, StringBuilder out, String at) {
        var keys = new ArrayList<String>(map.size());
        for (Object key : map.keySet()) {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key that is not text: " + key + place(at));
            }
            keys.add(name);
        }
        keys.sort(null); // String compares by UTF-16 code units, as RFC 8785 3.2.3 wants
        out.append('{');
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (i > 0) {
                out.append(',');
            }
            JsonText.quote(key, out, at);
            out.append(':');
            write(map.get(key), out, at + "/" + key);
        }
        out.append('}');
    }

    private static void list(List<?> list, StringBuilder out, String at) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(list.get(i), out, at + "/" + i);
        }
        out.append(']');
    }

    static String place(String at) {
        return at.isEmpty() ? "" : " at " + at;
    }
}
