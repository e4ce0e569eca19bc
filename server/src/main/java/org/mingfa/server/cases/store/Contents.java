package org.mingfa.server.cases.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;

/** A form's values as the engine keeps them: whole numbers are Long, absent values are left out, new objects have ids. */
public final class Contents {

    private Contents() {}

    /** @throws ArithmeticException for a number that is not whole or too large */
    public static Map<String, Object> normal(Map<String, Object> form) {
        Map<String, Object> out = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            Object v = normal(value);
            if (v != null) {
                out.put(name, v);
            }
        });
        return out;
    }

    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long n -> n;
            case BigInteger n -> n.longValueExact();
            case BigDecimal n -> n.longValueExact();
            case Number n -> new BigDecimal(n.toString()).longValueExact();
            case Map<?, ?> m -> {
                Map<String, Object> text = new LinkedHashMap<>();
                m.forEach((k, v) -> text.put(String.valueOf(k), v));
                yield normal(text);
            }
            case List<?> l -> l.stream().map(Contents::normal).filter(v -> v != null).toList();
            default -> value;
        };
    }

    /** Gives each row that becomes an object its id ({@code party-1}), so that what is personal can be sealed under it. */
    public static Map<String, Object> identified(ActSpec act, CaseFile file, Map<String, Object> form) {
        String field = act.createsFrom();
        if (field == null || !(form.get(field) instanceof List<?> rows)) {
            return form;
        }
        String kind = String.valueOf(act.createsKind());
        long next = file.objects().stream().filter(o -> o.kind().equals(kind)).count() + 1;
        List<Object> named = new ArrayList<>();
        for (Object row : rows) {
            Map<String, Object> fields = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((k, v) -> fields.put((String) k, v));
            fields.putIfAbsent("id", kind + "-" + next++);
            named.add(fields);
        }
        Map<String, Object> out = new LinkedHashMap<>(form);
        out.put(field, named);
        return out;
    }
}
