package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Procedure;

/**
 * Which form fields carry a number that the platform issues. A pack marks them: {@code x-number: 罚} names the kind of
 * document (文种; {@code $name} takes it from a parameter), {@code x-number-pool: true} one from a pre-printed book.
 */
public final class Numbers {

    /** A numbered field. */
    public record Field(String name, String kind, boolean pooled) {}

    private Numbers() {}

    /** The numbered fields of an act's form, in order. */
    public static Map<String, Field> fields(Procedure procedure, ActSpec act) {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (act.form().get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, schema) -> {
                if (schema instanceof Map<?, ?> s && s.get("x-number") instanceof String kind) {
                    boolean pooled = Boolean.TRUE.equals(s.get("x-number-pool"));
                    fields.put((String) name, new Field((String) name, kind(procedure, kind), pooled));
                }
            });
        }
        return fields;
    }

    private static String kind(Procedure procedure, String kind) {
        if (!kind.startsWith("$")) {
            return kind;
        }
        return procedure.parameters().stream().filter(p -> p.name().equals(kind.substring(1)))
                .map(p -> p.value().toString()).findFirst()
                .orElseThrow(() -> new IllegalStateException("x-number names an unknown parameter: " + kind));
    }

    /** The first number issued in a case: its case number (案号). */
    static @Nullable String first(CaseFile file) {
        return file.record().stream().map(e -> number(file, e)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The day of the act that gave the case its number (立案): later than its registration where it began with a lead. */
    public static @Nullable LocalDate firstDay(CaseFile file) {
        return file.record().stream().filter(e -> number(file, e) != null).map(e -> e.act().at().date()).findFirst().orElse(null);
    }

    private static @Nullable String number(CaseFile file, Entry e) {
        ActSpec act = file.procedure().act(e.act().code());
        return act == null ? null : fields(file.procedure(), act).keySet().stream()
                .map(f -> e.act().form().get(f) instanceof String number ? number : null).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
