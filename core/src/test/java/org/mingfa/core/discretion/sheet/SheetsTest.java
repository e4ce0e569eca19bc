package org.mingfa.core.discretion.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.Sanction;
import org.mingfa.core.discretion.Table;
import org.mingfa.core.discretion.Unreadable;

class SheetsTest {
    private static final List<String> GRADES = List.of("row_id", "领域", "法律文件", "项目编号", "违法行为", "法律依据", "裁量阶次", "适用情形", "处罚标准", "备注");
    private static final List<String> FACTORS = List.of("row_id", "领域", "表号", "模型", "违法行为", "违反条款", "处罚依据", "裁量要素", "违法程度或适用条件", "权重或处罚标准", "备注");
    private static final String LAW = "《甲法》第五条第一款：违反本法的，处二万元以上二十万元以下的罚款";

    private static Imported read(List<String> header, List<List<String>> rows) {
        var sheet = new ArrayList<SheetRow>();
        for (List<String> row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < header.size() && i < row.size(); i++) {
                cells.put(header.get(i), row.get(i));
            }
            sheet.add(new SheetRow(sheet.size() + 1L, cells, row.size() == header.size()));
        }
        return Sheets.read(header, sheet, new Sheets.Origin("t", "city", "4407"));
    }

    private static List<Table> tables(Imported imported) {
        Benchmarks all = Benchmarks.load(Map.of("t.yaml", imported.yaml("t.csv")));
        assertThat(all.problems()).isEmpty();
        return all.tables();
    }

    private static List<String> grade(String id, String item, String conduct, String basis, String grade, String condition, String standard) {
        return List.of(id, "生态环境", "《甲法》", item, conduct, basis, grade, condition, standard, "");
    }

    private static List<String> weight(String id, String factor, String condition, String weight) {
        return List.of(id, "生态环境", "7", "多因素权重", "甲行为", "", LAW, factor, condition, weight, "");
    }

    private static List<String> tier(String id, String conditions, String standard) {
        return List.of(id, "生态环境", "8", "直接档次", "乙行为", "", LAW, "", conditions, standard, "");
    }

    @Test
    void readsTiersWithTheStatuteThatBoundsThem() {
        Imported i = read(GRADES, List.of(grade("1", "1-1", "甲行为", LAW, "1", "轻的", "责令改正，处二万元以上五万元以下罚款"), grade("2", "1-1", "甲行为", LAW, "2", "重的", "处二十万元罚款，对个人处以一万元罚款")));
        assertThat(i.reported()).isEmpty();
        Table t = tables(i).getFirst();
        assertThat(t.cite()).isEqualTo("《甲法》第五条第一款");
        assertThat(t.statute().getFirst().sanctions().getFirst().text()).isEqualTo("处2万元以上20万元以下罚款");
        assertThat(t.rows()).extracting(r -> r.sanctions().stream().map(Sanction::text).toList())
                .containsExactly(List.of("责令改正，并处2万元以上5万元以下罚款"), List.of("处20万元罚款", "对个人处1万元罚款"));
        assertThat(t.inForce(LocalDate.of(2026, 1, 1))).isTrue();
    }

    @Test
    void emptyCellsInheritFromAboveWhileTheItemIsTheSame() {
        Imported i = read(GRADES, List.of(grade("1", "1-1", "甲行为", LAW, "1", "轻的", "处二万元罚款"), grade("2", "", "", "", "", "也轻的", "处二万元罚款"),
                grade("3", "1-1", "同上", "", "2", "重的", "处三万元罚款"), grade("4", "1-2", "", "", "1", "轻的", "处二万元罚款"), grade("5", "1-3", "丙行为", "", "1", "轻的", "处二万元罚款"),
                grade("6", "1-3", "丙行为", LAW, "1", "轻的", ""), grade("7", "1-3", "丙行为", LAW, "1", "", "处二万元罚款")));
        assertThat(i.reported()).extracting(Imported.Reported::row, Imported.Reported::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple(4L, "没有填写违法行为，请对照原件补上后重新导入"), org.assertj.core.groups.Tuple.tuple(5L, "没有填写法律依据，请对照原件补上后重新导入"),
                org.assertj.core.groups.Tuple.tuple(6L, "没有填写处罚标准，请对照原件补上后重新导入"), org.assertj.core.groups.Tuple.tuple(7L, "没有填写适用情形，请对照原件补上后重新导入"));
        assertThat(tables(i).getFirst().rows()).extracting(r -> r.id() + " " + r.grade()).containsExactly("1 1", "2 1", "3 2");
    }

    @Test
    void reportsRowsThatCannotBothBeRight() {
        Imported i = read(GRADES, List.of(grade("1", "1", "甲行为", LAW, "1", "轻的", "处二万元罚款"), grade("2", "1", "甲行为", LAW, "2", "轻的", "处三万元罚款"),
                grade("3", "1", "甲行为", LAW, "3", "重的", "处四万元罚款"), grade("3", "1", "甲行为", LAW, "3", "更重的", "处五万元罚款"), List.of("4", "生态环境")));
        assertThat(i.reported()).extracting(Imported.Reported::id).containsExactly("1", "2", "3", "4");
        assertThat(i.reported()).extracting(Imported.Reported::reason).satisfies(r -> {
            assertThat(r.get(0)).isEqualTo("与第 2 行条件相同而处罚标准不同，区分两行的条件没有写出来，请对照原件补上后重新导入");
            assertThat(r.get(2)).isEqualTo("row_id 与第 3 行相同，请改成不同的编号后重新导入");
            assertThat(r.get(3)).isEqualTo("格数与表头不同（常是文字里的逗号没有加引号），请对照原件改正后重新导入");
        });
        assertThat(i.read()).isEqualTo(1);
    }

    @Test
    void readsWeightsWithTheirFormula() {
        Imported i = read(FACTORS, List.of(weight("1", "裁量起点", "", "20%"), weight("2", "数量", "3吨以下", "0%"), weight("3", "", "3吨以上", "1/8"),
                List.of("4", "生态环境", "7", "计算说明", "甲行为", "", LAW, "", "", "", "本表裁量的计算方法为:罚款金额=裁量百分值总和×100万。裁量百分值总和不足20%的,按20%计算。")));
        assertThat(i.reported()).isEmpty();
        Table t = tables(i).getFirst();
        assertThat(t.incomplete()).isEmpty();
        assertThat(t.weights()).satisfies(w -> {
            assertThat(w.sum()).isEqualTo(100_000_000L);
            assertThat(w.least()).isNotNull();
            assertThat(w.factors().getFirst().options()).extracting(o -> o.weight().percent()).containsExactly("0%", "12.5%");
        });
    }

    @Test
    void aTableOfWeightsThatMissesARowIsNotCalculatedWith() {
        Imported i = read(FACTORS, List.of(weight("1", "裁量起点", "", "20%|25%"), weight("2", "数量", "3吨以下", "0%"), weight("3", "数量", "3吨以上", "十分之一"), weight("4", "地点", "一般", "5%")));
        assertThat(i.reported()).extracting(Imported.Reported::reason).containsExactly("权重或处罚标准里写了几项“20%|25%”，请对照原件分成几张表（各有表号），每行一个权重后重新导入", "权重“十分之一”应是百分之百以内的百分数或者分数，请对照原件写成20%或者1/8的样子后重新导入",
                "裁量要素“地点”只有这一种情形，其余的情形或者名称的一部分丢了，请对照原件补上后重新导入");
        assertThat(tables(i).getFirst().incomplete()).containsExactly("没有读出裁量起点，请补上后重新导入", "没有读出计算方法，请补上后重新导入", "有的行没有读出，权重不全，请按导入报告改正后重新导入");
    }

    @Test
    void readsDirectTiersByTheirConditions() {
        Imported i = read(FACTORS, List.of(tier("1", "违法程度:甲；面积:—", "2万元以上4万元以下"), tier("2", "违法程度:乙；面积:500平方米以下", "4万元以上6万元以下"),
                tier("3", "违法程度:丙；对单位罚款:20万元", "2万元"), tier("4", "违法程度:丁", "1万元以上1.5万元"), tier("5", "违法程度:(戊", "3万元"),
                tier("6", "违法程度:己方；又", "3万元"), tier("7", "庚方", "3万元")));
        assertThat(i.reported()).extracting(Imported.Reported::id).containsExactly("3", "4", "5", "6");
        assertThat(i.reported()).extracting(Imported.Reported::reason).allMatch(r -> r.endsWith("后重新导入")).satisfies(r -> {
            assertThat(r.get(0)).startsWith("条件里的“对单位罚款”是罚款");
            assertThat(r.get(1)).startsWith("权重或处罚标准里“1万元以上1.5万元”看不懂，请");
            assertThat(r.get(2)).startsWith("违法程度或适用条件里“违法程度:(戊”的括号不成对");
            assertThat(r.get(3)).startsWith("条件“又”没有名称");
        });
        assertThat(tables(i).getFirst().rows().getFirst().when()).isEqualTo(Map.of("违法程度", "甲"));
    }

    @Test
    void findsAnswersCutByALineBreak() {
        Imported i = read(FACTORS, List.of(tier("1", "区域:环境敏感区或限批；次数:1次", "2万元"), tier("2", "区域:区；次数:2次", "3万元"), tier("3", "区域:一般区域；次数:1次", "1万元")));
        assertThat(i.reported()).extracting(Imported.Reported::id).containsExactly("1", "2");
        assertThat(i.reported()).extracting(Imported.Reported::reason).containsExactly(
                "区域的内容“环境敏感区或限批”的下半截可能是第 2 行的“区”，请对照原件合起来后重新导入", "区域的内容“区”只是半句，断在换行处，请对照原件补全后重新导入");
    }

    @Test
    void showsALongTextWhereItsBracketIsTorn() {
        Imported i = read(GRADES, List.of(grade("1", "1-1", "甲".repeat(50) + "(一)" + "乙".repeat(30) + "丙)丁" + "戊".repeat(30), LAW, "1", "轻的", "处二万元罚款")));
        assertThat(i.reported().getFirst().reason()).isEqualTo(
                "违法行为里“…" + "乙".repeat(19) + "丙)丁" + "戊".repeat(18) + "…”的括号不成对，请对照原件补全后重新导入");
    }

    @Test
    void wantsAHeaderItKnows() {
        assertThatThrownBy(() -> read(List.of("a", "b"), List.of())).isInstanceOf(Unreadable.class).hasMessageStartingWith("认不出这是哪种裁量基准表：表头是“a”、“b”，请把列名改成“row_id”");
        assertThatThrownBy(() -> read(GRADES.subList(0, 8), List.of())).hasMessageStartingWith("表头缺少“处罚标准”（这张表像是按裁量阶次分档（江门）的），请补上");
        assertThatThrownBy(() -> read(FACTORS.subList(1, 11), List.of())).hasMessageStartingWith("表头缺少“row_id”");
        assertThat(read(GRADES, List.of()).rows()).isZero();
    }
}
