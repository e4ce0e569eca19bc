package org.mingfa.core.procedure;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compiles a draft into a procedure: resolves names, types the conditions, collects every fault with its place. */
final class Assembler {

    private static final Set<String> ENVELOPE = Set.of("date", "at", "actor", "officers");
    private static final Map<String, CelType> HAPPENING = Map.of(
            "date", SimpleType.TIMESTAMP,
            "at", SimpleType.TIMESTAMP,
            "actor", SimpleType.STRING,
            "officers", ListType.create(SimpleType.STRING));

    private final Draft draft;
    private final Consumer<PackProblem> problems;
    final Map<String, ActSpec> specs = new LinkedHashMap<>();
    final Map<String, Procedure.ObjectSpec> objects = new LinkedHashMap<>();
    private final Map<String, StructType> structs = new HashMap<>();
    private final Map<String, StructType> actTypes = new LinkedHashMap<>();
    private final Map<String, Procedure.Figure> figures = new LinkedHashMap<>();
    private final Map<String, Condition> figureConditions = new HashMap<>();
    final Map<String, String> pauses = new LinkedHashMap<>();
    private final Map<String, String> roles;
    private final Dialects dialects;
    private @Nullable Dialect dialect;

    private final Map<String, ListKind> lists;

    private Assembler(Draft draft, Map<String, String> roles, Map<String, ListKind> lists, Dialects dialects, Consumer<PackProblem> problems) {
        this.draft = draft;
        this.roles = roles;
        this.lists = lists;
        this.dialects = dialects;
        this.problems = problems;
    }

    static Procedure assemble(
            Draft draft, Map<String, String> roles, Map<String, ListKind> lists, Dialects dialects, String digest, Consumer<PackProblem> problems) {
        return new Assembler(draft, roles, lists, dialects, problems).run(digest);
    }

    private Procedure run(String digest) {
        Procedure.Header header = header(digest);
        draft.pauses.forEach((name, d) -> pauses.put(name, d.isMap() ? d.text("title", name) : d.text()));
        draft.objects.forEach((kind, d) -> guarded(() -> object(kind, d)));
        int index = 0;
        for (Map.Entry<String, List<Doc>> e : draft.acts.entrySet()) {
            ActSpec spec = new ActSpec(index++, e.getKey());
            specs.put(e.getKey(), spec);
            ActReader reader = new ActReader(this, spec, header.stages());
            e.getValue().forEach(d -> guarded(() -> reader.shape(d)));
        }
        draft.titles.forEach((code, title) -> rename(code, spec -> spec.title = title));
        draft.documents.forEach((code, name) -> rename(code, spec -> spec.documents = List.of(name)));
        types();
        relations();
        return new Procedure(
                header, specs.values().toArray(ActSpec[]::new), objects, pauses, draft.parameters, figures, figureConditions, schemas());
    }

    /** Kind of list to the schema of what conditions read of its rows. */
    private Map<String, Map<String, Object>> schemas() {
        Map<String, Map<String, Object>> out = new LinkedHashMap<>();
        lists.forEach((code, kind) -> out.put(code, kind.schema()));
        return out;
    }

    private void rename(String code, Consumer<ActSpec> change) {
        ActSpec spec = specs.get(code);
        if (spec == null) {
            problems.accept(draft.base.problem("titles/documents name an unknown act '" + code + "'"));
        } else {
            change.accept(spec);
        }
    }

    private Procedure.Header header(String digest) {
        Doc b = draft.base;
        Dates force = Dates.of(b.need("in-force"));
        List<Procedure.Source> sources = draft.sources.stream()
                .filter(d -> !d.has("part-of"))
                .map(d -> new Procedure.Source(
                        d.text(d.has("layer") ? "layer" : "procedure", ""), d.text("title", ""), d.text("version", ""), "", Transition.of(d)))
                .toList();
        return new Procedure.Header(
                b.need("procedure").text(), b.need("title").text(), b.need("version").text(), force.from(), force.to(),
                b.text("cite", ""), b.texts("stages"), sources, roles, digest, b.file());
    }

    /** A period in force: first day, and last day if there is one. */
    record Dates(LocalDate from, @Nullable LocalDate to) {
        static Dates of(Doc d) {
            d.only("from", "to");
            return new Dates(date(d.need("from")), d.has("to") ? date(d.need("to")) : null);
        }

