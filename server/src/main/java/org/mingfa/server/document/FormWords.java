package org.mingfa.server.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A form's values as people read them: an enum's code becomes its title, a person's id the name. Money and dates stay. */
public final class FormWords {
    private FormWords() {}

    /**
     * @param schema JSON Schema of the form, with {@code x-titles} and {@code x-widget} hints
     * @param names a person's id to the name; answers the id itself when it knows none
     */
    public static Map<String, Object> of(Map<String, Object> schema, Map<String, Object> form, UnaryOperator<String> names) {
        var words = new LinkedHashMap<String, Object>();
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        form.forEach((field, value) -> {
            if (value != null) words.put(field, word(properties.get(field), value, names));
        });
        return words;
    }

    @SuppressWarnings("unchecked")
    private static Object word(@Nullable Object schema, Object value, UnaryOperator<String> names) {
        if (!(schema instanceof Map<?, ?> spec)) return value;
        return switch (value) {
            case Map<?, ?> map -> of((Map<String, Object>) spec, (Map<String, Object>) map, names);
            case List<?> list -> list.stream().map(item -> word(item(spec), item, names)).toList();
            case String text when isPerson(spec) -> names.apply(text);
            default -> title(spec, value);
        };
    }

    private static @Nullable Object item(Map<?, ?> spec) {
        return isPerson(spec) ? spec : spec.get("items");
    }

    private static boolean isPerson(Map<?, ?> spec) {
        return "person".equals(spec.get("x-widget")) || "people".equals(spec.get("x-widget"));
    }

    private static Object title(Map<?, ?> spec, Object value) {
        if (!(spec.get("enum") instanceof List<?> codes) || !(spec.get("x-titles") instanceof List<?> titles)) return value;
        int at = codes.indexOf(value);
        return at >= 0 && at < titles.size() ? titles.get(at) : value;
    }
}
