package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseReference.As;
import org.mingfa.core.procedure.CaseReference.Follow;
import org.mingfa.core.procedure.CaseReference.Where;

/** Reads the hint {@code x-case} of a form's fields. */
final class CaseReferenceReader {

    private CaseReferenceReader() {}

    /** The references of a form as its pack writes it, in the order of the fields. */
    static List<CaseReference> of(Doc form) {
        List<CaseReference> out = new ArrayList<>();
        Doc properties = form.get("properties");
        if (properties != null) {
            properties.fields().forEach((name, f) -> {
                if (f.isMap() && f.has("x-case")) {
                    out.add(reference(name, f, properties));
                }
            });
        }
        return out;
    }

    private static CaseReference reference(String name, Doc field, Doc properties) {
        Doc d = field.need("x-case");
        d.only("as", "procedure", "follows");
        if (!"string".equals(field.text("type")) || field.has("x-personal")) {
            throw field.fault("a field that names a case is a string and not personal");
        }
        CaseReference r = new CaseReference(name, as(d.need("as")), d.texts("procedure"), d.list("follows").stream().map(CaseReferenceReader::follow).toList());
        if (properties.has(r.idField())) {
            throw properties.need(r.idField()).fault("'" + r.idField() + "' is what the platform keeps beside '" + name + "'");
        }
        return r;
    }

    private static As as(Doc d) {
        for (As as : As.values()) {
            if (as.name().toLowerCase(Locale.ROOT).equals(d.text())) {
                return as;
            }
        }
        throw d.fault("as is source, parent, outcome or related");
    }

    private static Follow follow(Doc d) {
        d.only("procedure", "act", "title", "where", "fill", "set");
        Map<String, List<String>> fill = new LinkedHashMap<>();
        Map<String, Object> set = new LinkedHashMap<>();
        fields(d.get("fill")).forEach((name, from) -> {
            from.list().stream().filter(f -> !f.text().matches("[a-z][a-z0-9-]*\\.[a-z][A-Za-z0-9]*")).forEach(f -> {
                throw f.fault("fill is taken from act.field, not '" + f.text() + "'");
            });
            fill.put(name, from.list().stream().map(Doc::text).toList());
        });
        fields(d.get("set")).forEach((name, value) -> set.put(name, value.value()));
        return new Follow(d.need("procedure").text(), d.need("act").text(), d.text("title"), where(d.get("where")), fill, set);
    }

    private static Map<String, Doc> fields(@Nullable Doc d) {
        return d == null ? Map.of() : d.fields();
    }

    private static @Nullable Where where(@Nullable Doc d) {
        if (d == null) {
            return null;
        }
        d.only("field", "in");
        List<Object> in = d.need("in").list().stream().map(Doc::value).toList();
        return new Where(Objects.requireNonNull(d.need("field").text()), in);
    }

    /** A form's schema with a hidden field for the id beside each field that names a case. */
    static void withIds(Map<String, Object> schema, List<CaseReference> references) {
        if (!references.isEmpty() && schema.get("properties") instanceof Map<?, ?> p) {
            Map<String, Object> properties = new LinkedHashMap<>();
            p.forEach((name, s) -> {
                properties.put(String.valueOf(name), s);
                references.stream().filter(r -> r.field().equals(name))
                        .forEach(r -> properties.put(r.idField(), Map.of("type", "string", "x-hidden", true)));
            });
            schema.put("properties", properties);
        }
    }
}
