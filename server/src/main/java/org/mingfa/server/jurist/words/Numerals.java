package org.mingfa.server.jurist.words;

import java.math.BigDecimal;
import org.mingfa.core.calendar.Unit;

/** Numbers as legal Chinese writes them: 九十日, 二十四小时, 5万元. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};
    private static final long FEN_PER_YUAN = 100;
    private static final long YUAN_PER_WAN = 10_000;

    private Numerals() {}

    /** 0 to 9999 in Chinese numerals; beyond it in figures. */
    static String of(int n) {
        if (n < 0 || n > 9999) {
            return Integer.toString(n);
        }
        if (n < 10) {
            return DIGITS.substring(n, n + 1);
        }
        StringBuilder out = new StringBuilder();
        String figures = Integer.toString(n);
        for (int i = 0; i < figures.length(); i++) {
            int digit = figures.charAt(i) - '0';
            if (digit != 0) {
                out.append(DIGITS.charAt(digit)).append(PLACES[figures.length() - 1 - i]);
            } else if (!out.toString().endsWith("零")) {
                out.append("零");
            }
        }
        String text = out.toString().replaceFirst("零$", "");
        return n < 20 ? text.substring(1) : text;
    }

    static String span(int n, Unit unit) {
        return of(n) + unit.title();
    }

    /** @param fen 分 */
    static String money(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen).divide(BigDecimal.valueOf(FEN_PER_YUAN)).stripTrailingZeros();
        BigDecimal wan = yuan.divide(BigDecimal.valueOf(YUAN_PER_WAN)).stripTrailingZeros();
        return wan.abs().compareTo(BigDecimal.ONE) >= 0 && wan.scale() <= 2 ? wan.toPlainString() + "万元" : yuan.toPlainString() + "元";
    }

    /** A ratio as a percentage: 0.03 is 3%. */
    static String percent(String ratio) {
        return new BigDecimal(ratio).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
