package org.mingfa.core.discretion.sheet;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.mingfa.core.discretion.SanctionText;
import org.mingfa.core.discretion.Unreadable;

/** Signs that a text lost something on its way out of a PDF. */
final class Damage {
    private static final Pattern SIGNS = Pattern.compile("[\\uFFFD□■▯\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]|[?？]|锟|烫烫|\\*\\*");

    /** So many characters on each side of a torn bracket are shown. */
    private static final int NEAR = 20;

    private Damage() {}

    /** @throws Unreadable where it is empty or shows damage */
    static String need(String column, String text) {
        filled(column, text);
        return whole(column, text);
    }

    static void filled(String column, String text) {
        if (text.isEmpty()) {
            throw new Unreadable("没有填写" + column + "，请对照原件补上");
        }
    }

    static String whole(String column, String text) {
        if (SIGNS.matcher(text).find()) {
            throw new Unreadable(column + "里有损坏的文字“" + Unreadable.shown(text) + "”，请对照原件改正");
        }
        int torn = torn(text);
        if (torn >= 0) {
            throw new Unreadable(column + "里“" + around(text, torn) + "”的括号不成对，请对照原件补全");
        }
        return text;
    }

    /** Where a bracket stands that has no other half; -1 where each has. */
    private static int torn(String text) {
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                open.push(i);
            } else if ((c == ')' || c == '）') && open.poll() == null) {
                return i;
            }
        }
        return open.isEmpty() ? -1 : open.pop();
    }

    /** A long text is shown where its bracket is torn. */
    private static String around(String text, int at) {
        if (text.length() <= 2 * NEAR) {
            return Unreadable.shown(text);
        }
        int from = Math.max(0, at - NEAR);
        int to = Math.min(text.length(), at + NEAR);
        return (from > 0 ? "…" : "") + Unreadable.shown(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    /** @throws Unreadable naming the column, and the words that are not understood */
    static void sanction(String column, String text) {
        filled(column, text);
        try {
            SanctionText.read(text);
        } catch (Unreadable e) {
            throw new Unreadable(column + "里" + e.getMessage());
        }
    }
}
