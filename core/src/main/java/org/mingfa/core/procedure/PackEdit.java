package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pack file changed in its text, by the places that YAML gives: what is not meant stays as it was, to the comment. After
 * each change the file is read again, and refused if anything else in it says something different now.
 */
final class PackEdit {

    private final String file;
    private String text;
    private @Nullable Doc root;

    PackEdit(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String text() {
        return text;
    }

    Doc root() {
        Doc known = root;
        if (known == null) {
            known = Doc.parse(file, text);
            root = known;
        }
        return known;
    }

    private void set(String now) {
        text = now;
        root = null;
    }

    /** A rule with the list that it stands in. */
    record Place(Doc list, Doc rule) {}

    private static List<Doc> lists(Doc root, String act, String section) {
        List<Doc> holders = act.equals(RuleText.COMMON) ? root.list("common")
                : root.has("acts") && root.need("acts").has(act) ? List.of(root.need("acts").need(act)) : List.of();
        return holders.stream().filter(h -> h.isMap() && h.has(section)).map(h -> h.need(section)).toList();
    }

    private static List<Doc> each(Doc list) {
        return list.isList() ? list.list() : List.of(list);
    }

    /** The rules and relations of all acts, and the shared ones, by what they are called, in the order of the file. */
    static Map<String, Map<String, Doc>> rules(Doc root) {
        Map<String, Map<String, Doc>> out = new LinkedHashMap<>();
        List<String> acts = new ArrayList<>(root.has("common") ? List.of(RuleText.COMMON) : List.of());
        acts.addAll(root.has("acts") ? root.need("acts").keys() : List.of());
        for (String act : acts) {
            Map<String, Doc> found = new LinkedHashMap<>();
            java.util.stream.Stream.concat(RuleText.RELATIONS.stream(), java.util.stream.Stream.of("rules")).forEach(section ->
                    lists(root, act, section).stream().flatMap(l -> each(l).stream()).forEach(d -> found.putIfAbsent(RuleText.id(section, d), d)));
            out.put(act, found);
        }
        return out;
    }

    private @Nullable Place place(String act, String rule) {
        String section = RuleText.section(rule);
        for (Doc list : lists(root(), act, section)) {
            for (Doc r : each(list)) {
                if (rule.equals(RuleText.id(section, r))) {
                    return new Place(list, r);
                }
            }
        }
        return null;
    }

    /** The text of a node, outdented; null where there is no such node. */
    static String shown(String text, Doc d) {
        int from = text.offsetByCodePoints(0, d.start());
        String raw = text.substring(from, end(text, from, d));
        return Layout.outdented(d.isFlow() ? raw : " ".repeat(d.column()) + raw);
    }

    @Nullable String parameter(String name) {
        Doc d = parameterNode(name);
        return d == null ? null : shown(text, d);
    }

    @Nullable String rule(String act, String rule) {
        Place p = place(act, rule);
        return p == null ? null : shown(text, p.rule());
    }

    private @Nullable Doc parameterNode(String name) {
        for (String key : List.of("parameters", "add-parameters")) {
            Doc all = root().get(key);
            if (all != null && all.has(name)) {
                return all.need(name);
            }
        }
        return null;
    }

    void apply(Change c) {
        switch (c.kind()) {
            case PARAMETER -> guarded(c, e -> e.set(c));
            case RULE -> guarded(c, e -> e.rewrite(e.needed(c), String.valueOf(c.text())));
            case REMOVED -> guarded(c, e -> e.remove(e.needed(c)));
            case TRANSITION -> throw new IllegalArgumentException("said of the new versions, not of a place in a file");
            case ADDED -> guarded(c, e -> e.add(String.valueOf(c.act()), RuleText.section(c.name()), String.valueOf(c.text())));
        }
    }

    private void guarded(Change c, Consumer<PackEdit> change) {
        Doc before = root();
        String was = c.kind() == Change.Kind.PARAMETER ? parameter(c.name()) : rule(String.valueOf(c.act()), c.name());
        if (!java.util.Objects.equals(c.was(), was)) {
            throw before.fault("'" + c.name() + "' no longer stands as it did when it was changed"
                    + (was == null ? "; it is not there" : c.was() == null ? "; there is a rule of this id now" : ""));
        }
        String old = text;
        change.accept(this);
        if (!Layout.bare(without(before.value(), c)).equals(Layout.bare(without(root().value(), c)))) {
            set(old);
            throw before.fault("'" + c.name() + "' cannot be changed in its text without changing something else");
        }
    }

    private Place needed(Change c) {
        return java.util.Objects.requireNonNull(place(String.valueOf(c.act()), c.name()));
    }

    private void set(Change c) {
        put(() -> java.util.Objects.requireNonNull(parameterNode(c.name())), "value", String.valueOf(c.value()));
        put(() -> java.util.Objects.requireNonNull(parameterNode(c.name())), "cite", String.valueOf(c.cite()));
        Doc now = java.util.Objects.requireNonNull(parameterNode(c.name()));
        if (now.has("verified") || !c.verified()) {
            put(() -> now, "verified", String.valueOf(c.verified()));
        }
        Doc then = java.util.Objects.requireNonNull(parameterNode(c.name()));
        if (then.has("note") || c.note() != null && !c.note().isEmpty()) {
            put(() -> then, "note", c.note() == null ? "" : c.note());
        }
    }

    /** Sets a key of a mapping to a single value; one that is not there comes last. */
    void put(java.util.function.Supplier<Doc> mapping, String key, String value) {
        Doc map = mapping.get();
        Doc old = map.get(key);
        if (old != null) {
            if (!old.text().equals(value)) {
                replace(old, Layout.scalar(value));
            }
        } else {
            field(map, key + ": " + Layout.scalar(value));
        }
    }

    /** Says of pending cases that they go over, or with null, where something is said of them, that they keep their version. */
    void transition(@Nullable String cite) {
        Doc old = root().get("transition");
        String value = cite == null ? "keep" : "{pending: switch, cite: " + Layout.quoted(cite) + "}";
        if (old != null) {
            replace(old, value);
        } else if (cite != null) {
            field(root(), "transition: " + value);
        }
    }

    /** Dates the part that procedures share. */
    void partInForce(String from, @Nullable String to) {
        String value = "{from: " + from + (to == null ? "" : ", to: " + to) + "}";
        Doc old = root().get("in-force");
        if (old != null) {
            replace(old, value);
        } else {
            field(root(), "in-force: " + value);
        }
    }

    private void field(Doc map, String field) {
        int from = at(map.start());
        int end = end(text, from, map);
        if (map.isFlow()) {
            insert(end - 1, (map.fields().isEmpty() ? "" : ", ") + field);
        } else {
            insert(lineEnd(end), "\n" + " ".repeat(map.column()) + Layout.indented(field, map.column()));
        }
    }

    private void rewrite(Place p, String rule) {
        Doc d = RuleText.mapping(rule);
        boolean oneLine = !p.list().isList() || p.list().isFlow() || p.rule().isFlow() && d.isFlow() && !rule.contains("\n");
        replace(p.rule(), oneLine ? Layout.flow(d, rule) : Layout.indented(own(d, rule), p.rule().column()));
    }

    private static String own(Doc d, String rule) {
        return shown(Layout.outdented(rule), d);
    }

    private void remove(Place p) {
        List<Doc> all = each(p.list());
        if (all.size() == 1) {
            replace(p.list(), "[]");
        } else if (p.list().isFlow()) {
            replace(p.list(), "[" + String.join(", ", all.stream().filter(r -> r.start() != p.rule().start()).map(Layout::flow).toList()) + "]");
        } else {
            int from = text.lastIndexOf('\n', at(p.rule().start())) + 1;
            int to = Math.min(text.length(), lineEnd(end(text, at(p.rule().start()), p.rule())) + 1);
            set(text.substring(0, from) + text.substring(to));
        }
    }

    private void add(String act, String section, String rule) {
        Doc root = root();
        Doc d = RuleText.mapping(rule);
        List<Doc> lists = lists(root, act, section);
        if (act.equals(RuleText.COMMON)) {
            throw root.fault("a new rule belongs to one act");
        }
        if (!lists.isEmpty() && lists.getFirst().isList() && !lists.getFirst().isFlow()) {
            Doc list = lists.getFirst();
            int last = lineEnd(end(text, at(list.start()), list));
            insert(last, "\n" + " ".repeat(list.column()) + "- " + Layout.indented(own(d, rule), list.column() + 2));
        } else if (!lists.isEmpty()) {
            List<String> all = new ArrayList<>(each(lists.getFirst()).stream().map(Layout::flow).toList());
            all.add(Layout.flow(d, rule));
            replace(lists.getFirst(), "[" + String.join(", ", all) + "]");
        } else {
            first(root, act, section, d, rule);
        }
    }

    /** The first rule, or relation of its kind, of an act in this file. */
    private void first(Doc root, String act, String section, Doc d, String rule) {
        String list = section + ":\n  - " + Layout.indented(own(d, rule), 4);
        Doc acts = root.get("acts");
        Doc own = acts == null ? null : acts.get(act);
        if (own != null) {
            field(own, own.isFlow() ? section + ": [" + Layout.flow(d, rule) + "]" : list);
        } else if (acts != null && acts.isMap() && !acts.isFlow()) {
            field(acts, act + ":\n  " + Layout.indented(list, 2));
        } else if (acts == null) {
            field(root, "acts:\n  " + act + ":\n    " + Layout.indented(list, 4));
        } else {
            throw acts.fault("the acts of this file cannot be added to");
        }
    }

    private void replace(Doc d, String with) {
        int from = at(d.start());
        set(text.substring(0, from) + with + text.substring(end(text, from, d)));
    }

    private void insert(int at, String what) {
        set(text.substring(0, at) + what + text.substring(at));
    }

    private int at(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private static int end(String text, int from, Doc d) {
        int end = text.offsetByCodePoints(0, d.end());
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** A file's values without the thing that a change is about. */
    private static Object without(Object file, Change c) {
        Map<String, Object> out = copy(file);
        if (c.kind() == Change.Kind.PARAMETER) {
            for (String key : List.of("parameters", "add-parameters")) {
                out.computeIfPresent(key, (k, all) -> less(all, c.name()));
            }
        } else if (RuleText.COMMON.equals(c.act())) {
            out.computeIfPresent("common", (k, all) -> all instanceof List<?> l ? l.stream().map(x -> ruleless(x, c.name())).toList() : ruleless(all, c.name()));
        } else {
            out.computeIfPresent("acts", (k, all) -> {
                Map<String, Object> acts = copy(all);
                acts.computeIfPresent(String.valueOf(c.act()), (a, one) -> ruleless(one, c.name()));
                return acts;
            });
        }
        return out;
    }

    private static Map<String, Object> copy(Object map) {
        Map<String, Object> out = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((k, v) -> out.put(String.valueOf(k), v));
        return out;
    }

    private static Map<String, Object> less(Object map, String key) {
        Map<String, Object> out = copy(map);
        out.remove(key);
        return out;
    }

    private static Object ruleless(Object act, String id) {
        if (!(act instanceof Map<?, ?>)) {
            return act;
        }
        Map<String, Object> out = copy(act);
        String section = RuleText.section(id);
        out.computeIfPresent(section, (k, rules) -> (rules instanceof List<?> l ? l : List.of(rules)).stream().filter(r -> !called(section, r).equals(id)).toList());
        return out;
    }

    private static String called(String section, Object r) {
        if (section.equals("rules")) {
            return r instanceof Map<?, ?> m ? String.valueOf(m.get("id")) : "";
        }
        Object own = r instanceof Map<?, ?> m ? m.get("id") : null;
        return own != null ? section + "~" + own : section + ":" + (r instanceof Map<?, ?> m ? m.get("act") : r);
    }
}
