package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 从旧兼从轻 (行政处罚法 第三十七条), with 生态环境法典 in force from 2026-08-15. */
class LighterLawTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 9, 1);
    private static final Benchmarks ALL = Law.ALL;

    private static Situation building(long investment) {
        return Situation.of("building-before-assessment-2018", BEFORE).with("建设项目总投资额", Ratio.of(investment)).with("环评类别", "报告书");
    }

    @Test
    void theNewLawAppliesWhereItsHighestFineIsLower() {
        LighterLaw law = LighterLaw.of(ALL, building(100_000_000), AFTER);
        assertThat(law.lighter()).isTrue();
        assertThat(law.applies().table().code()).isEqualTo("building-before-assessment");
        assertThat(law.applies().parties().getFirst().law()).isEqualTo(law.later().parties().getFirst().law());
        assertThat(law.explanation()).contains("100万元以上500万元以下", "20万元以上100万元以下", "第三十七条", "适用新的规定");
    }

    @Test
    void theOfficersFineIsHeldToTheLawThatAppliesOnly() {
        LighterLaw law = LighterLaw.of(ALL, building(100_000_000).fined("", 300_000_00, "", false), AFTER);
        assertThat(law.lighter()).isTrue();
        assertThat(law.applies().parties().getFirst().decided()).isEqualTo(300_000_00L);
        assertThatThrownBy(() -> LighterLaw.of(ALL, building(100_000_000).fined("", 3_000_000_00L, "", false), AFTER)).isInstanceOf(Unanswered.class);
    }

    @Test
    void theOldLawAppliesWhereItIsTheLighterOne() {
        LighterLaw law = LighterLaw.of(ALL, building(1_000_000), AFTER);
        assertThat(law.lighter()).isFalse();
        assertThat(law.applies().parties().getFirst().law().max()).isEqualTo(50_000_00);
        assertThat(law.explanation()).contains("适用违法行为发生时的规定");
    }

    @Test
    void whereBothAreAlikeTheOldLawApplies() {
        LighterLaw law = LighterLaw.of(ALL, Situation.of("discharge-beyond-standard-2017", BEFORE), AFTER);
        assertThat(law.later()).isNotNull();
        assertThat(law.lighter()).isFalse();
        assertThat(law.undecided()).isFalse();
    }

    @Test
    void aDecisionBeforeTheChangeKnowsOneLawOnly() {
        Situation s = Situation.of("building-before-assessment-2018", BEFORE).with("建设项目总投资额", Ratio.of(1_000_000));
        LighterLaw law = LighterLaw.of(ALL, s, LocalDate.of(2026, 8, 14));
        assertThat(law.later()).isNull();
        assertThat(law.explanation()).isEmpty();
        assertThat(LighterLaw.of(ALL, s.with("环评类别", "报告表"), AFTER).later()).isNotNull();
    }

    @Test
    void whatTheNewLawAsksIsAskedAndWhatNeitherAsksIsRefused() {
        Situation s = Situation.of("building-before-assessment-2018", BEFORE).with("建设项目总投资额", Ratio.of(1_000_000));
        assertThatThrownBy(() -> LighterLaw.of(ALL, s, AFTER)).isInstanceOfSatisfying(Unanswered.class, e -> assertThat(e.field()).isEqualTo("choices.环评类别"));
        assertThatThrownBy(() -> LighterLaw.of(ALL, building(1_000_000).with("天气", "晴"), AFTER))
                .isInstanceOfSatisfying(Unanswered.class, e -> assertThat(e.field()).isEqualTo("choices.天气"));
    }

    @Test
    void whereOnePartyFaresBetterByEitherLawTheOfficerDecides() {
        Benchmarks two = Benchmarks.load(Map.of("t.yaml", """
                discretion: tables
                tables:
                  - {code: a-old, title: 甲, cite: 旧法 第一条, in-force: {from: 2020-01-01, to: 2025-12-31}, statute: [{do: 处一万元以上十万元以下罚款；对个人处五千元以上一万元以下罚款}]}
                  - {code: a-new, title: 甲, replaces: [a-old], cite: 新法 第一条, in-force: {from: 2026-01-01}, statute: [{do: 处一万元以上五万元以下罚款；对个人处一万元以上二万元以下罚款}]}
                """));
        assertThat(two.problems()).isEqualTo(List.of());
        LighterLaw law = LighterLaw.of(two, Situation.of("a-old", LocalDate.of(2025, 6, 1)), LocalDate.of(2026, 6, 1));
        assertThat(law.undecided()).isTrue();
        assertThat(law.lighter()).isFalse();
        assertThat(law.applies()).isEqualTo(law.old());
        assertThat(law.explanation()).contains("孰轻不一");
    }
}
