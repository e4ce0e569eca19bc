package org.mingfa.server.document.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.document.DocumentModel;
import org.mingfa.server.document.DocumentTemplate;
import org.mingfa.server.document.DocumentTemplate.Field;
import org.mingfa.server.document.DocumentTemplate.Missing;

/** A template's declared fields filled from a model, and what is missing. */
public record Filling(Map<String, Object> values, List<Missing> missing) {

    public static Filling of(DocumentTemplate template, DocumentModel model) {
        var values = new HashMap<String, Object>();
        for (Field field : template.fields().values()) {
            Object value = first(field, model);
            if (value != null) values.put(field.name(), value);
        }
        var missing = new ArrayList<Missing>();
        for (Field field : template.fields().values()) {
            if (field.required() && !values.containsKey(field.name()) && applies(field, values)) {
                missing.add(new Missing(field.name(), field.title(), field.cite()));
            }
        }
        return new Filling(values, missing);
    }

    private static boolean applies(Field field, Map<String, Object> values) {
        if (field.when().isEmpty()) return true;
        int equals = field.when().indexOf('=');
        if (equals > 0) return field.when().substring(equals + 1).equals(String.valueOf(values.get(field.when().substring(0, equals))));
        boolean negated = field.when().startsWith("!");
        return negated != values.containsKey(negated ? field.when().substring(1) : field.when());
    }

    private static @Nullable Object first(Field field, DocumentModel model) {
        for (String path : field.from()) {
            Object value = model.at(path);
            if (value != null && !(field.positive() && value instanceof Number number && number.longValue() <= 0)) return value;
        }
        return field.fallback().isEmpty() ? null : field.fallback();
    }
}
