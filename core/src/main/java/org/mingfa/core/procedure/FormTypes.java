package org.mingfa.core.procedure;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a form's JSON Schema as CEL types, and its values as CEL values: dates become timestamps, money stays whole 分. */
final class FormTypes {

    private FormTypes() {}

    static CelType typeOf(Object schema, String name, Map<String, StructType> structs) {
        if (!(schema instanceof Map<?, ?> s)) {
            return SimpleType.DYN;
        }
        return switch (String.valueOf(s.get("type"))) {
            case "string" -> isDate(s) ? SimpleType.TIMESTAMP : SimpleType.STRING;
            case "integer" -> SimpleType.INT;
            case "boolean" -> SimpleType.BOOL;
            case "array" -> ListType.create(typeOf(s.get("items"), name + ".item", structs));
            case "object" -> s.get("properties") instanceof Map<?, ?> p
                    ? struct(name, p, Map.of(), structs)
                    : MapType.create(SimpleType.STRING, typeOf(s.get("additionalProperties"), name + ".value", structs));
            default -> SimpleType.DYN;
        };
    }

    /** A struct type of these properties and these fields besides, registered under its name. */
    static StructType struct(
            String name, Map<?, ?> properties, Map<String, CelType> besides, Map<String, StructType> structs) {
        Map<String, CelType> fields = new LinkedHashMap<>(besides);
        properties.forEach((k, v) -> fields.put(String.valueOf(k), typeOf(v, name + "." + k, structs)));
        StructType type = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), f -> Optional.ofNullable(fields.get(f)));
        structs.put(name, type);
        return type;
    }

    private static boolean isDate(Map<?, ?> schema) {
        return "date".equals(schema.get("format")) || "date-time".equals(schema.get("format"));
    }

    static Instant instant(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static LocalDate date(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The value as conditions see it; a value that does not fit its schema counts as absent (null). */
    static @org.jspecify.annotations.Nullable Object read(Object schema, Object value) {
        if (!(schema instanceof Map<?, ?> s)) {
            return value;
        }
        return switch (String.valueOf(s.get("type"))) {
            case "string" -> value instanceof String t ? (isDate(s) ? instant(t) : t) : null;
            case "integer" -> value instanceof Number n ? (Object) n.longValue() : null;
            case "boolean" -> value instanceof Boolean ? value : null;
            case "array" -> value instanceof List<?> l ? readAll(s.get("items"), l) : null;
            case "object" -> value instanceof Map<?, ?> m ? readFields(s, m) : null;
            default -> value;
        };
    }

    private static @org.jspecify.annotations.Nullable Instant instant(String text) {
        try {
            return text.length() == 10
                    ? instant(LocalDate.parse(text))
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private static List<Object> readAll(Object items, List<?> values) {
        List<Object> out = new ArrayList<>();
        for (Object v : values) {
            Object read = read(items, v);
            if (read != null) {
                out.add(read);
            }
        }
        return out;
    }

    static Map<String, Object> readFields(Map<?, ?> schema, Map<?, ?> values) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> p ? p : Map.of();
        Map<String, Object> out = new LinkedHashMap<>();
        values.forEach((k, v) -> {
            Object type = properties.containsKey(k) ? properties.get(k) : schema.get("additionalProperties");
            Object read = v == null ? null : read(type, v);
            if (read != null) {
                out.put(String.valueOf(k), read);
            }
        });
        return out;
    }
}
