package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grades of no penalty in a benchmark table (不予处罚, 免予处罚), as the Shenzhen tables have them. */
class SparingGradeTest {
    private static final String TABLE = """
            discretion: tables
            tables:
              - code: stalls
                title: 超出门窗外墙摆卖
                cite: 试行条例 第十七条
                in-force: {from: 2020-01-01}
                benchmark: 试行基准
                item: "2"
                statute: [{do: 处一千元以上五千元以下罚款}]
                questions: {情形: {options: [轻微并及时改正, 第一次, 再次]}}
                rows:
                  - {id: R1, grade: 情节轻微, condition: 违法行为轻微并及时改正的, when: {情形: 轻微并及时改正}, do: "WORDS"}
                  - {id: R2, grade: 情节较轻, when: {情形: 第一次}, do: 处一千元以上二千元以下罚款}
                  - {id: R3, grade: 情节严重, when: {情形: 再次}, do: 处二千元以上五千元以下罚款}
            """;

    private static Benchmarks tables(String words) {
        return Law.tables(TABLE.replace("WORDS", words));
    }

    private static Map<String, Object> asked(Map<String, Object> more) {
        Map<String, Object> out = new HashMap<>(Map.of("table", "stalls", "on", "2026-03-02", "choices", Map.of("情形", "轻微并及时改正")));
        out.putAll(more);
        return out;
    }

    private static Assessment assess(String words, Map<String, Object> more) {
        return switch (Asked.read(List.of(asked(more))).getFirst()) {
            case Asked.One one -> new Calculator(tables(words)).assess(one.situation());
            default -> throw new AssertionError();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"不予处罚", "免予处罚", "不予行政处罚", "责令改正，不予处罚"})
    void answersNoPenaltyAndTellsTheGradeAndTheGround(String words) {
        Assessment a = assess(words, Map.of("grounds", List.of("NP3"), "fine", 0));
        assertThat(a.spared()).isTrue();
        assertThat(a.parties()).isEmpty();
        assertThat(a.departs()).isFalse();
        assertThat(a.explanation()).startsWith("当事人超出门窗外墙摆卖的行为，依据《试行条例》第十七条的规定")
                .contains("第2项，违法程度为【情节轻微】，适用条件【违法行为轻微并及时改正的】", "第三十三条", "决定不予行政处罚").doesNotContain("须写明", "拟处罚款");
        assertThat(a.explanation().endsWith("责令改正。")).isEqualTo(words.startsWith("责令"));
        assertThat(a.flags().toString()).contains("教育").doesNotContain("不能单独作为");
    }

    @Test
    void theBenchmarkAloneIsNoBasis() {
        Assessment a = assess("不予处罚", Map.of());
        assertThat(a.flags().toString()).contains("不能单独作为不予处罚的依据", "第三十三条");
        assertThat(a.explanation()).contains("【须写明法定的不予处罚情节】");
        assertThatThrownBy(() -> assess("不予处罚", Map.of("choice", "从重"))).isInstanceOf(Unanswered.class).hasMessageContaining("不予处罚");
    }

    @Test
    void aFineAllTheSameIsADeparture() {
        Assessment a = assess("不予处罚", Map.of("fine", 1000));
        assertThat(a.spared()).isFalse();
        assertThat(a.departs()).isTrue();
        assertThat(a.flags().toString()).contains("所在档次不予处罚而拟处罚款", "应当说明理由");
        assertThat(a.explanation()).contains("裁量幅度【不予处罚】", "明显不当");
        assertThatThrownBy(() -> assess("不予处罚", Map.of("fine", 9000))).isInstanceOf(Unanswered.class).hasMessageContaining("法定幅度");
    }

    @Test
    void isKeptWithTheCaseAndComputesToTheSame() {
        Map<String, Object> kept = KeptAssessment.of(tables("不予处罚"), asked(Map.of("grounds", List.of("NP3"))));
        assertThat(kept).containsEntry("spared", true).containsEntry("grade", "情节轻微").containsEntry("row", "R1").containsEntry("choice", "不予处罚").doesNotContainKey("ungrounded");
        assertThat(KeptAssessment.of(tables("不予处罚"), asked(Map.of()))).as("the benchmark alone").containsEntry("spared", true).containsEntry("ungrounded", true);
        assertThat(KeptAssessment.of(tables("不予处罚"), asked(Map.of("fine", 1000)))).doesNotContainKey("ungrounded");
        assertThat(KeptAssessment.differences(tables("不予处罚"), kept, KeptAssessment.of(tables("不予处罚"), asked(Map.of("grounds", List.of("NP3")))))).isEmpty();
        assertThat(KeptAssessment.differences(tables("不予处罚"), kept, KeptAssessment.of(tables("免予处罚"), asked(Map.of("grounds", List.of("NP3")))))).contains("tables");
    }

    @Test
    void noFineIsNotNoPenalty() {
        Assessment a = assess("警告，不予罚款", Map.of());
        assertThat(a.spared()).isFalse();
        assertThat(a.parties().getFirst().measures()).contains("警告");
        assertThat(a.parties().getFirst().result()).isNull();
    }
}
