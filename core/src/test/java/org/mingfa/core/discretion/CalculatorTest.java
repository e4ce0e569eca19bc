package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingfa.core.discretion.ItemRangesTest.situation;
import static org.mingfa.core.discretion.Law.SPRING;
import static org.mingfa.core.discretion.Law.assess;
import static org.mingfa.core.discretion.Law.party;
import static org.mingfa.core.discretion.Law.yuan;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of law.md 3.2 and 9.8, and the steps of 3.3. */
class CalculatorTest {
    private static final Situation FOOD = situation("food-without-licence", SPRING, "货值金额=8000", "");
    private static final Situation SEEDS = situation("fake-seeds", SPRING, "货值金额=20000", "");
    private static final String DISCHARGE = "排污情况=B类;排放口所在区域=一般区域;";

    @Test
    void takesTheLowestThirtyPercentFromLight() {
        Assessment a = assess(FOOD.of(null, "", "LM3"));
        assertThat(a.parties().getFirst().result()).isEqualTo(yuan(50_000, 65_000));
        assertThat(a.choice()).isEqualTo(Choice.LIGHT);
        assertThat(a.family()).extracting(Family::code).isEqualTo("A");
    }

    @Test
    void takesTheHighestThirtyPercentFromHeavy() {
        assertThat(party(situation("food-without-licence", SPRING, "货值金额=30000", "").of(null, "", "HV3")).result()).isEqualTo(yuan(510_000, 600_000));
    }

    @Test
    void leavesTheWholeRangeWithoutGrounds() {
        assertThat(party(FOOD).result()).isEqualTo(yuan(50_000, 100_000));
        assertThat(party(FOOD.of(Choice.GENERAL, "")).result()).isEqualTo(yuan(65_000, 85_000));
    }

    @ParameterizedTest
    @CsvSource({"'超标因子数=2;废水日排放量=120;次数=1', 超标3倍以上8倍以下或者超量30%以上50%以下, 20%, 200000, 200000", "'超标因子数=1;废水日排放量=30;次数=1', 仅pH值超标（2至5或者10至11）, 7%, 70000, 100000"})
    void addsWeightsUpAndKeepsToTheStatute(String quantities, String beyond, String total, long raw, long fine) {
        Assessment a = assess(situation("example-water-discharge", SPRING, quantities, DISCHARGE + "超标情况=" + beyond));
        assertThat(a.weighed()).satisfies(w -> assertThat(w.total().percent()).isEqualTo(total));
        Assessment.Party p = a.parties().getFirst();
        assertThat(p.benchmark()).isEqualTo(yuan(raw, raw));
        assertThat(p.result()).isEqualTo(yuan(fine, fine));
        assertThat(p.clamped()).isEqualTo(raw != fine);
        assertThat(a.explanation()).contains("裁量百分值总和" + total, raw == fine ? "20万元" : "超出法定幅度，以法定幅度10万元以上100万元以下为限");
    }

    @Test
    void countsASmallBaseAsItsFloor() {
        Situation waste = situation("example-hazardous-waste", SPRING, "所需处置费用=80000;涉及量=2",
                "所在区域=限批区;整改情况=限期内改正;近二年同类违法行为（含本次）=1次");
        assertThat(party(waste).result()).isEqualTo(yuan(660_000, 660_000));
        assertThat(party(waste).law()).isEqualTo(yuan(600_000, 1_000_000));
        assertThat(assess(waste).explanation()).contains("66%×所需处置费用8万元（按20万元计算）×5倍=66万元");
    }

