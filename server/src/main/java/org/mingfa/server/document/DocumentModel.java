package org.mingfa.server.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document is filled from: the facts of a case as plain JSON values (maps, lists, strings, longs, booleans;
 * dates are ISO strings, money is Long 分). Top-level names:
 * {@code agency{name,…} case{id,number,…} parties[…] party{…} act{code,title,at,form{…}} officers[{name,certificate}]
 * latest{<act code>{at,form{…},officers}} entries[…] params{…} number date}.
 */
public record DocumentModel(Map<String, Object> facts) {
    public DocumentModel {
        facts = Map.copyOf(facts);
    }

    /**
     * The value at a dotted path, null when any step is absent or blank. {@code officers[].certificate} is the list
     * of that field over all elements, null when the list is empty or one element lacks it.
     */
    public @Nullable Object at(String path) {
        return walk(facts, path);
    }

    /** The same facts but one. */
    public DocumentModel without(String name) {
        var rest = new java.util.HashMap<>(facts);
        rest.remove(name);
        return new DocumentModel(rest);
    }

    private static @Nullable Object walk(@Nullable Object from, String path) {
        if (path.isEmpty() || from == null) return present(from);
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        boolean each = step.endsWith("[]");
        Object next = from instanceof Map<?, ?> map ? map.get(each ? step.substring(0, step.length() - 2) : step) : null;
        return each ? overAll(next, rest) : walk(next, rest);
    }

    private static @Nullable Object overAll(@Nullable Object list, String rest) {
        if (!(list instanceof List<?> items) || items.isEmpty()) return null;
        var values = items.stream().map(item -> walk(item, rest)).toList();
        return values.stream().anyMatch(java.util.Objects::isNull) ? null : values;
    }

    private static @Nullable Object present(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            case List<?> list -> list.isEmpty() ? null : list;
            default -> value;
        };
    }
}
