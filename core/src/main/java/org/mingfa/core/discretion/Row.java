package org.mingfa.core.discretion;

import java.util.List;
import java.util.Map;

/**
 * One row of a table or one branch of a statutory range: where it applies and what follows.
 *
 * @param id of the table, such as JM0019; may be empty
 * @param grade 裁量阶次 or 违法程度: 较轻, 2; may be empty
 * @param condition 适用情形 in the words of the table
 * @param when question to answer: 近一年同类违法 to 无
 * @param guards quantity to condition: 货值金额 to 不足一万元
 * @param adds only measures that come on top of the row that applies (情节严重的，吊销许可证)
 */
public record Row(String id, String grade, String condition, Map<String, String> when, Map<String, Guard> guards,
        List<Sanction> sanctions, boolean adds, String note) {
    public Row {
        when = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(when));
        guards = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(guards));
        sanctions = List.copyOf(sanctions);
    }

    /** How a message names it. */
    public String name() {
        return id.isEmpty() ? described() : id;
    }

    /** A grade of no penalty (不予处罚, 免予处罚) for whomever it names. */
    boolean spares() {
        return !sanctions.isEmpty() && sanctions.stream().allMatch(Sanction::spares);
    }

    /** Its conditions in one line: grade, answers, quantities. */
    public String described() {
        var parts = new java.util.ArrayList<String>();
        if (!condition.isEmpty()) {
            parts.add(condition);
        } else {
            when.forEach((question, answer) -> parts.add(question + "：" + answer));
        }
        guards.forEach((quantity, guard) -> parts.add(quantity + guard.text()));
        return parts.isEmpty() ? grade.isEmpty() ? "各种情形" : grade : String.join("，", parts);
    }
}
