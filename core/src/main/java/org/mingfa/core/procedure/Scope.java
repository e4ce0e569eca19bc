package org.mingfa.core.procedure;

import dev.cel.runtime.CelVariableResolver;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** What a condition can see: the act, the objects it is bound to, the case as it stands, the registers, the parameters. */
final class Scope implements CelVariableResolver {

    final Marking marking;
    private final @Nullable Map<String, Object> act;
    private final Map<String, String> on;
    private final Registry registry;
    private final @Nullable Happening it;
    private final Known known;

    /**
     * What has been worked out once in a marking as of a moment: figures, or why one cannot be told. It may be shared by
     * scopes of the same marking and moment only.
     */
    static final class Known {
        private final Map<String, Object> values = new HashMap<>();

        Object of(String key, Supplier<Object> value) {
            Object v = values.get(key);
            if (v == null) {
                try {
                    v = value.get();
                } catch (Undecided e) {
                    v = e;
                }
                values.put(key, v);
            }
            if (v instanceof Undecided e) {
                throw e;
            }
            return v;
        }
    }

    private Scope(
            Marking marking,
            @Nullable Map<String, Object> act,
            Map<String, String> on,
            Registry registry,
            @Nullable Happening it,
            Known known) {
        this.marking = marking;
        this.act = act;
        this.on = on;
        this.registry = registry;
        this.it = it;
        this.known = known;
    }

    static Scope of(Marking m, ActSpec spec, Act act, Registry registry, Known known) {
        return new Scope(m, Happening.view(spec, act.at(), act), act.on(), registry, null, known);
    }

    /** The scope of a term: its causing act is {@code act}. */
    static Scope of(Marking m, Term t) {
        return new Scope(m, t.cause == null ? null : t.cause.view(), t.on, Registry.EMPTY, null, new Known());
    }

    static Scope of(Marking m, Happening h, Registry registry) {
        return new Scope(m, h.view(), h.on, registry, null, new Known());
    }

    /** The case as of a day, without an act. */
    static Scope of(Marking m, Map<String, String> on, Moment at) {
        return new Scope(m, Map.of("date", FormTypes.instant(at.date())), on, Registry.EMPTY, null, new Known());
    }

    Map<String, String> on() {
        return on;
    }

    Scope bind(Map<String, String> more) {
        return new Scope(marking, act, more, registry, it, known);
    }

    Scope look(Happening at) {
        return new Scope(marking, act, on, registry, at, known);
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(resolve(name));
    }

    private @Nullable Object resolve(String name) {
        if (name.startsWith("act__")) {
            return act;
        }
        if (name.startsWith("it__")) {
            return it == null ? null : it.view();
        }
        return switch (name) {
            case Dialect.SCOPE -> this;
            case "params" -> marking.procedure.params;
            case "registry" -> registryView();
            case "case" -> new View(null, Map.of());
            default -> object(name);
        };
    }

    private @Nullable Object object(String name) {
        for (Procedure.ObjectSpec spec : marking.procedure.objects.values()) {
            if (spec.kind().equals(name)) {
                Marking.Thing t = marking.thing(name, on.get(name));
                return t == null ? null : view(t);
            }
            if (spec.plural().equals(name)) {
                return marking.alive(spec.kind()).stream().map(this::view).toList();
            }
        }
        return null;
    }

    private View view(Marking.Thing t) {
        return new View(t, Map.of());
    }

    private Map<String, Object> registryView() {
        return Map.of(
                "agency", registry.agency(),
                "actor", registry.actor(),
                "officers", registry.officers(),
                "item", registry.item(),
                "lists", lists());
    }

    /** Every kind of list with its rows, an empty list where none concerns the case. */
    private Map<String, Object> lists() {
        if (registry.lists().isEmpty()) {
            return marking.procedure.noLists;
        }
        Map<String, Object> out = new HashMap<>();
        marking.procedure.lists.forEach((kind, schema) ->
                out.put(kind, FormTypes.read(Map.of("type", "array", "items", schema), registry.lists().getOrDefault(kind, List.of()))));
        return out;
    }

