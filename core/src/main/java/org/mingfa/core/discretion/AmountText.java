package org.mingfa.core.discretion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a fine is measured from the words of the law: 五万元以上十万元以下, 货值金额十倍以上二十倍以下, 百分之一至百分之五,
 * 每平方米一百元以上一千元以下. Reads the whole text or nothing.
 */
public final class AmountText {
    private static final String NUMBER = "([" + ChineseNumber.SIGNS + "]{1,20})";
    private static final String SUM = NUMBER + "元";
    private static final Pattern BETWEEN = Pattern.compile(NUMBER + "(元?)以上" + SUM + "以下");
    private static final Pattern SPAN = Pattern.compile(NUMBER + "(元?)[-至到]" + SUM);
    private static final Pattern UP_TO = Pattern.compile("(?:最高)?不(?:得)?超过" + SUM + "|" + SUM + "以[下内]");
    private static final Pattern FROM = Pattern.compile("不[低少]于" + SUM + "|" + SUM + "以上");
    private static final Pattern EXACT = Pattern.compile(SUM);

    private static final String PART = "(百分之|千分之)?" + NUMBER + "(倍|%|‰)?";
    private static final Pattern BASE = Pattern.compile("(?:按照?|依照)?([\\u4e00-\\u9fa5、]{2,40}?)的?(" + PART + "(?:(?:以上|[-至到])" + PART
            + ")?(?:以上|以下)?)(?:计算|计)?");
    private static final Pattern SHARE_BETWEEN = Pattern.compile(PART + "以上" + PART + "以下");
    private static final Pattern SHARE_SPAN = Pattern.compile(PART + "[-至到]" + PART);
    private static final Pattern SHARE_ONE = Pattern.compile(PART + "(以上|以下)?");

    private static final Pattern EACH = Pattern.compile("(?:按[\\u4e00-\\u9fa5]{2,12}?)?每([\\u4e00-\\u9fa5]{1,10}?)(?:可?处以?|罚款)?(["
            + ChineseNumber.SIGNS + "不最].*)");
    private static final Pattern SLASH = Pattern.compile("(.*元(?:以[上下])?)/([\\u4e00-\\u9fa5]{1,6})");
    /** What a sum is called by: …金额, …费用, …所得, …损失, …造价. */
    private static final Pattern SUMS = Pattern.compile("[额费用款得入失价值本益金资润租税利酬物]$");
    private static final Pattern SLASHES = Pattern.compile("(.*)元/([\\u4e00-\\u9fa5]{1,6}?)以上(.*)元/\\2以下");
    private static final Pattern FOREIGN = Pattern.compile("^[〇零一二两三四五六七八九十百千万]+[至到]|^[处并可按对罚给应以和或及]|[处罚元]$|罚款|以上|以下|不足|超过|以内|每|并处|可处|处以|没收|责令|警告|吊销|违法行为");

    private AmountText() {}

    /** Empty where the text is no amount, has words besides it, or can be read in two ways. */
    public static Optional<Amount> read(String text) {
        String plain = Words.plain(text).replace("以上、", "以上").replace("元整", "元");
        return sum(plain).or(() -> each(plain)).or(() -> times(plain));
    }

    /** A single sum in 元, as 分. */
    static Optional<Long> fen(String text) {
        return sum(Words.plain(text)).flatMap(a -> a instanceof Amount.Fixed f && f.min() != null && f.min().equals(f.max())
                ? Optional.of(f.min()) : Optional.empty());
    }

    private static Optional<Amount> sum(String plain) {
        return fixed(plain).map(f -> f);
    }

    private static Optional<Amount.Fixed> fixed(String plain) {
        Matcher m = BETWEEN.matcher(plain);
        if (m.matches()) {
            return between(money(m.group(1), m.group(2).isEmpty() ? m.group(3) : ""), money(m.group(3), ""));
        }
        m = SPAN.matcher(plain);
        if (m.matches()) {
            return between(spanned(m.group(1), m.group(2), m.group(3)), money(m.group(3), ""));
        }
        m = UP_TO.matcher(plain);
        if (m.matches()) {
            return known(money(either(m), "")).map(max -> new Amount.Fixed(null, max));
        }
        m = FROM.matcher(plain);
        if (m.matches()) {
            return known(money(either(m), "")).map(min -> new Amount.Fixed(min, null));
        }
        m = EXACT.matcher(plain);
        return m.matches() ? known(money(m.group(1), "")).map(s -> new Amount.Fixed(s, s)) : Optional.empty();
    }

