package org.mingfa.server.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.server.cases.view.SubmissionView.Change;

/** What differs between two versions of a drafted act, value by value, each with the title of its field. */
final class DraftChanges {

    private static final Map<String, String> ENVELOPE = Map.of("at", "办理日期", "officers", "执法人员", "files", "附件", "on", "对象");

    private final Map<String, String> titles;

    DraftChanges(@Nullable ActSpec spec) {
        this.titles = titles(spec);
    }

    static Map<String, String> titles(@Nullable ActSpec spec) {
        Map<String, String> out = new LinkedHashMap<>();
        if (spec != null && spec.form().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, field) -> out.put((String) name, field instanceof Map<?, ?> f && f.get("title") instanceof String t ? t : (String) name));
        }
        return out;
    }

    List<Change> between(ActInput before, ActInput after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> all = new LinkedHashSet<>(now.keySet());
        all.addAll(old.keySet());
        return all.stream().filter(p -> !Objects.equals(old.get(p), now.get(p))).map(p -> new Change(p, title(p), old.get(p), now.get(p))).toList();
    }

    /** The title of the field that a pointer into the act lies in; of a row of a list its number too. */
    String title(String pointer) {
        String[] parts = pointer.split("/", -1);
        if (parts.length < 2) {
            return "";
        }
        boolean form = parts[1].equals("form") && parts.length > 2;
        String name = form ? titles.getOrDefault(unescaped(parts[2]), parts[2]) : ENVELOPE.getOrDefault(parts[1], parts[1]);
        int row = form ? 3 : 2;
        return parts.length > row && parts[row].matches("\\d{1,4}") ? name + "（第 " + (Integer.parseInt(parts[row]) + 1) + " 项）" : name;
    }

    private static Map<String, String> flat(ActInput act) {
        Map<String, String> out = new LinkedHashMap<>();
        put("/at", act.at(), out);
        put("/officers", act.officersOrNone(), out);
        put("/form", act.formOrEmpty(), out);
        put("/files", act.filesOrNone(), out);
        return out;
    }

    private static void put(String at, @Nullable Object value, Map<String, String> out) {
        switch (value) {
            case null -> {}
            case Map<?, ?> m -> m.forEach((name, v) -> put(at + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1"), v, out));
            case List<?> l -> {
                List<Object> rows = new ArrayList<>(l);
                for (int i = 0; i < rows.size(); i++) {
                    put(at + "/" + i, rows.get(i), out);
                }
            }
            default -> out.put(at, String.valueOf(value));
        }
    }

    private static String unescaped(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }
}
