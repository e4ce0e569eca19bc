package org.mingfa.core.discretion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a quantity: 不足一万元, 一万元以上, 三次以上. 以上 and 以下 include the number itself (民法典 1259); where two rows meet
 * there, the one that begins there is taken (see {@link Rows}).
 */
public record Guard(@Nullable Ratio min, boolean minOpen, @Nullable Ratio max, boolean maxOpen, String text) {
    private static final String NUMBER = "([" + ChineseNumber.SIGNS + "]{1,20})";
    private static final String UNIT = "[^0-9以不超至到-]{0,6}?";
    private static final Pattern BETWEEN = Pattern.compile("(?:(超过)" + NUMBER + UNIT + "(?:的)?|" + NUMBER + UNIT + "(?:以上|[-至到]))(不足|不满|不超过|低于)?"
            + NUMBER + UNIT + "(以下)?");
    private static final Pattern BELOW = Pattern.compile("(不足|不满|低于|不超过)" + NUMBER + UNIT + "|" + NUMBER + UNIT + "(以下)");
    private static final Pattern FROM = Pattern.compile("(超过)" + NUMBER + UNIT + "|" + NUMBER + UNIT + "(?:以上|及以上)");
    private static final Pattern EXACT = Pattern.compile(NUMBER + UNIT);

    /** @throws IllegalArgumentException for what is no such condition */
    public static Guard read(String text) {
        String plain = Words.plain(text).replaceAll("的$", "");
        return exact(text, plain).or(() -> from(text, plain)).or(() -> below(text, plain)).or(() -> between(text, plain))
                .orElseThrow(() -> new IllegalArgumentException("not a condition such as 不足一万元, 一万元以上 or 3: '" + text + "'"));
    }

    private static Optional<Guard> exact(String text, String plain) {
        Matcher m = EXACT.matcher(plain);
        return m.matches() ? ChineseNumber.read(m.group(1)).map(n -> new Guard(n, false, n, false, text)) : Optional.empty();
    }

    private static Optional<Guard> from(String text, String plain) {
        Matcher m = FROM.matcher(plain);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean open = m.group(1) != null;
        return ChineseNumber.read(open ? m.group(2) : m.group(3)).map(n -> new Guard(n, open, null, false, text));
    }

    private static Optional<Guard> below(String text, String plain) {
        Matcher m = BELOW.matcher(plain);
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean before = m.group(1) != null;
        return ChineseNumber.read(before ? m.group(2) : m.group(3)).map(n -> new Guard(null, false, n, before && !m.group(1).equals("不超过"), text));
    }

    private static Optional<Guard> between(String text, String plain) {
        Matcher m = BETWEEN.matcher(plain);
        if (!m.matches() || m.group(4) == null && m.group(6) == null && !plain.matches(".*[-至到].*")) {
            return Optional.empty();
        }
        boolean open = m.group(1) != null;
        boolean below = m.group(4) != null && !m.group(4).equals("不超过");
        return ChineseNumber.read(open ? m.group(2) : m.group(3)).flatMap(min -> ChineseNumber.read(m.group(5))
                .filter(max -> min.compareTo(max) < 0).map(max -> new Guard(min, open, max, below, text)));
    }

    boolean holds(Ratio quantity) {
        int from = min == null ? 1 : quantity.compareTo(min);
        int to = max == null ? -1 : quantity.compareTo(max);
        return (minOpen ? from > 0 : from >= 0) && (maxOpen ? to < 0 : to <= 0);
    }
}
