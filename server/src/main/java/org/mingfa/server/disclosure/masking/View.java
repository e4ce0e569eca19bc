package org.mingfa.server.disclosure.masking;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as rules read it: full-width forms made half-width, letters upper case, invisible characters gone; each
 * character knows where it came from.
 */
final class View {
    private final String text;
    private final int[] from;
    private final int[] to;

    private View(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static View of(String original) {
        var text = new StringBuilder();
        int[] from = new int[original.length() * 4 + 4];
        int[] to = new int[from.length];
        for (int i = 0; i < original.length();) {
            int c = original.codePointAt(i);
            int next = i + Character.charCount(c);
            for (char plain : plain(c).toCharArray()) {
                if (text.length() < from.length) {
                    from[text.length()] = i;
                    to[text.length()] = next;
                    text.append(plain);
                }
            }
            i = next;
        }
        return new View(text.toString(), from, to);
    }

    /** Chinese punctuation and text stay; a code point that expands a lot (㍿) stays too. */
    private static String plain(int c) {
        String one = Character.toString(c);
        if (Character.getType(c) == Character.FORMAT) return "";
        if (c == 0x3000 || c == 0xA0 || c == '\t') return " ";
        if ("：，；（）".contains(one)) return one;
        String plain = Normalizer.normalize(one, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return plain.length() > 4 ? one : plain;
    }

    String text() {
        return text;
    }

    /** Where the character at this place of the view begins in the original. */
    int from(int place) {
        return from[place];
    }

    /** Where the character before this place of the view ends in the original. */
    int to(int place) {
        return place == 0 ? 0 : to[place - 1];
    }
}
