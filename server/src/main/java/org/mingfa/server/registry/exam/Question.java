package org.mingfa.server.registry.exam;

import java.util.List;
import java.util.Map;
import org.mingfa.server.operation.Fields;

/**
 * A question as it is written.
 *
 * @param kind single, multiple or judgement
 * @param category public 公共法律知识 or field 专业法律知识
 * @param field 执法领域 of a field question, else ""
 * @param options from A on; of a judgement 正确 and 错误
 * @param answer letters in order, e.g. {@code AC}
 * @param basis the article that the answer rests on
 */
public record Question(String kind, String category, String field, String stem, List<String> options, String answer, String basis) {

    public static final Map<String, String> KINDS = Map.of("single", "单选", "multiple", "多选", "judgement", "判断");
    public static final Map<String, String> CATEGORIES = Map.of("public", "公共法律知识", "field", "专业法律知识");
    public static final List<String> JUDGEMENT = List.of("正确", "错误");
    private static final int MOST_OPTIONS = 6;

    /** What is wrong with it, by JSON pointer. */
    public Fields check() {
        return new Fields().fits("/kind", kind, KINDS::containsKey, "应为 single、multiple 或 judgement")
                .fits("/category", category, CATEGORIES::containsKey, "应为 public 或 field")
                .check("/field", category.equals("field") == !field.isBlank() && field.length() <= 20, "专业法律知识的题目填执法领域，公共法律知识的不填")
                .text("/stem", stem, 1_000).text("/basis", basis, 200)
                .check("/options", optionsFit(), "2 至 6 个，不得空缺、重复，每个不超过 500 个字；判断题为“正确”“错误”")
                .check("/answer", answerFits(), answerRule());
    }

    private boolean optionsFit() {
        return kind.equals("judgement") ? options.equals(JUDGEMENT)
                : options.size() >= 2 && options.size() <= MOST_OPTIONS && options.stream().allMatch(o -> !o.isBlank() && o.length() <= 500)
                        && options.stream().distinct().count() == options.size();
    }

    private boolean answerFits() {
        return isLetters(answer, options.size()) && (kind.equals("multiple") ? answer.length() >= 2 : answer.length() == 1);
    }

    public String answerRule() {
        return kind.equals("multiple") ? "多选题的答案至少两个字母，按顺序，不得超出选项" : "答案应为一个选项的字母";
    }

    /** Letters of the first {@code options} options, each once and in order. */
    public static boolean isLetters(String text, int options) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) >= 'A' + options || i > 0 && text.charAt(i) <= text.charAt(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** A stem without the blanks and brackets that writers set differently. */
    public static String plain(String stem) {
        return stem.replaceAll("[\\s（）()。，、？?]+", "");
    }
}
