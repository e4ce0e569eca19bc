package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a form or the fields of an object as JSON Schema, with references to objects resolved in place. */
final class SchemaReader {

    private static final Set<String> TYPES = Set.of("string", "integer", "boolean", "array", "object", "number");

    private SchemaReader() {}

    /** @param objects kind to schema, for {@code $ref: "#/objects/party"} */
    static Map<String, Object> read(Doc d, Map<String, Procedure.ObjectSpec> objects) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!d.has("$ref")) {
            out.put("type", "object");
        }
        out.putAll(schema(d, objects));
        if (out.get("properties") instanceof Map<?, ?> p) {
            d.need("properties").fields().forEach((name, f) -> {
                if (!name.matches("[a-z][A-Za-z0-9]*") || Assembler.reserved(name)) {
                    throw f.fault("'" + name + "' cannot be a form field: use camelCase and not date, at, actor, officers");
                }
            });
            for (Doc r : d.list("required")) {
                if (!p.containsKey(r.text())) {
                    throw r.fault("required field '" + r.text() + "' is not among the properties");
                }
            }
        }
        out.putIfAbsent("additionalProperties", false);
        return out;
    }

    private static Map<String, Object> schema(Doc d, Map<String, Procedure.ObjectSpec> objects) {
        if (d.has("$ref")) {
            String ref = d.need("$ref").text();
            Procedure.ObjectSpec o = objects.get(ref.replace("#/objects/", ""));
            if (o == null) {
                throw d.fault("unknown reference '" + ref + "'; write #/objects/KIND");
            }
            return withId(o.schema());
        }
        if (d.has("x-assessment")) {
            return AssessmentField.of(d);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        for (Map.Entry<String, Doc> e : d.fields().entrySet()) {
            out.put(e.getKey(), value(e.getKey(), e.getValue(), objects));
        }
        if (out.containsKey("x-list")) {
            out.putIfAbsent("items", AnswerRows.ITEMS);
        }
        Object type = out.get("type");
        if (type != null && !TYPES.contains(String.valueOf(type))) {
            throw d.fault("unknown type '" + type + "'; known: string, integer, boolean, array, object");
        }
        if ("number".equals(type)) {
            throw d.fault("numbers with a fraction are not used: write integer (money in 分)");
        }
        return out;
    }

    private static Object value(String key, Doc d, Map<String, Procedure.ObjectSpec> objects) {
        return switch (key) {
            case "properties" -> {
                Map<String, Object> out = new LinkedHashMap<>();
                d.fields().forEach((name, f) -> out.put(name, schema(f, objects)));
                yield out;
            }
            case "items" -> schema(d, objects);
            case "additionalProperties" -> d.isMap() ? schema(d, objects) : d.value();
            default -> d.value();
        };
    }

    /** An object's row carries its id once it has one. */
    private static Map<String, Object> withId(Map<String, Object> schema) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", Map.of("type", "string", "x-hidden", true));
        if (schema.get("properties") instanceof Map<?, ?> p) {
            p.forEach((k, v) -> properties.put(String.valueOf(k), v));
        }
        Map<String, Object> out = new LinkedHashMap<>(schema);
        out.put("properties", properties);
        return out;
    }

    /** The names of the required fields. */
    static List<String> required(Map<String, Object> schema) {
        List<String> out = new ArrayList<>();
        if (schema.get("required") instanceof List<?> l) {
            l.forEach(r -> out.add(String.valueOf(r)));
        }
        return out;
    }
}
