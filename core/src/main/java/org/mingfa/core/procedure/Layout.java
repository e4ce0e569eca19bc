package org.mingfa.core.procedure;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values are written in the text of a pack. */
final class Layout {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}〔《（“][\\p{L}\\p{N} ._/|%〔〕《》（）；、。，：“”-]*(?<! )");

    private Layout() {}

    /** A single value, quoted where YAML asks for it. */
    static String scalar(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        StringBuilder out = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    /** A whole value on one line; what was plain or quoted stays so, as numbers and booleans depend on it. */
    static String flow(Doc d) {
        if (d.isMap()) {
            return d.fields().entrySet().stream().map(e -> scalar(e.getKey()) + ": " + flow(e.getValue())).collect(Collectors.joining(", ", "{", "}"));
        }
        if (d.isList()) {
            return d.list().stream().map(Layout::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return d.isQuoted() ? quoted(d.text()) : scalar(d.text());
    }

    /** As typed where that is one line in braces, else made so. */
    static String flow(Doc d, String typed) {
        String own = PackEdit.shown(outdented(typed), d);
        return d.isFlow() && !own.contains("\n") ? own : flow(d);
    }

    static String quoted(String text) {
        String out = scalar(text);
        return out.startsWith("\"") ? out : "\"" + out + "\"";
    }

    /** Without the indentation that all its lines share, and without blank lines around it. */
    static String outdented(String text) {
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        return java.util.Arrays.stream(lines).map(String::stripTrailing).collect(Collectors.joining("\n")).stripIndent().strip();
    }

    /** The lines after the first moved right. */
    static String indented(String text, int columns) {
        return text.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(columns));
    }

    /** Value trees without what is empty, to compare what surrounds a change. */
    static Object bare(Object value) {
        return value instanceof Map<?, ?> m
                ? m.entrySet().stream().filter(e -> !empty(bare(e.getValue())))
                        .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e -> bare(e.getValue())))
                : value;
    }

    private static boolean empty(Object value) {
        return value instanceof Map<?, ?> m && m.isEmpty() || value instanceof java.util.List<?> l && l.isEmpty();
    }
}
