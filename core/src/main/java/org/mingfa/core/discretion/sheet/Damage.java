package org.mingfa.core.discretion.sheet;

import java.util.regex.Pattern;
import org.mingfa.core.discretion.Unreadable;

/** Signs that a text lost something on its way out of a PDF. */
final class Damage {
    private static final Pattern SIGNS = Pattern.compile("[\\uFFFD□■▯\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]|[?？]|锟|烫烫|\\*\\*");

    private Damage() {}

    /** @throws Unreadable where it is empty or shows damage */
    static String need(String column, String text) {
        if (text.isEmpty()) {
            throw new Unreadable("no " + column);
        }
        return whole(column, text);
    }

    static String whole(String column, String text) {
        if (SIGNS.matcher(text).find()) {
            throw new Unreadable(column + ": damaged text '" + cut(text) + "'");
        }
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        if (depth != 0) {
            throw new Unreadable(column + ": a bracket without its other half in '" + cut(text) + "'");
        }
        return text;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
