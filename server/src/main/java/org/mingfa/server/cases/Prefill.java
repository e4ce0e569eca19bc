package org.mingfa.server.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseReference;
import org.mingfa.core.procedure.CaseReference.Follow;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.store.Erased;
import org.mingfa.server.record.CaseKey;

/**
 * What the form of an act that follows from another case may be filled with: the other case's number, what the pack takes
 * from its acts, and for an act that makes objects, those of the same kind there with the fields of the same name. It is a
 * proposal: whoever does the act answers for it, and it is examined like any other.
 */
final class Prefill {

    private final OpenCase from;
    private final Map<String, Object> form = new LinkedHashMap<>();
    private final Map<?, ?> fields;

    private Prefill(ActSpec spec, OpenCase from) {
        this.from = from;
        fields = spec.form().get("properties") instanceof Map<?, ?> p ? p : Map.of();
    }

    static Map<String, Object> of(ActSpec spec, CaseReference r, Follow f, OpenCase from) {
        Prefill p = new Prefill(spec, from);
        p.form.put(r.field(), name(from));
        p.form.putAll(f.set());
        f.fill().forEach(p::fill);
        if (spec.isOpening() && spec.createsFrom() != null) {
            p.objects(Objects.requireNonNull(spec.createsKind()), spec.createsFrom());
        }
        return p.form;
    }

    /** A case is named by its number; one without a number by its id. */
    private static String name(OpenCase from) {
        CaseKey id = from.id();
        String number = from.head().number();
        return number == null ? id.toString() : number;
    }

    private void fill(String field, List<String> sources) {
        sources.stream().map(this::value).filter(v -> fits(fields.get(field), v)).findFirst().ifPresent(v -> form.put(field, v));
    }

    private @Nullable Object value(String path) {
        String[] parts = path.split("\\.");
        Entry last = latest(from.file(), parts[0]);
        return last == null ? null : parts[1].equals("date") ? last.act().at().date().toString() : last.act().form().get(parts[1]);
    }

    /** The latest happening of an act, in legal order, with the contents that count. */
    static @Nullable Entry latest(CaseFile file, String act) {
        return file.entries().reversed().stream().filter(e -> e.act().code().equals(act)).findFirst().orElse(null);
    }

    private void objects(String kind, String field) {
        Map<?, ?> row = fields.get(field) instanceof Map<?, ?> list && list.get("items") instanceof Map<?, ?> items
                && items.get("properties") instanceof Map<?, ?> p ? p : Map.of();
        List<Map<String, Object>> rows = from.file().objects().stream().filter(o -> o.kind().equals(kind) && o.alive()).map(o -> {
            Map<String, Object> values = new LinkedHashMap<>();
            o.fields().forEach((name, value) -> {
                if (!name.equals("id") && fits(row.get(name), value)) {
                    values.put(name, value);
                }
            });
            return values;
        }).filter(values -> !values.isEmpty()).toList();
        if (!rows.isEmpty()) {
            form.put(field, rows);
        }
    }

    private static boolean fits(@Nullable Object schema, @Nullable Object value) {
        return schema instanceof Map<?, ?> s && value != null && !value.equals("") && !value.equals(Erased.SHOWN)
                && (!(s.get("enum") instanceof List<?> in) || in.contains(value)) && !s.containsKey("x-number");
    }
}
