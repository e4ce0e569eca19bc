package org.mingfa.cli.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;
import static org.mingfa.cli.CommandLine.runWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.cli.CommandLine.Answer;
import org.mingfa.core.sealing.Canonical;

class EvaluationTest {
    private static final String EXAMPLE = Path.of("..", "law/examples/discretion/situations.json").toString();

    @Test
    void answersTheExampleAndExplainsEach() {
        Answer answer = run("discretion", "eval", EXAMPLE);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("法定幅度  50,000 - 100,000 元（5万元以上10万元以下）", "结果  从轻：50,000 - 65,000 元", "结果  从重：510,000 - 600,000 元",
                "法定幅度  120,000 - 1,200,000 元", "权重      20%，200,000 元", "结果      不予处罚", "合计      210,000 - 500,000 元，建议 355,000 元");
        assertThat(answer.out().lines().filter(l -> l.contains("理由      "))).hasSize(8);
        assertThat(run("discretion", "eval", EXAMPLE)).isEqualTo(answer);
    }

    @Test
    @SuppressWarnings("unchecked")
    void printsOneJsonValueForMachines() {
        Answer answer = run("discretion", "eval", EXAMPLE, "--json");
        var all = (Map<String, Object>) Canonical.parse(answer.out().strip().getBytes(StandardCharsets.UTF_8));
        var answers = (List<Map<String, Object>>) all.get("answers");
        assertThat(answers).hasSize(6);
        var party = ((List<Map<String, Object>>) answers.getFirst().get("parties")).getFirst();
        assertThat((Map<String, Object>) party.get("statutory")).containsEntry("min", 5_000_000L).containsEntry("max", 10_000_000L);
        assertThat((Map<String, Object>) party.get("result")).containsEntry("max", 6_500_000L);
        assertThat(answers.getLast()).containsEntry("several", "acts").containsEntry("number", 6L);
    }

    @Test
    void namesSituationAndFieldAndAnswersTheOthers() {
        String json = """
                [{"name": "甲", "table": "food-without-licence", "on": "2026-03-02"},
                 {"table": "food-without-licence", "on": "2026-03-02", "quantities": {"货值金额": 8000}, "colour": 1},
                 {"table": "fake-seeds", "on": "2026-03-02", "quantities": {"货值金额": "一万元"}},
                 {"table": "example-water-discharge", "on": "2026-03-02", "choices": {"颜色": "红"}},
                 {"table": "fake-seeds", "on": "2026-02-30"},
                 {"table": "fake-seeds", "on": "2026-03-02", "quantities": {"货值金额": "99999999999999999999"}},
                 {"table": "fake-seeds", "on": "2026-03-02", "quantities": {"货值金额": -1}},
                 7,
                 {"several": "norms", "of": [{"table": "fake-seeds", "on": "2026-03-02", "quantities": {"货值金额": 1}}, {"table": "inferior-seeds", "on": "2026-03-02"}]}]""";
        Answer answer = runWith(json, "discretion", "eval", "-");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).contains("3. 生产经营假种子", "法定幅度  20,000 - 200,000 元");
        assertThat(answer.err().lines()).satisfiesExactly(
                l -> assertThat(l).isEqualTo("situation 1 (甲): quantities.货值金额: 没有填写货值金额（元）"),
                l -> assertThat(l).startsWith("situation 2: colour: unknown field 'colour'; known here: name, table"),
                l -> assertThat(l).startsWith("situation 4: choices.颜色: 这张表不问“颜色”，所问的是“"),
                l -> assertThat(l).isEqualTo("situation 5: on: “2026-02-30”不是日期，应写成2026-03-02的样子"),
                l -> assertThat(l).startsWith("situation 6: quantities.货值金额: “99999999999999999999”不是数"),
                l -> assertThat(l).startsWith("situation 7: quantities.货值金额: “-1”不是数"),
                l -> assertThat(l).startsWith("situation 8: expected names with values"),
                l -> assertThat(l).isEqualTo("situation 9: of[2]: quantities.货值金额: 没有填写货值金额（元）"));
    }

    @Test
    void readsTablesOfTheFileAndOfOthers(@TempDir Path folder) throws IOException {
        String inline = """
                {"tables": [{"code": "mine", "title": "甲行为", "cite": "甲法 第一条", "statute": [{"do": "处一万元以上十万元以下罚款"}]}],
                 "situations": [{"table": "mine", "on": "2026-03-02"}]}""";
        assertThat(runWith(inline, "discretion", "eval", "-").out()).contains("10,000 - 100,000 元", "当事人甲行为的行为，依据《甲法》第一条的规定");
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                discretion: tables
                tables: [{code: mine, title: 乙行为, cite: 乙法 第二条, statute: [{do: 处二万元罚款}]}]
                """);
        String ask = "[{\"table\": \"mine\", \"on\": \"2026-03-02\"}]";
        assertThat(runWith(ask, "discretion", "eval", "-", "--tables", file.toString()).out()).contains("20,000 元（2万元）");
        assertThat(runWith(inline.replace("十万元以下", "十万以下"), "discretion", "eval", "-").err()).isEqualTo(
                "mingfa discretion: -: tables[1].statute[1].do: “处一万元以上十万以下罚款”看不懂，请对照原件写明种类、数额和单位（如“责令改正，处二万元以上五万元以下罚款”）\n");
        assertThat(run("discretion", "eval", "x", "--tables").err()).contains("--tables wants a file");
        Files.writeString(file, "procedure: x\n");
        assertThat(runWith(ask, "discretion", "eval", "-", "--tables", file.toString()).err()).contains("no tables");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(runWith("{", "discretion", "eval", "-").err()).startsWith("mingfa discretion: -: not JSON at character 1");
        assertThat(runWith("{\"situation\": []}", "discretion", "eval", "-").err()).contains("unknown field 'situation'");
        assertThat(runWith("7", "discretion", "eval", "-").err()).contains("expected a list of situations");
        assertThat(run("discretion", "eval", "/").err()).contains("a folder");
        assertThat(run("discretion", "eval", "/no/such.json").err()).contains("no such file");
        assertThat(runWith("[]", "discretion", "eval", "-")).isEqualTo(new Answer(0, "", "-: no situations\n"));
    }

    @Test
    void theTablesOfThisRepositoryHold() {
        Answer answer = run("discretion", "check");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("grounds 20, families 4, faults 0");
    }
}
