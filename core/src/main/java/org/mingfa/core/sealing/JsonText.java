package org.mingfa.core.sealing;

/** Strings as RFC 8785 3.2.2.2 writes them. */
final class JsonText {
    private JsonText() {}

    static void quote(String text, StringBuilder out, String at) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!pair(text, i)) {
                    throw new IllegalArgumentException("a lone surrogate in a text" + Canonical.place(at));
                }
                out.append(c).append(text.charAt(++i));
            } else {
                plain(c, out);
            }
        }
        out.append('"');
    }

    private static boolean pair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static void plain(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
