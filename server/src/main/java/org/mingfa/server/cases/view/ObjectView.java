package org.mingfa.server.cases.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;

/** An object of the case (当事人, 登记保存物品 …) with its fields in the order of the pack, each with its title. */
public record ObjectView(String kind, String kindTitle, String id, String label, List<Field> fields, boolean alive) {

    /** @param schema of the field in the pack: how its value reads */
    public record Field(String name, String title, Map<String, Object> schema, Object value) {}

    public static List<ObjectView> all(CaseFile file) {
        return file.objects().stream().map(o -> of(file.procedure(), o)).toList();
    }

    private static ObjectView of(Procedure procedure, CaseFile.ObjectState o) {
        List<Field> fields = new ArrayList<>();
        properties(procedure, o.kind()).forEach((name, schema) -> {
            Object value = o.fields().get(name);
            if (value != null && !value.equals("")) {
                fields.add(new Field(name, String.valueOf(schema.getOrDefault("title", name)), schema, value));
            }
        });
        return new ObjectView(o.kind(), o.kindTitle(), o.id(), o.label(), fields, o.alive());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(Procedure procedure, String kind) {
        return procedure.objects().stream().filter(s -> s.kind().equals(kind)).findFirst()
                .map(s -> (Map<String, Map<String, Object>>) s.schema().get("properties")).orElse(Map.of());
    }
}
