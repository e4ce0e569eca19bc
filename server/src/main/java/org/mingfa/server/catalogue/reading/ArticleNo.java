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
    private static final String NUMBER = "[〇○零一二三四五六七八九十百千0-9０-９]{1,9}";
    private static final Pattern LOOSE = Pattern.compile("第[\\s　]*(" + NUMBER + ")[\\s　]*条(?:[\\s　]*之[\\s　]*([一二三四五六七八九十]+|[0-9０-９]{1,2}))?");
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

    /** A number as it is printed here and there: 第 一 条, 第1条, 第１０条, 第一〇一条; its text is as laws print it. */
    static Optional<ArticleNo> loose(String text) {
        Matcher m = LOOSE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int n = number(m.group(1));
        int sub = m.group(2) == null ? 0 : number(m.group(2));
        return n < 1 || n > 9_999 || sub > 99 ? Optional.empty() : Optional.of(new ArticleNo("第" + chinese(n) + "条" + (sub == 0 ? "" : "之" + chinese(sub)), n, sub));
    }

    /** 1095 is 一千零九十五, 12 is 十二, 110 is 一百一十. */
    private static String chinese(int n) {
        StringBuilder out = new StringBuilder();
        String units = "千百十";
        int rest = n;
        for (int unit = 1000, i = 0; unit >= 10; unit /= 10, i++) {
            int digit = rest / unit;
            rest %= unit;
            if (digit > 0) {
                out.append(digit == 1 && unit == 10 && out.isEmpty() ? "" : DIGITS.substring(digit, digit + 1)).append(units.charAt(i));
            } else if (!out.isEmpty() && rest > 0 && out.charAt(out.length() - 1) != '零') {
                out.append('零');
            }
        }
        return out.append(rest > 0 ? DIGITS.substring(rest, rest + 1) : "").toString();
    }

    /** 一千零九十五 is 1095; 一〇一 and １０１, digit by digit, are 101. */
    static int number(String printed) {
        String chinese = printed.replace('〇', '零').replace('○', '零');
        if (chinese.chars().noneMatch(c -> "十百千".indexOf(c) >= 0)) {
            return chinese.chars().map(c -> DIGITS.indexOf(c) >= 0 ? DIGITS.indexOf(c) : Character.digit(c, 10)).reduce(0, (all, digit) -> all * 10 + digit);
        }
        return units(chinese);
    }

    private static int units(String chinese) {
        int total = 0;
        int digit = 0;
        for (char c : chinese.toCharArray()) {
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
