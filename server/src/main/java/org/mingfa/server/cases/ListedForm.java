package org.mingfa.server.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.catalogue.ListFacts;

/** A form with what the published lists propose for the case: a field with {@code x-list} gets {@code x-rows}, the rows of that kind. */
final class ListedForm {

    private ListedForm() {}

    interface Proposed {
        List<ListFacts.Proposal> of(String kind);
    }

    static Map<String, Object> of(Map<String, Object> form, Proposed proposed) {
        if (!(form.get("properties") instanceof Map<?, ?> fields) || fields.values().stream().noneMatch(ListedForm::lists)) {
            return form;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Map<Object, Object> with = new LinkedHashMap<>((Map<?, ?>) field);
            if (lists(field)) {
                with.put("x-rows", proposed.of(String.valueOf(with.get("x-list"))));
            }
            properties.put(String.valueOf(name), with);
        });
        Map<String, Object> out = new LinkedHashMap<>(form);
        out.put("properties", properties);
        return out;
    }

    private static boolean lists(Object field) {
        return field instanceof Map<?, ?> f && f.containsKey("x-list");
    }
}
