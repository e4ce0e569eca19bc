package org.mingfa.core.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The field that a pack declares with {@code x-assessment: true}: what the calculator (裁量计算) answered, kept with the act. Its parts
 * are always the same and stand here alone; a pack says only which act keeps one, and its title.
 */
final class AssessmentField {

    private AssessmentField() {}

    static Map<String, Object> of(Doc d) {
        d.fields().keySet().stream().filter(k -> !k.equals("x-assessment") && !k.equals("title")).findFirst().ifPresent(k -> {
            throw d.fault("a field with x-assessment has only a title besides, not '" + k + "'");
        });
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "object");
        out.put("title", d.has("title") ? d.need("title").text() : "裁量测算");
        out.put("x-assessment", true);
        out.put("required", List.of("situation", "table", "tables", "choice", "ranges", "explanation"));
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("situation", Map.of("type", "object", "title", "情形（计算时所填）"));
        text(parts, "table", "裁量基准");
        text(parts, "violation", "违法行为");
        text(parts, "benchmark", "基准名称");
        text(parts, "grade", "裁量阶次");
        text(parts, "row", "所在行");
        text(parts, "choice", "从轻、从重");
        parts.put("tables", rows("所用的表", text("code", "编码"), text("from", "施行第一日"), text("digest", "校验值")));
        parts.put("ranges", rows("幅度", text("party", "当事人"), money("min", "最低罚款"), money("max", "最高罚款"), text("text", "幅度的文字"),
                money("proposed", "建议罚款"), money("decided", "拟罚款")));
        parts.put("spared", Map.of("type", "boolean", "title", "不予处罚"));
        parts.put("ungrounded", Map.of("type", "boolean", "title", "不予处罚而没有选定法定情节"));
        parts.put("departs", Map.of("type", "boolean", "title", "偏离裁量基准"));
        text(parts, "explanation", "说明的校验值");
        out.put("properties", parts);
        return out;
    }

    private static void text(Map<String, Object> parts, String name, String title) {
        parts.put(name, Map.of("type", "string", "title", title));
    }

    private record Part(String name, Map<String, Object> schema) {}

    private static Part text(String name, String title) {
        return new Part(name, Map.of("type", "string", "title", title));
    }

    private static Part money(String name, String title) {
        return new Part(name, Map.of("type", "integer", "format", "money", "title", title));
    }

    private static Map<String, Object> rows(String title, Part... parts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Part p : parts) {
            properties.put(p.name(), p.schema());
        }
        return Map.of("type", "array", "title", title, "items", Map.of("type", "object", "properties", properties));
    }
}
