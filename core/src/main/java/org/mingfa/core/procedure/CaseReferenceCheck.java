package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what {@code x-case} names in other procedures is there, and fits: procedures, acts, fields. */
final class CaseReferenceCheck {

    private final Map<String, List<Procedure>> byCode;
    private final Procedure own;
    private final ActSpec act;
    private final List<PackProblem> problems = new ArrayList<>();

    private CaseReferenceCheck(Map<String, List<Procedure>> byCode, Procedure own, ActSpec act) {
        this.byCode = byCode;
        this.own = own;
        this.act = act;
    }

    /** @param byCode every procedure that was compiled, in all its versions and layers */
    static List<PackProblem> check(Procedure p, Map<String, List<Procedure>> byCode) {
        return p.acts().stream().flatMap(a -> {
            CaseReferenceCheck c = new CaseReferenceCheck(byCode, p, a);
            a.references().forEach(c::reference);
            return c.problems.stream();
        }).toList();
    }

    private void reference(CaseReference r) {
        Stream.concat(r.procedures().stream(), r.follows().stream().map(CaseReference.Follow::procedure))
                .filter(code -> !byCode.containsKey(code))
                .forEach(code -> fault(r, "unknown procedure '" + code + "'"));
        // One with faults of its own is not compiled: those are told first.
        r.follows().stream().filter(f -> !byCode.getOrDefault(f.procedure(), List.of()).isEmpty()).forEach(f -> follow(r, f));
    }

    private void follow(CaseReference r, CaseReference.Follow f) {
        if (!r.procedures().isEmpty() && !r.procedures().contains(f.procedure())) {
            fault(r, "it follows from '" + f.procedure() + "', which the field may not name");
        }
        if (field(f.procedure(), f.act(), null) == null) {
            fault(r, "'" + f.procedure() + "' has no act '" + f.act() + "'");
            return;
        }
        if (f.where() != null && field(f.procedure(), f.act(), f.where().field()) == null) {
            fault(r, "'" + f.act() + "' has no field '" + f.where().field() + "'");
        }
        f.fill().forEach((name, from) -> from.forEach(path -> fill(r, f, name, path)));
        f.set().forEach((name, value) -> set(r, name, value));
    }

    private void fill(CaseReference r, CaseReference.Follow f, String name, String path) {
        String[] parts = path.split("\\.");
        Map<?, ?> target = schema(act, name);
        Map<?, ?> source = parts[1].equals("date") && field(f.procedure(), parts[0], null) != null
                ? Map.of("type", "string", "format", "date") : field(f.procedure(), parts[0], parts[1]);
        if (target == null || source == null) {
            fault(r, target == null ? "there is no field '" + name + "' to fill" : "'" + f.procedure() + "' has no '" + path + "'");
        } else if (!Objects.equals(target.get("type"), source.get("type")) || !Objects.equals(target.get("format"), source.get("format"))) {
            fault(r, "'" + name + "' and '" + path + "' are of different types");
        }
    }

    private void set(CaseReference r, String name, Object value) {
        Map<?, ?> target = schema(act, name);
        String type = value instanceof Boolean ? "boolean" : value instanceof Long ? "integer" : "string";
        if (target == null || !type.equals(target.get("type")) || target.get("enum") instanceof List<?> in && !in.contains(value)) {
            fault(r, "'" + name + "' cannot be set to '" + value + "'");
        }
    }

    /** The schema of a field in any version of the act; with no field named, that of the whole form. */
    private @Nullable Map<?, ?> field(String procedure, String code, @Nullable String name) {
        return byCode.get(procedure).stream().map(p -> p.act(code)).filter(Objects::nonNull)
                .map(a -> name == null ? a.form() : schema(a, name)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Map<?, ?> schema(ActSpec a, String name) {
        return a.form().get("properties") instanceof Map<?, ?> p && p.get(name) instanceof Map<?, ?> s ? s : null;
    }

    private void fault(CaseReference r, String message) {
        problems.add(new PackProblem(act.own.file(), act.own.line(), own.code() + "." + act.code() + ": x-case of '" + r.field() + "': " + message));
    }
}
