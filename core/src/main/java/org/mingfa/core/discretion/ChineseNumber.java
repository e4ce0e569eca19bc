package org.mingfa.core.discretion;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in 汉字, in figures, or in figures with 万 and 千: 十五万, 三万五千, 2.5万, 1万5千, 壹仟. What can be read two ways is not read. */
final class ChineseNumber {
    /** Characters a number is made of. */
    static final String SIGNS = "0-9.〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬";
    private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬两〇";
    private static final String USUAL = "一二三四五六七八九十百千万二零";
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** The number; empty for what is none, or could be several (二百五, 1.2.3). */
    static Optional<Ratio> read(String text) {
        var usual = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = FORMAL.indexOf(c);
            usual.append(at < 0 ? c : USUAL.charAt(at));
        }
        String plain = usual.toString();
        return plain.isEmpty() || plain.length() > 30 ? Optional.empty() : scaled(plain, "亿", 100_000_000);
    }

    /** Whether it has its own 万 or other unit, so that it does not borrow that of the number after it. */
    static boolean hasUnit(String text) {
        return text.matches(".*[十百千万亿拾佰仟萬].*");
    }

    private static Optional<Ratio> scaled(String text, String unit, long size) {
        int at = text.indexOf(unit);
        if (at < 0) {
            return size == 10_000 ? section(text) : scaled(text, "万", 10_000);
        }
        String low = text.substring(at + 1);
        if (at == 0 || low.contains(unit) || bare(low)) {
            return Optional.empty();
        }
        Optional<Ratio> high = size == 10_000 ? section(text.substring(0, at)) : scaled(text.substring(0, at), "万", 10_000);
        Optional<Ratio> rest = low.isEmpty() ? Optional.of(Ratio.ZERO) : size == 10_000 ? section(low) : scaled(low, "万", 10_000);
        return high.flatMap(h -> rest.filter(r -> r.compareTo(Ratio.of(size)) < 0).map(r -> h.times(Ratio.of(size)).plus(r)));
    }

    /** A digit alone after 万 or 亿 (三万五) is colloquial: 35,000 or 30,005. */
    private static boolean bare(String low) {
        return low.length() == 1 || low.matches("[0-9]{1,3}(\\.[0-9]+)?");
    }

    /** Below 万, or all in figures. */
    private static Optional<Ratio> section(String text) {
        if (text.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            return Optional.of(Ratio.of(new BigDecimal(text)));
        }
        return units(text);
    }

    private static Optional<Ratio> units(String text) {
        Ratio sum = Ratio.ZERO;
        int last = 10_000;
        boolean zero = false;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '零') {
                if (zero || at == 0 && text.length() > 1 || at == text.length() - 1 && text.length() > 1) {
                    return Optional.empty();
                }
                zero = true;
                at++;
                continue;
            }
            int end = figures(text, at);
            Ratio digit = digit(text.substring(at, end), at == 0);
            int unit = end < text.length() ? "十百千".indexOf(text.charAt(end)) : -1;
            int size = unit < 0 ? 1 : unit == 0 ? 10 : unit == 1 ? 100 : 1000;
            // after 千 a number without 百 or 零 (一千五) may mean either
            if (digit == null || size >= last || unit < 0 && (end < text.length() || last > 10 && last < 10_000 && !zero)) {
                return Optional.empty();
            }
            sum = sum.plus(digit.times(Ratio.of(size)));
            last = size;
            zero = false;
            at = end + (unit < 0 ? 0 : 1);
        }
        return Optional.of(sum);
    }

    private static int figures(String text, int at) {
        int end = at;
        while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end > at ? end : at < text.length() && DIGITS.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static @org.jspecify.annotations.Nullable Ratio digit(String text, boolean first) {
        if (text.isEmpty()) {
            return first ? Ratio.ONE : null; // 十五 is 一十五
        }
        return text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?") ? Ratio.of(new BigDecimal(text))
                : DIGITS.contains(text) ? Ratio.of(DIGITS.indexOf(text)) : null;
    }
}
