package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a field with {@code x-list}: one answer to each condition of a list's row that concerns the case, with its reason. */
final class AnswerRows {

    static final Map<String, Object> ITEMS = items();

    private AnswerRows() {}

    private static Map<String, Object> items() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("list", Map.of("type", "string", "title", "清单"));
        properties.put("row", Map.of("type", "string", "title", "序号"));
        properties.put("condition", Map.of("type", "string", "title", "条件"));
        properties.put("met", Map.of("type", "boolean", "title", "是否符合"));
        properties.put("reason", Map.of("type", "string", "title", "理由和证据", "minLength", 1L, "x-widget", "textarea"));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "object");
        out.put("required", List.of("list", "row", "condition", "met", "reason"));
        out.put("properties", properties);
        return out;
    }
}
