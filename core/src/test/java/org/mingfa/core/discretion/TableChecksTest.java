package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableChecksTest {
    private static final String PROVINCE = """
            discretion: tables
            tables:
              - code: upper
                title: 甲行为
                level: province
                cite: 甲法 第一条
                statute: [{do: 处二万元以上二十万元以下罚款}]
                rows:
                  - {grade: 较轻, condition: 一, do: 处2万元以上8万元以下罚款}
                  - {grade: 较重, condition: 二, do: 处8万元以上20万元以下罚款}
            """;

    private static String city(String rows) {
        return PROVINCE + """
              - code: lower
                title: 甲行为
                level: city
                upper: upper
                cite: 甲法 第一条
                statute: [{do: 处二万元以上二十万元以下罚款}]
                rows:
            """ + rows;
    }

    private static List<String> findings(String yaml) {
        Benchmarks all = Benchmarks.load(Map.of("t.yaml", yaml));
        assertThat(all.problems()).isEmpty();
        return TableChecks.of(all).stream().map(TableChecks.Finding::toString).toList();
    }

    @Test
    void aTableWithinBothIsRight() {
        assertThat(findings(PROVINCE)).isEmpty();
        assertThat(findings(city("      - {grade: 较轻, condition: 一, do: 处2万元以上8万元以下罚款}\n      - {grade: 较重, condition: 二, do: 处8万元以上20万元以下罚款}\n"))).isEmpty();
    }

    @Test
    void namesRowTierAndWhatExceedsWhat() {
        assertThat(findings(city("      - {id: R1, grade: 较轻, condition: 一, do: 处2万元以上9万元以下罚款}\n      - {id: R2, grade: 较重, condition: 二, do: 处9万元以上25万元以下罚款}\n")))
                .containsExactly("t.yaml:11: “甲行为”（lower）：R2“较重”档的处9万元以上25万元以下罚款超出法定幅度（甲法 第一条：2万元以上20万元以下）",
                        "t.yaml:11: “甲行为”（lower）：R1“较轻”档的处2万元以上9万元以下罚款超出上级基准“upper”“较轻”档的幅度（2万元以上8万元以下）",
                        "t.yaml:11: “甲行为”（lower）：R2“较重”档的处9万元以上25万元以下罚款超出上级基准“upper”“较重”档的幅度（8万元以上20万元以下）");
    }

    @Test
    void warnsOfGapsOverlapsAndMissingEnds() {
        assertThat(findings("""
                discretion: tables
                tables:
                  - code: t
                    title: 甲行为
                    cite: 甲法 第一条
                    statute: [{do: 处1万元以上10万元以下罚款}]
                    rows:
                      - {condition: 一, do: 处2万元以上4万元以下罚款}
                      - {condition: 二, do: 处3万元以上5万元以下罚款}
                      - {condition: 三, do: 处6万元以上8万元以下罚款}
                """)).containsExactly("t.yaml:3: warning: “甲行为”（t）：1万元到2万元之间没有档次", "t.yaml:3: warning: “甲行为”（t）：3万元到4万元之间有档次重叠",
                "t.yaml:3: warning: “甲行为”（t）：5万元到6万元之间没有档次", "t.yaml:3: warning: “甲行为”（t）：8万元到10万元之间没有档次");
    }

    @Test
    void aTableAboveMustBeThereAndAbove() {
        assertThat(findings(city("      - {condition: 一, do: 处2万元以上20万元以下罚款}\n").replace("upper: upper", "upper: none"))).anyMatch(f -> f.contains("上级基准表“none”不存在"));
        assertThat(findings(city("      - {condition: 一, do: 处2万元以上20万元以下罚款}\n").replace("level: city", "level: province"))).anyMatch(f -> f.contains("不是上级的基准表"));
    }

    @Test
    void namesWhoIsFinedAndWhatAMultipleIsOf() {
        assertThat(findings("""
                discretion: tables
                tables:
                  - code: t
                    title: 甲行为
                    cite: 甲法 第一条
                    statute: [{do: '处货值金额5倍以上10倍以下罚款，对个人处每平方米100元以上500元以下罚款'}]
                    rows:
                      - {grade: 较轻, condition: 一, do: '处货值金额5倍以上8倍以下罚款，对个人处每平方米100元以上500元以下罚款'}
                      - {grade: 较重, condition: 二, do: '处货值金额9倍以上11倍以下罚款，最高不超过10万元，对个人处每平方米100元以上600元以下罚款'}
                """)).containsExactly(
                "t.yaml:3: “甲行为”（t）：“较重”档的处货值金额9倍以上11倍以下罚款超出法定幅度（甲法 第一条：货值金额5倍以上10倍以下）",
                "t.yaml:3: “甲行为”（t）：“较重”档的对个人处每平方米100元以上600元以下罚款超出法定幅度（甲法 第一条：每平方米100元以上500元以下）",
                "t.yaml:3: warning: “甲行为”（t）：货值金额8倍到9倍之间没有档次",
                "t.yaml:3: warning: “甲行为”（t）：对个人每平方米100元到500元之间有档次重叠");
    }

    @Test
    void weightsAddUpToAHundred() {
        assertThat(findings("""
                discretion: tables
                tables:
                  - code: t
                    title: 甲行为
                    cite: 甲法 第一条
                    weights: {start: 20%, sum: 10万元, factors: [{name: 甲, options: [{text: 一, weight: 0%}, {text: 二, weight: 70%}]}]}
                """)).containsExactly("t.yaml:3: warning: “甲行为”（t）：各项最高权重之和是90%，不是100%");
    }
}
