package org.mingfa.core.discretion.sheet;

import java.util.regex.Pattern;
import org.mingfa.core.discretion.SanctionText;
import org.mingfa.core.discretion.Unreadable;

/** Signs that a text lost something on its way out of a PDF. */
final class Damage {
    private static final Pattern SIGNS = Pattern.compile("[\\uFFFD□■▯\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]|[?？]|锟|烫烫|\\*\\*");

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
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        if (depth != 0) {
            throw new Unreadable(column + "里“" + Unreadable.shown(text) + "”的括号不成对，请对照原件补全");
        }
        return text;
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
