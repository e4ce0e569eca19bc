package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cite: 甲法 第一条 | colour: red | t.yaml:5: unknown field 'colour'",
        "cite: 甲法 第一条 | rows: [{do: 处五万罚款}] | t.yaml:5: “处五万罚款”看不懂，请",
        "cite: 甲法 第一条 | rows: [{grade: 轻}] | t.yaml:5: a row has 'do'",
        "cite: 甲法 第一条 | level: village | t.yaml:5: level is one of",
        "item: '1' | level: city | t.yaml:3: 'cite' is missing: a benchmark is never the only basis",
        "cite: 甲法 第一条 | rows: [{if: {金额: 很多}, do: 警告}] | t.yaml:5: not a condition such as 不足一万元",
        "cite: 甲法 第一条 | weights: {start: 20, sum: 1万元} | t.yaml:5: not a share such as 20%",
        "cite: 甲法 第一条 | weights: {start: 20%} | t.yaml:5: weights want 'base'",
        "cite: 甲法 第一条 | in-force: {from: 2026-13-01} | t.yaml:5: not a date",
        "cite: 甲法 第一条 | rows: [{when: {情节: 重}, do: 警告}], questions: {情节: {options: [轻]}} | t.yaml:5: a row answers '重', which is no option of 情节",
    })
    void namesFileAndLine(String one, String two, String problem) {
        String last = two.startsWith("rows: [{when") ? "{" : "";
        String yaml = "discretion: tables\ntables:\n  - {code: t, title: 甲,\n     " + one + ",\n     " + two + "}\n";
        assertThat(Benchmarks.load(Map.of("t.yaml", yaml)).problems()).as(yaml + last).hasSize(1).first().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"discretion: [ | t.yaml:2: not valid YAML", "discretion: dogs | t.yaml:1: discretion is tables, grounds or families",
        "discretion: grounds\\ngrounds: [{code: X, title: y, effect: bad, cite: z}] | t.yaml:2: effect is none, lighter or heavier",
        "discretion: families\\nfamilies: [{code: X, title: y, cite: z, rules: {range: {从轻: {to: 2c, text: t}}}}] | t.yaml:2: not a sum such as 0.7a + 0.3b"})
    void refusesFilesThatAreNone(String yaml, String problem) {
        assertThat(Benchmarks.load(Map.of("t.yaml", yaml.replace("\\n", "\n") + "\n")).problems()).hasSize(1).first().asString().startsWith(problem);
    }
}
