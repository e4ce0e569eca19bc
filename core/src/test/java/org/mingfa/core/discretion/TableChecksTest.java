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
                .containsExactly("t.yaml:11: table lower, row R2, tier 较重: 9万元以上25万元以下 exceeds 2万元 to 20万元 of the statute (甲法 第一条)",
                        "t.yaml:11: table lower, row R1, tier 较轻: 2万元以上9万元以下 exceeds 2万元 to 8万元 of the table above it, upper, tier 较轻",
                        "t.yaml:11: table lower, row R2, tier 较重: 9万元以上25万元以下 exceeds 8万元 to 20万元 of the table above it, upper, tier 较重");
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
                """)).containsExactly("t.yaml:3: warning: table t: nothing from 1万元 to 2万元", "t.yaml:3: warning: table t: tiers overlap from 3万元 to 4万元",
                "t.yaml:3: warning: table t: a gap from 5万元 to 6万元", "t.yaml:3: warning: table t: nothing from 8万元 to 10万元");
    }

    @Test
    void aTableAboveMustBeThereAndAbove() {
        assertThat(findings(city("      - {condition: 一, do: 处2万元以上20万元以下罚款}\n").replace("upper: upper", "upper: none"))).anyMatch(f -> f.contains("'none' is not there"));
        assertThat(findings(city("      - {condition: 一, do: 处2万元以上20万元以下罚款}\n").replace("level: city", "level: province"))).anyMatch(f -> f.contains("which is not above it"));
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
                """)).containsExactly("t.yaml:3: warning: table t: the greatest weights add up to 90%, not 100%");
    }
}
