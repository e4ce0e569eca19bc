package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statutory range of every sample item (law.md 9.8). */
class ItemRangesTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "food-without-licence, 货值金额=8000, '', 50000, 100000", "food-without-licence, 货值金额=9999.99, '', 50000, 100000",
        "food-without-licence, 货值金额=10000, '', 100000, 200000", "food-without-licence, 货值金额=30000, '', 300000, 600000",
        "food-purchase-inspection, '', 整改情况=拒不改正, 5000, 50000",
        "false-promotion, '', '', 0, 1000000", "false-promotion, '', 情节=情节严重, 1000000, 2000000",
        "false-advertising, 广告费用=100000, 广告费用=可以计算, 300000, 500000", "false-advertising, '', 广告费用=无法计算或者明显偏低, 200000, 1000000",
        "false-advertising, 广告费用=100000, 广告费用=可以计算;情节=两年内三次以上或者情节严重, 500000, 1000000",
        "false-advertising, '', 广告费用=无法计算或者明显偏低;情节=两年内三次以上或者情节严重, 1000000, 2000000",
        "adulterated-products, 货值金额=20000, '', 10000, 60000", "trading-without-registration, '', '', 0, 10000",
        "special-equipment-uninspected, '', '', 30000, 300000", "special-equipment-unregistered, '', 整改情况=逾期未改正, 10000, 100000",
        "entertainment-minors, 违法所得=20000, '', 20000, 60000", "entertainment-minors, 违法所得=0, '', 10000, 30000", "entertainment-minors, 违法所得=10000, '', 10000, 30000",
        "internet-cafe-minors, '', '', 0, 15000",
        "freight-without-licence, 违法所得=10001, '', 10001, 50005", "freight-without-licence, 违法所得=10000, '', 3000, 10000",
        "freight-without-licence, 违法所得=0, 情节=情节严重, 10000, 50000", "passengers-without-licence, 违法所得=30000, '', 60000, 300000",
        "passengers-without-licence, 违法所得=20000, '', 10000, 100000", "off-route, '', '', 1000, 2000", "vehicle-not-maintained, '', '', 1000, 5000",
        "pesticide-without-licence, 货值金额=9999, '', 5000, 50000", "pesticide-without-licence, 货值金额=10000, '', 50000, 100000",
        "inferior-pesticide, 货值金额=1, '', 2000, 20000", "inferior-pesticide, 货值金额=20000, '', 40000, 100000",
        "fake-seeds, 货值金额=19999, '', 20000, 200000", "fake-seeds, 货值金额=20000, '', 200000, 400000",
        "inferior-seeds, 货值金额=19999, '', 10000, 100000", "inferior-seeds, 货值金额=20000, '', 100000, 200000",
        "animals-without-quarantine, 货值金额=5000, 当事人=货主, 0, 5000", "animals-without-quarantine, 运输费用=1000, 当事人=货主以外的承运人, 3000, 5000",
        "animals-without-quarantine, 运输费用=1000, 当事人=货主以外的承运人;情节=情节严重, 5000, 10000",
        "building-without-planning-permit, 建设工程造价=2000000, 改正=尚可采取改正措施, 100000, 200000",
        "building-without-planning-permit, 建设工程造价=2000000, 改正=无法采取改正措施且不能拆除, 0, 200000",
        "construction-without-permit, 工程合同价款=1000000, '', 10000, 20000", "fireworks-without-licence, '', '', 20000, 100000", "fire-safety, '', '', 5000, 50000",
        "safety-training, '', 整改情况=限期内改正, 0, 100000", "safety-training, '', 整改情况=逾期未改正, 100000, 200000",
        "safety-review-of-projects, '', 整改情况=限期内改正, 100000, 500000", "safety-review-of-projects, '', 整改情况=逾期未改正, 500000, 1000000",
        "illegal-land-use, 平方米=1200, '', 120000, 1200000", "illegal-land-transfer, 违法所得=100000, '', 10000, 50000",
        "arable-land-destroyed, 耕地开垦费=10000, '', 50000, 100000", "reclamation-refused, 土地复垦费=10000, 整改情况=逾期未改正, 20000, 50000",
        "mining-without-licence, 市场价值=200000, 整改情况=拒不改正, 200000, 600000", "mining-without-licence, 市场价值=0, 整改情况=拒不改正, 100000, 500000",
    })
    void isThatOfTheLaw(String table, String quantities, String choices, long from, long to) {
        assertThat(Law.party(situation(table, Law.SPRING, quantities, choices)).law()).isEqualTo(Law.yuan(from, to));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "building-before-assessment, 环评类别=报告书, 200000, 1000000", "building-before-assessment, 环评类别=报告表, 100000, 500000",
        "building-before-assessment, 环评类别=报告书;情节=情节严重, 1000000, 10000000", "building-before-assessment, 环评类别=报告表;情节=情节严重, 500000, 5000000",
        "registration-form-not-filed, '', 0, 50000", "discharge-without-permit, '', 200000, 1000000", "discharge-without-permit, 污染物=工业噪声, 20000, 200000",
        "discharge-beyond-permit, '', 100000, 1000000", "discharge-beyond-standard, '', 100000, 1000000", "discharge-beyond-standard, 污染物=工业噪声, 20000, 200000",
    })
    void isThatOfTheCodeSinceItsFirstDay(String table, String choices, long from, long to) {
        assertThat(Law.party(situation(table, LocalDate.of(2026, 8, 15), "", choices)).law()).isEqualTo(Law.yuan(from, to));
        assertThat(Law.ALL.table(table, LocalDate.of(2026, 8, 14))).isEmpty();
    }

    @Test
    void finesTheResponsiblePersonsBesides() {
        Assessment a = Law.assess(situation("safety-training", Law.SPRING, "", "整改情况=逾期未改正"));
        assertThat(a.parties()).extracting(Assessment.Party::name).containsExactly("", "直接负责的主管人员和其他直接责任人员");
        assertThat(a.parties().getLast().law()).isEqualTo(Law.yuan(20_000, 50_000));
        assertThat(a.parties().getFirst().measures()).containsExactly("责令停产停业整顿");
    }

    @Test
    void finesOnlyAfterRefusalToCorrect() {
        Assessment a = Law.assess(situation("food-purchase-inspection", Law.SPRING, "", ""));
        assertThat(a.parties().getFirst().result()).isNull();
        assertThat(a.parties().getFirst().measures()).containsExactly("责令改正", "给予警告");
        assertThat(Law.assess(situation("food-purchase-inspection", Law.SPRING, "", "整改情况=拒不改正;情节=情节严重")).parties().getFirst().measures())
                .containsExactly("责令停产停业", "直至吊销许可证");
    }

    @Test
    void everyItemHasARangeOrSaysWhatIsMissing() {
        assertThat(Law.ALL.problems()).isEmpty();
        assertThat(Law.ALL.tables().stream().filter(t -> !t.incomplete().isEmpty())).extracting(Table::code)
                .containsExactlyInAnyOrder("littering-posting", "unauthorised-street-structures");
        assertThat(TableChecks.of(Law.ALL)).noneMatch(f -> !f.warning());
    }

    static Situation situation(String table, LocalDate on, String quantities, String choices) {
        Situation s = Situation.of(table, on);
        for (String q : quantities.isEmpty() ? new String[0] : quantities.split(";")) {
            s = s.with(q.split("=")[0], Ratio.of(new java.math.BigDecimal(q.split("=")[1])));
        }
        for (String c : choices.isEmpty() ? new String[0] : choices.split(";")) {
            s = s.with(c.split("=")[0], c.split("=")[1]);
        }
        return s;
    }
}
