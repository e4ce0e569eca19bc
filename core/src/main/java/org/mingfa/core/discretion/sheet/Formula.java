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
            throw new Unreadable(plain.split("罚款金额", -1).length > 2 ? "一处写了几种计算方法，请对照原件分成几张表（各有表号）"
                    : "计算方法看不懂，请写成“罚款金额=裁量百分值总和×100万元”或者“罚款金额=裁量百分值总和×货值金额×5倍”的样子");
        }
        String least = bound(LEAST, plain);
        String most = bound(MOST, plain);
        int spoken = 1 + (least.isEmpty() ? 0 : 1) + (most.isEmpty() ? 0 : 1);
        if (plain.split("百分值", -1).length - 1 != spoken) {
            throw new Unreadable("对裁量百分值的说明没有全部看懂，请只写“裁量百分值总和不足20%的，按20%计算”或者“裁量百分值总和超过100%的，按100%计算”这样的话");
        }
        return Optional.of(m.group(1) != null ? sum(m.group(1), least, most) : new Formula(m.group(2), "", m.group(3) == null ? "1" : m.group(3),
                least, most));
    }

    private static Formula sum(String wan, String least, String most) {
        String sum = wan + "元";
        AmountText.read(sum).orElseThrow(() -> new Unreadable("“" + sum + "”不是金额，请写成“100万元”的样子"));
        return new Formula("", sum, "1", least, most);
    }

    private static String bound(Pattern pattern, String plain) {
        Matcher m = pattern.matcher(plain);
        if (!m.find()) {
            return "";
        }
        if (!m.group(1).equals(m.group(2))) {
            throw new Unreadable("“" + m.group() + "”前后两个百分数不同，请对照原件改正");
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
            throw new Unreadable("处罚依据里" + base + "不足多少按多少计算看不懂，请对照法律条文写成“" + base + "不足二十万元的，按二十万元计算”的样子");
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
