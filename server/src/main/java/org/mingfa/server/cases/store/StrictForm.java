package org.mingfa.server.cases.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pack's form as a validator reads it: unknown fields are refused at every level, a field shown only in some cases
 * ({@code x-when}) is required only then, texts are bounded, and hints are left out.
 */
public final class StrictForm {

    private static final long LONGEST = 20_000;
    private static final long MOST_ROWS = 200;

    private StrictForm() {}

    /** @param schema as {@code ActSpec.form()} gives it */
    public static Map<String, Object> of(Map<String, Object> schema) {
        return strict(schema);
    }

    private static Map<String, Object> strict(Map<?, ?> schema) {
        Map<String, Object> out = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (key instanceof String k && !k.startsWith("x-") && !k.equals("title") && !k.equals("description")) {
                out.put(k, value(k, value));
            }
        });
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            out.putIfAbsent("additionalProperties", false);
            conditional(out, properties);
        }
        bound(out);
        return out;
    }

    private static Object value(String key, Object value) {
        if (key.equals("properties") && value instanceof Map<?, ?> properties) {
            Map<String, Object> out = new LinkedHashMap<>();
            properties.forEach((name, s) -> out.put((String) name, s instanceof Map<?, ?> m ? strict(m) : s));
            return out;
        }
        boolean nested = key.equals("items") || key.equals("additionalProperties");
        return nested && value instanceof Map<?, ?> m ? strict(m) : value;
    }

    private static void bound(Map<String, Object> out) {
        Object type = out.get("type");
        if ("string".equals(type)) {
            out.putIfAbsent("maxLength", LONGEST);
            switch (String.valueOf(out.get("format"))) {
                case "date" -> { }
                case "date-time" -> {
                    out.remove("format");
                    out.put("pattern", "^\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$");
                }
                default -> out.remove("format");
            }
        } else {
            out.remove("format");
        }
        if ("array".equals(type)) {
            out.putIfAbsent("maxItems", MOST_ROWS);
        }
    }

    private static void conditional(Map<String, Object> out, Map<?, ?> properties) {
        List<Object> required = new ArrayList<>(out.get("required") instanceof List<?> l ? l : List.of());
        List<Object> rules = new ArrayList<>();
        for (Object name : List.copyOf(required)) {
            if (properties.get(name) instanceof Map<?, ?> s && s.get("x-when") instanceof Map<?, ?> when) {
                required.remove(name);
                Map<String, Object> shown = Map.of(
                        "properties", Map.of(when.get("field"), Map.of("enum", when.get("in"))),
                        "required", List.of(when.get("field")));
                rules.add(Map.of("if", shown, "then", Map.of("required", List.of(name))));
            }
        }
        out.put("required", required);
        if (!rules.isEmpty()) {
            out.put("allOf", rules);
        }
    }
}