        private static LocalDate date(Doc d) {
            try {
                return LocalDate.parse(d.text());
            } catch (java.time.format.DateTimeParseException e) {
                throw d.fault("not a date: '" + d.text() + "'; write 2026-03-01");
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private void object(String kind, Doc d) {
        d.only("title", "plural", "label", "fields", "cite");
        identifier(d, kind);
        objects.put(kind, new Procedure.ObjectSpec(
                kind, d.text("title", kind), identifier(d, d.text("plural", kind + "s")), d.text("label", "name"),
                d.has("fields") ? SchemaReader.read(d.need("fields"), Map.of()) : Map.of("type", "object")));
    }

    private static String identifier(Doc d, String name) {
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            throw d.fault("'" + name + "' cannot be named in a condition: use camelCase letters and digits");
        }
        return name;
    }

    private void types() {
        Map<String, CelType> variables = new LinkedHashMap<>();
        variables.put("params", struct("params", Map.of(), parameterTypes()));
        variables.put("registry", registry());
        Map<String, CelType> caseFields = new LinkedHashMap<>(Map.of(
                "field", SimpleType.STRING, "region", SimpleType.STRING, "agency", SimpleType.STRING,
                "opened", SimpleType.TIMESTAMP, "officers", ListType.create(SimpleType.STRING),
                "attributes", MapType.create(SimpleType.STRING, SimpleType.DYN)));
        Map<String, Map<String, CelType>> objectFigures = new HashMap<>();
        draft.figures.forEach((name, d) -> guarded(() -> figure(name, d, caseFields, objectFigures)));
        objects.forEach((kind, o) -> {
            Map<String, CelType> besides = new LinkedHashMap<>(Map.of("id", SimpleType.STRING));
            besides.putAll(objectFigures.getOrDefault(kind, Map.of()));
            StructType type = struct(kind, properties(o.schema()), besides);
            variables.put(o.plural(), ListType.create(type));
        });
        variables.put("case", struct("case", Map.of(), caseFields));
        specs.forEach((code, spec) -> actTypes.put(code, struct("act." + code, properties(spec.form), HAPPENING)));
        specs.values().forEach(spec -> spec.variables = scopeOf(spec));
        struct("moment", Map.of(), Map.of("date", SimpleType.TIMESTAMP));
        Map<String, StructType> kinds = new LinkedHashMap<>();
        objects.keySet().forEach(kind -> kinds.put(kind, java.util.Objects.requireNonNull(structs.get("mingfa." + kind))));
        dialect = dialects.of(actTypes, variables, kinds, structs);
        figures.forEach((name, f) -> compileFigure(f));
    }

    private Map<String, CelType> parameterTypes() {
        Map<String, CelType> out = new LinkedHashMap<>();
        draft.parameters.forEach((name, p) -> out.put(name, switch (p.type()) {
            case "money", "int" -> SimpleType.INT;
            case "bool" -> SimpleType.BOOL;
            default -> SimpleType.STRING;
        }));
        return out;
    }

    private StructType registry() {
        StructType person = struct("person", Map.of(), Map.of(
                "id", SimpleType.STRING, "name", SimpleType.STRING, "agency", SimpleType.STRING,
                "officer", SimpleType.BOOL, "certified", SimpleType.BOOL, "fits", SimpleType.BOOL,
                "reviewer", SimpleType.BOOL, "qualified", SimpleType.BOOL, "hearingHost", SimpleType.BOOL));
        StructType agency = struct("agency", Map.of(), Map.of(
                "id", SimpleType.STRING, "name", SimpleType.STRING, "standing", SimpleType.BOOL,
                "field", SimpleType.STRING, "region", SimpleType.STRING));
        StructType item = struct("item", Map.of(), Map.of(
                "code", SimpleType.STRING, "published", SimpleType.BOOL, "inForce", SimpleType.BOOL));
        Map<String, CelType> rows = new LinkedHashMap<>();
        schemas().forEach((code, schema) -> rows.put(code, ListType.create(struct("list." + code, properties(schema), Map.of()))));
        return struct("registry", Map.of(), Map.of(
                "agency", agency, "actor", person, "officers", ListType.create(person), "item", item, "lists", struct("lists", Map.of(), rows)));
    }

    private StructType struct(String name, Map<?, ?> properties, Map<String, CelType> besides) {
        return FormTypes.struct("mingfa." + name.replace('-', '_'), properties, besides, structs);
    }

    private static Map<?, ?> properties(Map<String, Object> schema) {
        return schema.get("properties") instanceof Map<?, ?> p ? p : Map.of();
    }

    private Map<String, CelType> scopeOf(ActSpec spec) {
        Map<String, CelType> out = new LinkedHashMap<>();
        out.put("act", java.util.Objects.requireNonNull(actTypes.get(spec.code())));
        for (String kind : spec.on) {
            bind(out, kind);
        }
        return out;
    }

    void bind(Map<String, CelType> variables, String kind) {
        StructType type = structs.get("mingfa." + kind);
        if (type != null) {
            variables.put(kind, type);
        }
    }

    @Nullable StructType typeOf(ActSpec act) {
        return actTypes.get(act.code());
    }

    private void figure(
            String name, Doc d, Map<String, CelType> caseFields, Map<String, Map<String, CelType>> objectFigures) {
        d.only("title", "type", "on", "value", "cite", "note", "ref");
        identifier(d, name);
        String on = d.text("on");
        if (on != null && !objects.containsKey(on)) {
            throw d.fault("unknown kind of object '" + on + "'; known: " + String.join(", ", objects.keySet()));
        }
        String type = d.need("type").text();
        CelType cel = figureType(d, type);
        (on == null ? caseFields : objectFigures.computeIfAbsent(on, k -> new LinkedHashMap<>())).put(name, cel);
        figures.put(name, new Procedure.Figure(name, d.text("title", name), type, on, d.text("cite", ""), d.need("value").text(), d.file(), d.line()));
    }

    private static CelType figureType(Doc d, String type) {
        return switch (type) {
            case "bool" -> SimpleType.BOOL;
            case "date" -> SimpleType.TIMESTAMP;
            case "money", "int" -> SimpleType.INT;
            case "text" -> SimpleType.STRING;
            case "texts" -> ListType.create(SimpleType.STRING);
            default -> throw d.fault("unknown figure type '" + type + "'; known: bool, date, money, int, text, texts");
        };
    }

    private void compileFigure(Procedure.Figure f) {
        Doc d = java.util.Objects.requireNonNull(draft.figures.get(f.name())).need("value");
        Map<String, CelType> scope = new LinkedHashMap<>();
        scope.put("act", java.util.Objects.requireNonNull(structs.get("mingfa.moment")));
        if (f.on() != null) {
            bind(scope, f.on());
        }
        Condition c = condition(d, scope, figureType(d, f.type()));
        if (c != null) {
            figureConditions.put(f.name(), c);
        }
    }

    /** Compiles a condition; a fault is collected and gives null. */
    @Nullable Condition condition(Doc d, Map<String, CelType> variables, CelType type) {
        return condition(d, d.text(), variables, type);
    }

    @Nullable Condition condition(Doc d, String expression, Map<String, CelType> variables, CelType type) {
        try {
            return java.util.Objects.requireNonNull(dialect).compile(expression, variables, type);
        } catch (IllegalArgumentException e) {
            problems.accept(d.problem("condition: " + e.getMessage()));
            return null;
        }
    }

    private void relations() {
        draft.acts.forEach((code, docs) -> {
            ActSpec spec = java.util.Objects.requireNonNull(specs.get(code));
            RelationReader reader = new RelationReader(this, spec, spec.code());
            docs.forEach(d -> guarded(() -> reader.read(d)));
        });
        for (Doc c : draft.common) {
            guarded(() -> common(c));
        }
        extendedDuties();
    }

    private void extendedDuties() {
        Set<String> ids = new java.util.HashSet<>();
        specs.values().forEach(s -> s.effects.forEach(e -> ids.add(e.clause().id())));
        specs.values().forEach(s -> s.extensions.stream()
                .filter(x -> !ids.contains(x.duty()))
                .forEach(x -> problems.accept(new PackProblem(
                        x.clause().file(), x.clause().line(), "extends an unknown duty '" + x.duty() + "'"))));
    }

    private void common(Doc c) {
        c.only("acts", "except", "kind", "needs", "waits-for", "rules", "cite");
        List<String> named = c.texts("acts");
        List<String> except = c.texts("except");
        List<String> all = new ArrayList<>(named);
        all.addAll(except);
        all.forEach(code -> resolve(c, code));
        String kind = c.text("kind");
        for (ActSpec spec : specs.values()) {
            boolean meant = c.has("acts") ? named.contains(spec.code()) : !except.contains(spec.code());
            if (meant && (kind == null || kind.equalsIgnoreCase(spec.kind.name()))) {
                new RelationReader(this, spec, "common").read(c);
            }
        }
    }

    ActSpec resolve(Doc at, String code) {
        ActSpec spec = specs.get(code);
        if (spec == null) {
            throw at.fault("unknown act '" + code + "'" + nearest(code));
        }
        return spec;
    }

    private String nearest(String code) {
        return specs.keySet().stream()
                .filter(k -> k.contains(code) || code.contains(k))
                .findFirst()
                .map(k -> "; did you mean '" + k + "'?")
                .orElse("");
    }

    @Nullable Parameter parameter(String name) {
        return draft.parameters.get(name);
    }

    boolean strictByDefault() {
        return draft.base.flag("strict", false);
    }

    boolean knownRole(String role) {
        return roles.isEmpty() || roles.containsKey(role);
    }

    boolean isFigure(String name, @Nullable String on) {
        Procedure.Figure f = figures.get(name);
        return f != null && java.util.Objects.equals(f.on(), on);
    }

    void report(PackProblem problem) {
        problems.accept(problem);
    }

    void guarded(Runnable r) {
        try {
            r.run();
        } catch (Doc.Fault f) {
            problems.accept(f.problem);
        }
    }

    static boolean reserved(String field) {
        return ENVELOPE.contains(field);
    }
}