    /** What has happened in the case, or to the object if one is given; the fields as {@link Dialect} declares them. */
    Object past(@Nullable Object object) {
        return new Past(object == null ? Map.of() : bindingOf(object));
    }

    private static Map<String, String> bindingOf(Object object) {
        if (object instanceof View v && v.thing != null) {
            return Map.of(v.thing.kind, v.thing.id);
        }
        throw new Undecided("对象");
    }

    /** {@code latest:a}, {@code all:a} and {@code happened:a} of every act a, looked up only when asked for. */
    private final class Past extends AbstractMap<String, Object> {
        private final Map<String, String> about;

        private Past(Map<String, String> about) {
            this.about = about;
        }

        @Override
        public boolean containsKey(Object key) {
            return true;
        }

        @Override
        public Object get(Object key) {
            String field = String.valueOf(key);
            int end = field.indexOf(':');
            ActSpec spec = java.util.Objects.requireNonNull(marking.procedure.act(field.substring(end + 1)));
            return switch (field.substring(0, end)) {
                case "happened" -> marking.latest(spec.index, about) != null;
                case "all" -> marking.all(spec.index, about).stream().map(Happening::view).toList();
                default -> {
                    Happening h = marking.latest(spec.index, about);
                    if (h == null) {
                        throw new Undecided("尚无「" + spec.title() + "」");
                    }
                    yield h.view();
                }
            };
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new UnsupportedOperationException("the past is looked up by name");
        }
    }

    /** Case or object with its figures, computed only when looked at. */
    final class View extends AbstractMap<String, Object> {
        private final Marking.@Nullable Thing thing;
        private final Map<String, Object> plain;

        private View(Marking.@Nullable Thing thing, Map<String, Object> extra) {
            this.thing = thing;
            this.plain = new LinkedHashMap<>(extra);
            if (thing != null) {
                plain.putAll(thing.fields);
                plain.put("id", thing.id);
            }
        }

        private Procedure.@Nullable Figure figure(Object key) {
            Procedure.Figure f = marking.procedure.figures.get(String.valueOf(key));
            return f != null && java.util.Objects.equals(f.on(), thing == null ? null : thing.kind) ? f : null;
        }

        @Override
        public boolean containsKey(Object key) {
            return get(key) != null;
        }

        @Override
        public @Nullable Object get(Object key) {
            Procedure.Figure f = figure(key);
            if (f == null) {
                return thing == null ? caseField(String.valueOf(key)) : plain.get(key);
            }
            Map<String, String> binding = thing == null ? on : Bindings.plus(on, thing.kind, thing.id);
            Condition value = java.util.Objects.requireNonNull(marking.procedure.figureConditions.get(f.name()));
            return known.of(thing == null ? f.name() : f.name() + " " + thing.id, () -> value.value(bind(binding)));
        }

        private @Nullable Object caseField(String name) {
            return switch (name) {
                case "field" -> marking.info.field();
                case "region" -> marking.info.region();
                case "agency" -> marking.info.agency();
                case "attributes" -> marking.info.attributes();
                case "officers" -> known.of(" officers", this::officers);
                case "opened" -> opened();
                default -> null;
            };
        }

        private @Nullable Object opened() {
            Happening first = null;
            for (List<Happening> list : marking.happenings) {
                if (!list.isEmpty() && (first == null || list.getFirst().at.isBefore(first.at))) {
                    first = list.getFirst();
                }
            }
            return first == null ? null : FormTypes.instant(first.at.date());
        }

        private List<String> officers() {
            Set<String> out = new LinkedHashSet<>();
            for (List<Happening> list : marking.happenings) {
                list.stream().filter(h -> h.act != null).forEach(h -> out.addAll(h.act.officers()));
            }
            return List.copyOf(out);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return plain.entrySet();
        }
    }
}
