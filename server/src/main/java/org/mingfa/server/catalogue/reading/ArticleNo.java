package org.mingfa.server.catalogue.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an article: 第一百三十三条之一 is {@code n} 133, {@code sub} 1.
 *
 * @param text as printed
 */
public record ArticleNo(String text, int n, int sub) {

    private static final Pattern SHAPE =
            Pattern.compile("第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?");
    private static final String DIGITS = "零一二三四五六七八九";

    public static Optional<ArticleNo> parse(String text) {
        Matcher m = SHAPE.matcher(text);
        return m.matches()
                ? Optional.of(new ArticleNo(text, number(m.group(1)), m.group(2) == null ? 0 : number(m.group(2))))
                : Optional.empty();
    }

    /** Whether this is the number that comes next in a text: 第五条 or 第四条之一 after 第四条. */
    public boolean follows(ArticleNo before) {
        return sub == 0 ? n == before.n + 1 : n == before.n && sub == before.sub + 1;
    }

    public boolean isAfter(ArticleNo before) {
        return n > before.n || n == before.n && sub > before.sub;
    }

    /** 一千零九十五 is 1095. */
    static int number(String chinese) {
        int total = 0;
        int digit = 0;
        for (char c : chinese.replace('〇', '零').toCharArray()) {
            int unit = switch (c) { case '十' -> 10; case '百' -> 100; case '千' -> 1000; default -> 0; };
            if (unit == 0) {
                digit = DIGITS.indexOf(c);
            } else {
                total += Math.max(digit, 1) * unit;
                digit = 0;
            }
        }
        return total + digit;
    }
}
