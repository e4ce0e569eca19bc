package org.mingfa.core.discretion.sheet;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.discretion.AmountText;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.discretion.Words;

/**
 * How a table of weights is calculated: 罚款金额=裁量百分值总和×建设项目总投资额×5%.
 *
 * @param base the quantity, empty where {@code sum} is given; the texts are those of docs/discretion.md
 */
record Formula(String base, String sum, String multiple, String least, String most) {
    private static final Pattern WHOLE = Pattern.compile("罚款金额=裁量百分值总和[×x*](?:(\\d{1,5}万)元?|([\\u4e00-\\u9fa5]{2,20}?)(?:[×x*](\\d{1,3}(?:倍|%)))?)(?=[;,]|$)");
    private static final Pattern LEAST = Pattern.compile("裁量百分值总和不足(\\d{1,3}%)的,按(\\d{1,3}%)计算");
    private static final Pattern MOST = Pattern.compile("裁量百分值总和超过(\\d{1,3}%)的,按(\\d{1,3}%)计算");

    /** Empty for a remark that says nothing of the calculation. @throws Unreadable for one that does and is not understood */
    static Optional<Formula> read(String remark) {
        String plain = Words.plain(remark);
        if (!plain.contains("罚款金额") && !plain.contains("百分值")) {
            return Optional.empty();
        }
        Matcher m = WHOLE.matcher(plain);
        if (!m.find() || plain.split("罚款金额", -1).length != 2) {
            throw new Unreadable(plain.split("罚款金额", -1).length > 2 ? "several ways of calculating in one table"
                    : "cannot read how it is calculated");
        }
        String least = bound(LEAST, plain);
        String most = bound(MOST, plain);
        int spoken = 1 + (least.isEmpty() ? 0 : 1) + (most.isEmpty() ? 0 : 1);
        if (plain.split("百分值", -1).length - 1 != spoken) {
            throw new Unreadable("cannot read all that is said of the weights");
        }
        return Optional.of(m.group(1) != null ? sum(m.group(1), least, most) : new Formula(m.group(2), "", m.group(3) == null ? "1" : m.group(3),
                least, most));
    }

    private static Formula sum(String wan, String least, String most) {
        String sum = wan + "元";
        AmountText.read(sum).orElseThrow(() -> new Unreadable("not a sum: " + sum));
        return new Formula("", sum, "1", least, most);
    }

    private static String bound(Pattern pattern, String plain) {
        Matcher m = pattern.matcher(plain);
        if (!m.find()) {
            return "";
        }
        if (!m.group(1).equals(m.group(2))) {
            throw new Unreadable("cannot read '" + m.group() + "'");
        }
        return m.group(1);
    }

    /**
     * The least sum that the base counts as (所需处置费用不足二十万元的，按二十万元计算), from the words of the statute.
     *
     * @throws Unreadable where the statute says something of a small base that is not understood
     */
    String floor(String statute) {
        String plain = Words.plain(statute);
        if (base.isEmpty() || !plain.contains(base + "不足")) {
            return "";
        }
        Matcher m = Pattern.compile(base + "不足([^,;的]{2,12}元)的?,?按([^,;]{2,12}元)计算").matcher(plain);
        if (!m.find() || !m.group(1).equals(m.group(2)) || plain.split(base + "不足", -1).length != 2 || AmountText.read(m.group(1)).isEmpty()) {
            throw new Unreadable("cannot read from which sum on " + base + " counts");
        }
        return m.group(1);
    }

    void put(Map<String, Object> weights, String statute) {
        if (base.isEmpty()) {
            weights.put("sum", sum);
        } else {
            weights.put("base", base);
            weights.put("multiple", multiple);
            if (!floor(statute).isEmpty()) {
                weights.put("floor", floor(statute));
            }
        }
        if (!least.isEmpty()) {
            weights.put("least", least);
        }
        if (!most.isEmpty()) {
            weights.put("most", most);
        }
    }
}
