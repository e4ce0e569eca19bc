package org.mingfa.server.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;

/** Which values of a form are personal data, and of whom: those that the pack marks {@code x-personal}. */
public final class PersonalFields {

    /** The key that seals what belongs to someone who is no party: a reporter, a witness. */
    public static final String OTHERS = "others";

    /** A personal value: whose key seals it, and where it is in the form (RFC 6901). */
    public record Place(String party, String pointer) {}

    private PersonalFields() {}

    public static List<Place> of(ActSpec spec, Act act, CaseFile before) {
        List<Place> out = new ArrayList<>();
        String owner = act.on().getOrDefault("party", OTHERS);
        if ("party".equals(spec.createsKind()) && spec.createsFrom() == null) {
            owner = "party-" + (before.objects().stream().filter(o -> o.kind().equals("party")).count() + 1);
        }
        object(spec.form(), act.form(), "", owner, out);
        return out;
    }

    private static void object(Map<?, ?> schema, Map<?, ?> value, String at, String owner, List<Place> out) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, s) -> {
                if (s instanceof Map<?, ?> field && value.get(name) != null) {
                    value(field, value.get(name), at + "/" + escaped((String) name), owner, out);
                }
            });
        }
    }

    private static void value(Map<?, ?> schema, Object value, String at, String owner, List<Place> out) {
        if (Boolean.TRUE.equals(schema.get("x-personal"))) {
            out.add(new Place(owner, at));
        } else if (value instanceof Map<?, ?> m) {
            object(schema, m, at, owner, out);
        } else if (value instanceof List<?> rows && schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < rows.size(); i++) {
                Object row = rows.get(i);
                String whose = row instanceof Map<?, ?> m && m.get("id") instanceof String id ? id : owner;
                value(items, row, at + "/" + i, whose, out);
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
