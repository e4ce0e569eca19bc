package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingfa.server.registry.exam.Question;
import org.mingfa.server.registry.exam.QuestionStore.Banked;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.SheetOut;

/** The columns of the bank, and what a row says in the words of the table. */
public final class QuestionTable {

    static final String NUMBER = "题号";
    static final String STATE = "状态";
    static final String STEM = "题干";
    static final String IN_USE = "启用";
    static final String STOPPED = "停用";
    private static final String KIND = "题型";
    private static final String ANSWER = "答案";
    private static final String CATEGORY = "类别";
    private static final String FIELD = "执法领域";
    private static final String BASIS = "依据";
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F");
    private static final Map<String, String> KINDS = turned(Question.KINDS);
    private static final Map<String, String> CATEGORIES = turned(Question.CATEGORIES);
    /** Where a fault of {@link Question#check} stands in the table. */
    private static final Map<String, String> PLACES = Map.of("/kind", KIND, "/category", CATEGORY, "/field", FIELD, "/stem", STEM, "/basis", BASIS, "/options", "选项A", "/answer", ANSWER);

    public static final Columns COLUMNS = new Columns(Stream.concat(Stream.concat(Stream.of(
                    Column.integer(NUMBER, "新题留空；填写题号的，内容有变的另立新版本", "").optional(),
                    Column.choice(KIND, List.of("单选", "多选", "判断"), "题型", "单选"), Column.text(STEM, 1_000, "题干", "对当事人的同一个违法行为，不得给予几次以上罚款的行政处罚？")),
            LETTERS.stream().map(l -> Column.text("选项" + l, 500, "判断题不填", l.equals("A") ? "一次" : l.equals("B") ? "两次" : "").optional())), Stream.of(
                    Column.text(ANSWER, 10, "单选一个字母，多选几个字母如 ACD，判断填 正确 或 错误", "B"),
                    Column.choice(CATEGORY, List.of("公共法律知识", "专业法律知识"), "类别", "公共法律知识"),
                    Column.text(FIELD, 20, "专业法律知识必填，如 市场监管", "").optional(), Column.text(BASIS, 200, "法律和条文", "行政处罚法 第二十九条"),
                    Column.choice(STATE, List.of(IN_USE, STOPPED), "留空为启用", IN_USE).optional())).toList());

    private QuestionTable() {}

    private static Map<String, String> turned(Map<String, String> titles) {
        return titles.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** The question of a row; what is wrong with it goes to {@code faults}. */
    static Question read(Columns.Record r, Faults faults) {
        String kind = KINDS.get(r.text(KIND));
        boolean judgement = "judgement".equals(kind);
        List<String> given = options(r, faults);
        if (judgement && !given.isEmpty() && !given.equals(Question.JUDGEMENT)) {
            faults.add(r.row(), "选项A", given.getFirst(), "判断题不填选项", "请清空选项各列");
        }
        String answer = r.text(ANSWER).toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s,，、;；]+", "");
        if (judgement) {
            answer = Map.of("正确", "A", "对", "A", "错误", "B", "错", "B").getOrDefault(answer, answer);
        }
        Question q = new Question(String.valueOf(kind), String.valueOf(CATEGORIES.get(r.text(CATEGORY))), r.text(FIELD), r.text(STEM), judgement ? Question.JUDGEMENT : given,
                sorted(answer), r.text(BASIS));
        if (!faults.in(r.row())) {
            q.check().faults().forEach(f -> faults.add(r.row(), String.valueOf(PLACES.get(f.pointer())), r.text(String.valueOf(PLACES.get(f.pointer()))), f.message(), "请对照模板的填写说明改正"));
        }
        return q;
    }

    private static String sorted(String letters) {
        return letters.chars().sorted().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }

    private static List<String> options(Columns.Record r, Faults faults) {
        List<String> out = new ArrayList<>();
        for (String l : LETTERS) {
            String text = r.text("选项" + l);
            if (!text.isEmpty() && out.size() < LETTERS.indexOf(l)) {
                faults.add(r.row(), "选项" + l, text, "前面的选项空缺", "选项从 A 起连续填写");
                return out;
            }
            if (!text.isEmpty()) {
                out.add(text);
            }
        }
        return out;
    }

    public static void export(Stream<Banked> bank, OutputStream out) throws IOException {
        SheetOut.xlsx("题库", COLUMNS.all().stream().map(Column::title).toList(), bank.map(QuestionTable::cells), out);
    }

    private static List<String> cells(Banked b) {
        Question q = b.question();
        boolean judgement = q.kind().equals("judgement");
        List<String> cells = new ArrayList<>(List.of(Integer.toString(b.number()), String.valueOf(Question.KINDS.get(q.kind())), q.stem()));
        for (int i = 0; i < LETTERS.size(); i++) {
            cells.add(!judgement && i < q.options().size() ? q.options().get(i) : "");
        }
        cells.addAll(List.of(judgement ? q.options().get(q.answer().charAt(0) - 'A') : q.answer(), String.valueOf(Question.CATEGORIES.get(q.category())), q.field(), q.basis(),
                b.withdrawn() ? STOPPED : IN_USE));
        return cells;
    }
}
