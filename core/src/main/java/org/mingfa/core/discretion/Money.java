package org.mingfa.core.discretion;

import java.math.BigDecimal;

/** Sums of money in 分, and how texts write them. */
public final class Money {
    private static final Ratio FEN = Ratio.of(100);

    private Money() {}

    /**
     * 分 of a sum in 元.
     *
     * @throws IllegalArgumentException for parts of a 分, less than nothing, more than a long holds
     */
    public static long fen(Ratio yuan) {
        Ratio fen = yuan.times(FEN);
        if (!fen.under().equals(java.math.BigInteger.ONE) || fen.compareTo(Ratio.ZERO) < 0 || fen.over().bitLength() > 62) {
            throw new IllegalArgumentException("“" + yuan + "元”不是金额，应不小于零、精确到分");
        }
        return fen.over().longValueExact();
    }

    public static Ratio yuan(long fen) {
        return Ratio.of(fen, 100);
    }

    /** As the law writes it, with figures: 1.5亿元, 5万元, 1200元, 0.5元; in 万 or 亿 where two decimals suffice. */
    public static String text(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        for (int digits : new int[] {8, 4}) {
            BigDecimal scaled = yuan.movePointLeft(digits).stripTrailingZeros();
            if (scaled.compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= 2) {
                return scaled.toPlainString() + (digits == 8 ? "亿元" : "万元");
            }
        }
        return yuan.stripTrailingZeros().toPlainString() + "元";
    }
}