    @Test
    void findsTheCellOfConductAndRepetition() {
        Situation s = situation("example-obstruct-inspection", SPRING, "", "违法程度=接受检查时弄虚作假;近一年同类违法=有");
        assertThat(party(s).result()).isEqualTo(yuan(80_000, 110_000));
        assertThat(assess(s).explanation()).isEqualTo("当事人拒绝、阻挠生态环境主管部门的监督检查的行为，依据《水污染防治法》第八十一条的规定，应当责令改正，并处2万元以上20万元以下罚款；"
                + "参照《广东省生态环境违法行为行政处罚罚款金额裁量表》第2.1项，适用条件【违法程度：接受检查时弄虚作假，近一年同类违法：有】，裁量幅度【处8万元以上11万元以下罚款】；"
                + "罚款幅度为8万元以上11万元以下，拟处罚款9.5万元；责令改正。");
        assertThat(party(situation("example-obstruct-inspection", SPRING, "", "违法程度=殴打执法人员;近一年同类违法=无")).result()).isEqualTo(yuan(200_000, 200_000));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 情节较轻", "2, 3000, 情节较重", "3, 5000, 情节严重", "7, 5000, 情节严重"})
    void countsOffences(long times, long fine, String grade) {
        Assessment a = assess(Situation.of("example-shop-frontage", SPRING).with("处罚次数", Ratio.of(times)));
        assertThat(a.parties().getFirst().result()).isEqualTo(yuan(fine, fine));
        assertThat(a.row()).satisfies(r -> assertThat(r.grade()).isEqualTo(grade));
    }

    @Test
    void readsFamiliesAsTheirRulesSay() {
        assertThat(party(SEEDS.of(null, "B", "LM5")).result()).isEqualTo(new Range(20_000_000, false, 30_000_000L, true));
        assertThat(party(SEEDS.of(null, "B", "HV2")).result()).isEqualTo(new Range(30_000_000, true, 40_000_000L, false));
        assertThat(party(SEEDS.of(Choice.GENERAL, "C")).result()).isEqualTo(yuan(300_000, 300_000));
        Situation max = Situation.of("trading-without-registration", SPRING);
        assertThat(party(max.of(null, "B", "LM3")).result()).isEqualTo(yuan(0, 3_000));
        assertThat(party(max.of(Choice.GENERAL, "B")).result()).isEqualTo(new Range(300_000, true, 600_000L, false));
        assertThat(party(max.of(null, "C", "LM3")).result()).isEqualTo(yuan(2_000, 2_000));
    }

    @Test
    void movesACalculatedFineByAFifthOfTheHighest() {
        Situation s = situation("example-water-discharge", SPRING, "超标因子数=2;废水日排放量=120;次数=1", DISCHARGE + "超标情况=超标3倍以上8倍以下或者超量30%以上50%以下");
        assertThat(party(s.of(null, "D", "LM3")).result()).isEqualTo(yuan(100_000, 200_000));
        assertThat(party(s.of(null, "D", "HV2")).result()).isEqualTo(yuan(200_000, 400_000));
        assertThat(assess(s.of(null, "A", "LM3")).flags()).anyMatch(f -> f.contains("没有规定此种情形下从轻的幅度"));
    }

    @Test
    void doesNotPenaliseWhereTheLawForbidsIt() {
        Assessment a = assess(FOOD.of(null, "", "NP3", "HV2"));
        assertThat(a.spared()).isTrue();
        assertThat(a.parties()).isEmpty();
        assertThat(a.explanation()).endsWith("（《行政处罚法》第三十三条第一款），依法决定不予行政处罚。".replace("），依法", "），【多次违法，屡教不改】（《市场监督管理行政处罚裁量权指导意见》第十六条，可以从重），依法"));
        assertThat(a.flags()).anyMatch(f -> f.contains("进行教育"));
        assertThatThrownBy(() -> assess(FOOD.of(Choice.LIGHT, "", "NP3"))).isInstanceOf(Unanswered.class).hasMessageStartingWith("choice: 当事人有“").hasMessageContaining("应当不予处罚（《行政处罚法》").hasMessageEndingWith("不能选“从轻”");
    }

    @Test
    void offersToSpareAFirstOffence() {
        assertThat(assess(FOOD.of(null, "", "NP4"))).satisfies(a -> {
            assertThat(a.spared()).isFalse();
            assertThat(a.flags()).anyMatch(f -> f.contains("可以不予处罚"));
        });
        assertThat(assess(FOOD.of(Choice.SPARE, "", "NP4")).spared()).isTrue();
        assertThatThrownBy(() -> assess(FOOD.of(Choice.SPARE, ""))).hasMessage("choice: 不予处罚须有法定的不予处罚情节，请先选定情节");
    }

    @Test
    void mitigatesBelowTheLowestOnlyWithItsGround() {
        Assessment a = assess(SEEDS.of(Choice.MITIGATE, "", "LM6"));
        assertThat(a.parties().getFirst().result()).isEqualTo(new Range(0, false, 20_000_000L, true));
        assertThat(a.flags()).anyMatch(f -> f.contains("集体讨论或者机关负责人批准"));
        assertThatThrownBy(() -> assess(SEEDS.of(Choice.MITIGATE, "", "HV2"))).hasMessage("choice: 减轻处罚须有法定的从轻或者减轻情节，请先选定情节");
    }

    @Test
    void doesNotNetMixedGrounds() {
        Assessment a = assess(FOOD.of(null, "", "LM3", "HV2"));
        assertThat(a.parties().getFirst().result()).isEqualTo(yuan(50_000, 100_000));
        assertThat(a.flags()).anyMatch(f -> f.contains("不得简单抵消"));
    }

    @Test
    void departsFromTheBenchmarkOnlyWithReasonAndDeliberation() {
        Situation s = situation("example-obstruct-inspection", SPRING, "", "违法程度=接受检查时弄虚作假;近一年同类违法=无");
        Assessment within = assess(s.fined("", 7_000_000, "", false));
        assertThat(within.departs()).isFalse();
        assertThat(within.explanation()).contains("拟处罚款7万元");
        Assessment a = assess(s.fined("", 5_000_000, "", false));
        assertThat(a.departs()).isTrue();
        assertThat(a.flags()).anyMatch(f -> f.contains("应当说明理由")).anyMatch(f -> f.contains("集体讨论"));
        assertThat(a.explanation()).contains("理由：【须填写】", "须经集体讨论决定");
        Assessment reasoned = assess(s.fined("", 5_000_000, "当事人为小微企业且积极补救", true));
        assertThat(reasoned.flags()).noneMatch(f -> f.contains("应当说明理由"));
        assertThat(reasoned.explanation()).endsWith("本案适用上述裁量权基准明显不当，理由：当事人为小微企业且积极补救，经集体讨论决定不适用。");
        assertThatThrownBy(() -> assess(s.fined("", 30_000_000, "x", true))).hasMessageContaining("拟罚款30万元不在法定幅度2万元以上20万元以下以内");
        assertThatThrownBy(() -> assess(s.fined("个人", 1, "x", true))).hasMessageContaining("对“个人”没有罚款");
    }

    @Test
    void addsUpSeveralActsAndTakesTheHighestOfSeveralNorms() {
        Assessment seeds = assess(SEEDS);
        Assessment inferior = assess(situation("inferior-seeds", SPRING, "货值金额=5000", ""));
        Several acts = Several.acts(List.of(seeds, inferior));
        assertThat(acts.lowest()).isEqualTo(21_000_000);
        assertThat(acts.highest()).isEqualTo(50_000_000);
        assertThat(acts.explanation()).contains("分别裁量、合并处罚", "合计罚款35.5万元");
        Several norms = Several.norms(List.of(inferior, seeds));
        assertThat(norms.applied()).isSameAs(seeds);
        assertThat(norms.explanation()).contains("《行政处罚法》第二十九条", "适用第2项");
    }

    @Test
    void capsAMultipleOfTheGain() {
        Benchmarks fertilizer = Law.tables("""
                discretion: tables
                tables:
                  - code: fertilizer
                    title: 生产、销售未取得登记证的肥料产品
                    field: 农业
                    level: county
                    benchmark: 肥料裁量基准
                    cite: 肥料登记管理办法 第二十七条
                    rows:
                      - {grade: 较轻, if: {货值金额: 一万元以下}, when: {违法所得: 有}, do: 警告，处违法所得1倍以下罚款，最高不超过1万元}
                      - {grade: 较轻, if: {货值金额: 一万元以下}, when: {违法所得: 无}, do: 警告，处1000元以上4000元以下罚款}
                      - {grade: 一般, if: {货值金额: 一万元以上五万元以下}, when: {违法所得: 有}, do: 警告，处违法所得1倍以上2.5倍以下罚款，最高不超过2万元}
                      - {grade: 一般, if: {货值金额: 一万元以上五万元以下}, when: {违法所得: 无}, do: 警告，处4000元以上7000元以下罚款}
                """);
        Situation s = situation("fertilizer", SPRING, "货值金额=10000;违法所得=9000", "违法所得=有");
        Assessment a = new Calculator(fertilizer).assess(s);
        assertThat(a.row()).satisfies(r -> assertThat(r.grade()).isEqualTo("一般"));
        assertThat(a.parties().getFirst().result()).isEqualTo(yuan(9_000, 20_000));
        assertThat(a.flags()).anyMatch(f -> f.contains("没有录入法定幅度"));
        assertThat(new Calculator(fertilizer).assess(s.of(null, "", "LM3", "LM5")).flags()).anyMatch(f -> f.contains("应当适用最低一档"));
        assertThat(new Calculator(fertilizer).assess(s.of(null, "", "LM3")).flags()).noneMatch(f -> f.contains("应当适用最低一档"));
    }

    @ParameterizedTest
    @CsvSource({
        "food-without-licence, '', '', quantities.货值金额, 没有填写货值金额（元）", "food-without-licence, 货值金额=-1, '', quantities.货值金额, 货值金额不能小于零", "food-without-licence, 货值=1, '', quantities.货值, 这张表不问“货值”，所问的是“货值金额”",
        "false-advertising, '', '', choices.广告费用, 没有选择“广告费用”，可选的有“可以计算”、“无法计算或者明显偏低”", "false-advertising, '', 广告费用=多, choices.广告费用, “多”不是“广告费用”的选项，可选的有“可以计算”",
        "nothing, '', '', table, 编号为“nothing”的裁量基准表不存在", "discharge-without-permit, '', '', table, 在 2026-03-02 不施行", "littering-posting, '', '', table, 这张表还不能用于计算：罚款数额由省、市规定",
        "example-hazardous-waste, 所需处置费用=1;涉及量=1, 所在区域=限批区, choices.整改情况, 没有选择“整改情况”",
    })
    void saysWhichFieldIsMissing(String table, String quantities, String choices, String field, String reason) {
        assertThatThrownBy(() -> assess(situation(table, SPRING, quantities, choices))).isInstanceOf(Unanswered.class)
                .hasMessageStartingWith(field + ": ").hasMessageContaining(reason).extracting(e -> ((Unanswered) e).field()).isEqualTo(field);
    }

    @Test
    void wantsAFamilyWhereNothingNamesOne() {
        assertThatThrownBy(() -> assess(Situation.of("off-route", SPRING).of(null, "", "LM3"))).hasMessageStartingWith("family: 没有规定").hasMessageEndingWith("从轻、从重的数值规则，请从“A”、“B”、“C”、“D”中选一种");
        assertThatThrownBy(() -> assess(FOOD.of(null, "Z", "LM3"))).hasMessage("family: 没有编号为“Z”的数值规则，请从“A”、“B”、“C”、“D”中选一种");
        assertThatThrownBy(() -> assess(FOOD.of(null, "", "XX"))).hasMessage("grounds: 没有编号为“XX”的情节");
    }
}
