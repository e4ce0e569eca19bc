package org.mingfa.server.jurist.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a condition names, in Chinese.
 *
 * @param text as it stands in a sentence; empty for "each of them" within what is said of a list
 * @param schema JSON Schema of its values: the titles of an enum, the fields of an object, the items of a list
 * @param kind the kind of object that it is, or null
 * @param unit how they are counted: 名, 次, 项
 */
record Noun(String text, Map<?, ?> schema, @Nullable String kind, String unit) {

    static Noun of(String text, Map<?, ?> schema) {
        return new Noun(text, schema, null, "项");
    }

    static Noun date(String text) {
        return of(text, Map.of("format", "date"));
    }

    static Noun plain(String text) {
        return of(text, Map.of());
    }

    Noun said(String other) {
        return new Noun(other, schema, kind, unit);
    }

    boolean isDate() {
        return String.valueOf(schema.get("format")).startsWith("date");
    }

    boolean isMoney() {
        return "money".equals(schema.get("format"));
    }

    /** The schema of what a list holds. */
    Map<?, ?> items() {
        return schema.get("items") instanceof Map<?, ?> items ? items : Map.of();
    }

    /** What a value of an enum is called. */
    Optional<String> value(String code) {
        Map<?, ?> of = schema.containsKey("items") ? items() : schema;
        if (of.get("enum") instanceof List<?> codes && of.get("x-titles") instanceof List<?> titles) {
            int at = codes.indexOf(code);
            return at < 0 || at >= titles.size() ? Optional.empty() : Optional.of(String.valueOf(titles.get(at)));
        }
        return code.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? Optional.of(code) : Optional.empty();
    }
}
