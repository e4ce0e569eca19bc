package org.mingfa.core.exchange;

import java.util.Locale;

/** Writes XML as text: every value is escaped, every number has at most one decimal and no sign of a locale. */
public final class Markup {

    private final StringBuilder out = new StringBuilder(64_000);

    /** Opens an element; {@code pairs} are names and values of its attributes, those with an empty value left out. */
    public Markup open(String name, Object... pairs) {
        tag(name, pairs);
        out.append('>');
        return this;
    }

    public Markup empty(String name, Object... pairs) {
        tag(name, pairs);
        out.append("/>\n");
        return this;
    }

    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    public Markup close(String name) {
        out.append("</").append(name).append(name.equals("tspan") ? ">" : ">\n");
        return this;
    }

    /** An element that holds nothing but text. */
    public Markup leaf(String name, String text, Object... pairs) {
        return open(name, pairs).text(text).close(name);
    }

    public Markup line(String raw) {
        out.append(raw).append('\n');
        return this;
    }

    private void tag(String name, Object... pairs) {
        out.append('<').append(name);
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1] instanceof Double d ? number(d) : String.valueOf(pairs[i + 1]);
            if (!value.isEmpty()) {
                out.append(' ').append(pairs[i]).append("=\"").append(escaped(value)).append('"');
            }
        }
    }

    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Text as it may stand in XML; characters that XML has no way to write are left out. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.appendCodePoint(c);
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
