package org.mingfa.core.procedure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML value that knows its place, so that every fault can name file and line. */
final class Doc {

    /** Thrown for a fault that stops the reading of one value; the loader collects it and goes on with the next. */
    static final class Fault extends PackFault {
        private static final long serialVersionUID = 1L;

        Fault(PackProblem problem) {
            super(problem);
        }
    }

    private final String file;
    private final Node node;
    private volatile @Nullable Map<String, Doc> fields;

    private Doc(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static Doc parse(String file, String text) {
        return parse(file, text, 200);
    }

    /** As {@link #parse}, of what someone typed: without aliases, with which a few lines could stand for a great deal. */
    static Doc typed(String file, String text) {
        return parse(file, text, 0);
    }

    private static Doc parse(String file, String text, int aliases) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(aliases);
        options.setNestingDepthLimit(50);
        options.setCodePointLimit(4_000_000);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new Fault(new PackProblem(file, 0, "the file is empty"));
            }
            return new Doc(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new Fault(new PackProblem(file, line, "not valid YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new Fault(new PackProblem(file, 0, "not valid YAML: " + e.getMessage()));
        }
    }

    String file() {
        return file;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** Where it begins in the text, in code points. */
    int start() {
        return node.getStartMark().getIndex();
    }

    /** Where it ends, in code points; comments and blank lines after a block are not part of it. */
    int end() {
        return end(node);
    }

    private static int end(Node node) {
        return switch (node) {
            case MappingNode m when !flow(m) && !m.getValue().isEmpty() -> end(m.getValue().getLast().getValueNode());
            case SequenceNode s when !flow(s) && !s.getValue().isEmpty() -> end(s.getValue().getLast());
            default -> node.getEndMark().getIndex();
        };
    }

    /** Its first column, from 0. */
    int column() {
        return node.getStartMark().getColumn();
    }

    /** Written in braces or brackets. */
    boolean isFlow() {
        return flow(node);
    }

    private static boolean flow(Node node) {
        return node instanceof CollectionNode<?> c && c.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
    }

    boolean isQuoted() {
        return node instanceof ScalarNode s && s.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
    }

    PackProblem problem(String message) {
        return new PackProblem(file, line(), message);
    }

    Fault fault(String message) {
        return new Fault(problem(message));
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    Map<String, Doc> fields() {
        Map<String, Doc> known = fields;
        if (known == null) {
            if (!(node instanceof MappingNode map)) {
                throw fault("expected a mapping (key: value)");
            }
            known = new LinkedHashMap<>();
            for (NodeTuple tuple : map.getValue()) {
                Doc key = new Doc(file, tuple.getKeyNode());
                if (known.put(key.text(), new Doc(file, tuple.getValueNode())) != null) {
                    throw key.fault("'" + key.text() + "' is given twice");
                }
            }
            fields = known;
        }
        return known;
    }

    Set<String> keys() {
        return new LinkedHashSet<>(fields().keySet());
    }

    boolean has(String key) {
        return fields().containsKey(key);
    }

    @Nullable Doc get(String key) {
        return fields().get(key);
    }

    Doc need(String key) {
        Doc d = get(key);
        if (d == null) {
            throw fault("'" + key + "' is missing");
        }
        return d;
    }

    /** Refuses keys that the format does not know, naming the ones it does. */
    void only(String... known) {
        Set<String> allowed = Set.of(known);
        for (Map.Entry<String, Doc> e : fields().entrySet()) {
            if (!allowed.contains(e.getKey())) {
                throw e.getValue().fault("unknown key '" + e.getKey() + "'; known here: " + String.join(", ", known));
            }
        }
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault("expected a single value, not a list or mapping");
        }
        return scalar.getValue();
    }

    @Nullable String text(String key) {
        Doc d = get(key);
        return d == null ? null : d.text();
    }

    String text(String key, String otherwise) {
        Doc d = get(key);
        return d == null ? otherwise : d.text();
    }

    boolean flag(String key, boolean otherwise) {
        Doc d = get(key);
        return d == null ? otherwise : d.flag();
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault("expected true or false, not '" + text() + "'");
        };
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw fault("expected a whole number, not '" + text() + "'");
        }
    }

    /** The elements of a list; a single value or mapping counts as a list of one; absent is empty. */
    List<Doc> list(String key) {
        Doc d = get(key);
        return d == null ? List.of() : d.list();
    }

    List<Doc> list() {
        if (node instanceof SequenceNode seq) {
            List<Doc> out = new ArrayList<>();
            seq.getValue().forEach(n -> out.add(new Doc(file, n)));
            return out;
        }
        return List.of(this);
    }

    List<String> texts(String key) {
        return list(key).stream().map(Doc::text).toList();
    }

    /** As plain JSON values: String, Long, Boolean, List, Map; dates stay text. */
    Object value() {
        return switch (node) {
            case MappingNode m -> {
                Map<String, Object> out = new LinkedHashMap<>();
                fields().forEach((k, v) -> out.put(k, v.value()));
                yield out;
            }
            case SequenceNode s -> list().stream().map(Doc::value).toList();
            case ScalarNode s -> scalar(s);
            default -> throw fault("unexpected YAML value");
        };
    }

    private Object scalar(ScalarNode s) {
        if (s.getTag().equals(Tag.INT)) {
            try {
                return Long.parseLong(s.getValue().replace("_", ""));
            } catch (NumberFormatException e) {
                throw fault("not a whole number: '" + s.getValue() + "'");
            }
        }
        return s.getTag().equals(Tag.BOOL) ? (Object) flag() : s.getValue();
    }
}
