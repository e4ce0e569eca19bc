package org.mingfa.core.discretion;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of YAML or JSON that knows its place, so that every fault can name it: file:line, or the path in JSON. */
final class Given {
    private final String at;
    private final @Nullable Object value;

    private Given(String at, @Nullable Object value) {
        this.at = at;
        this.value = value;
    }

    /** @throws Fault naming file and line */
    static Given yaml(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(50);
        options.setCodePointLimit(20_000_000);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new Fault(file, "the file is empty");
            }
            return of(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Fault(file + ":" + line, "not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new Fault(file, "not valid YAML: " + e.getMessage());
        }
    }

    /** @param json Map, List, String, Long, Double, Boolean, null, as Canonical.parse gives it */
    static Given json(String at, @Nullable Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Given>();
                map.forEach((k, v) -> fields.put(k.toString(), json(at.isEmpty() ? k.toString() : at + "." + k, v)));
                yield new Given(at, fields);
            }
            case List<?> list -> {
                var items = new ArrayList<Given>();
                list.forEach(v -> items.add(json(at + "[" + (items.size() + 1) + "]", v)));
                yield new Given(at, items);
            }
            case Double d -> new Given(at, java.math.BigDecimal.valueOf(d).toPlainString());
            case null -> new Given(at, null);
            default -> new Given(at, json.toString());
        };
    }

    private static Given of(String file, Node node) {
        String at = file + ":" + (node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode map -> {
                var fields = new LinkedHashMap<String, Given>();
                map.getValue().forEach(t -> {
                    Given key = of(file, t.getKeyNode());
                    if (fields.put(key.text(), of(file, t.getValueNode())) != null) {
                        throw key.fault("'" + key.text() + "' is given twice");
                    }
                });
                yield new Given(at, fields);
            }
            case SequenceNode list -> new Given(at, list.getValue().stream().map(n -> of(file, n)).toList());
            case ScalarNode scalar -> new Given(at, scalar.getValue());
            default -> throw new Fault(at, "aliases are not read here");
        };
    }

    String at() {
        return at;
    }

    Fault fault(String message) {
        return new Fault(at, message);
    }

    @SuppressWarnings("unchecked")
    Map<String, Given> fields() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Given>) map;
        }
        throw fault("expected names with values");
    }

    @SuppressWarnings("unchecked")
    List<Given> list() {
        return value instanceof List<?> list ? (List<Given>) list : value == null ? List.of() : List.of(this);
    }

    String text() {
        if (value instanceof String text) {
            return text.strip();
        }
        throw fault("expected a text or number");
    }

    boolean isList() {
        return value instanceof List;
    }

    /** The same, its places counted from here. */
    Given from(String start) {
        int cut = at.length();
        return moved(this, cut, start);
    }

    @SuppressWarnings("unchecked")
    private static Given moved(Given g, int cut, String start) {
        String place = start + g.at.substring(cut).replaceFirst("^\\.", "");
        return switch (g.value) {
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Given>();
                ((Map<String, Given>) map).forEach((k, v) -> fields.put(k, moved(v, cut, start)));
                yield new Given(place, fields);
            }
            case List<?> list -> new Given(place, ((List<Given>) list).stream().map(v -> moved(v, cut, start)).toList());
            case null, default -> new Given(place, g.value);
        };
    }

    boolean isMap() {
        return value instanceof Map;
    }

    @Nullable Given get(String key) {
        return fields().get(key);
    }

    Given need(String key) {
        Given g = get(key);
        if (g == null) {
            throw fault("'" + key + "' is missing");
        }
        return g;
    }

    String text(String key, String otherwise) {
        Given g = get(key);
        return g == null ? otherwise : g.text();
    }

    List<Given> list(String key) {
        Given g = get(key);
        return g == null ? List.of() : g.list();
    }

    Map<String, Given> fields(String key) {
        Given g = get(key);
        return g == null ? Map.of() : g.fields();
    }

    boolean flag(String key) {
        return switch (text(key, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw need(key).fault("expected true or false");
        };
    }

    /** Refuses names that the format does not know, naming those it does. */
    void only(String... known) {
        Set<String> allowed = Set.of(known);
        fields().forEach((key, v) -> {
            if (!allowed.contains(key)) {
                throw v.fault("unknown field '" + key + "'; known here: " + String.join(", ", known));
            }
        });
    }

    /** Turns what a reading refuses into a fault of this place. */
    <T> T as(java.util.function.Function<String, T> reading) {
        try {
            return reading.apply(text());
        } catch (IllegalArgumentException | Unreadable e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }
}