    private static String either(Matcher m) {
        return m.group(1) == null ? m.group(2) : m.group(1);
    }

    private static Optional<Amount.Fixed> between(@Nullable Long min, @Nullable Long max) {
        return min == null || max == null || min >= max ? Optional.empty() : Optional.of(new Amount.Fixed(min, max));
    }

    private static Optional<Long> known(@Nullable Long sum) {
        return Optional.ofNullable(sum);
    }

    /** @param upper the number after it where this one has no 元 of its own: a bare figure before 万 may be short of a 万 */
    private static @Nullable Long money(String number, String upper) {
        if (!upper.isEmpty() && !ChineseNumber.hasUnit(number) && upper.matches(".*[万亿萬]")) {
            return null;
        }
        return ChineseNumber.read(number).filter(n -> n.compareTo(Ratio.ZERO) > 0).map(AmountText::fen).orElse(null);
    }

    /** 5-10万元 is from five 万 on; 5000-1万元 is read only as the figures allow one reading. */
    private static @Nullable Long spanned(String number, String yuan, String upper) {
        boolean borrows = yuan.isEmpty() && !ChineseNumber.hasUnit(number) && upper.matches(".*[万亿萬]");
        return money(borrows ? number + upper.charAt(upper.length() - 1) : number, "");
    }

    private static @Nullable Long fen(Ratio yuan) {
        try {
            return Money.fen(yuan);
        } catch (IllegalArgumentException e) {
            return null; // parts of a 分, or more than there is
        }
    }

    private static Optional<Amount> each(String plain) {
        Matcher m = EACH.matcher(plain);
        if (m.matches()) {
            return perUnit(m.group(2), m.group(1));
        }
        m = SLASHES.matcher(plain);
        if (m.matches()) {
            return perUnit(m.group(1) + "元以上" + m.group(3) + "元以下", m.group(2));
        }
        m = SLASH.matcher(plain);
        return m.matches() ? perUnit(m.group(1), m.group(2)) : Optional.empty();
    }

    private static Optional<Amount> perUnit(String sum, String unit) {
        return unit.matches(".*(?:罚|元|以上|以下|每).*") ? Optional.empty() : fixed(sum).map(f -> new Amount.PerUnit(unit, f.min(), f.max()));
    }

    private static Optional<Amount> times(String plain) {
        Matcher m = BASE.matcher(plain);
        return m.matches() && SUMS.matcher(m.group(1)).find() && !FOREIGN.matcher(m.group(1)).find() ? shares(m.group(1), m.group(2))
                : Optional.empty();
    }

    private static Optional<Amount> shares(String base, String text) {
        Matcher m = SHARE_BETWEEN.matcher(text);
        if (!m.matches()) {
            m = SHARE_SPAN.matcher(text);
        }
        if (m.matches()) {
            Ratio max = share(m.group(4), m.group(5), m.group(6));
            Ratio min = m.group(1) == null && m.group(3) == null ? share(m.group(4), m.group(2), m.group(6))
                    : share(m.group(1), m.group(2), m.group(3));
            return min == null || max == null || min.compareTo(max) >= 0 ? Optional.empty()
                    : Optional.of(new Amount.Times(base, min, max, percent(m.group(4), m.group(6)), 0, null));
        }
        m = SHARE_ONE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        Ratio one = share(m.group(1), m.group(2), m.group(3));
        boolean upTo = "以下".equals(m.group(4));
        boolean from = "以上".equals(m.group(4));
        return one == null ? Optional.empty()
                : Optional.of(new Amount.Times(base, upTo ? null : one, from ? null : one, percent(m.group(1), m.group(3)), 0, null));
    }

    private static boolean percent(@Nullable String before, @Nullable String after) {
        return !"倍".equals(after);
    }

    private static @Nullable Ratio share(@Nullable String before, String number, @Nullable String after) {
        if ((before == null) == (after == null)) {
            return null; // neither 倍 nor %, or both
        }
        int under = "倍".equals(after) ? 1 : "千分之".equals(before) || "‰".equals(after) ? 1000 : 100;
        return ChineseNumber.read(number).filter(n -> n.compareTo(Ratio.ZERO) > 0).map(n -> n.times(Ratio.of(1, under))).orElse(null);
    }
}
