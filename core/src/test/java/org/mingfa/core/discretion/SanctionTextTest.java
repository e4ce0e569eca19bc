package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "责令改正，处二万元以上五万元以下罚款 | 责令改正，并处2万元以上5万元以下罚款",
        "责令停止违法行为，可以处二百以上五百元以下的罚款 | 责令停止违法行为，可以并处200元以上500元以下罚款",
        "没收违法所得,并处所收费用3倍以上3.5倍以下罚款 | 没收违法所得，并处所收费用3倍以上3.5倍以下罚款",
        "处以处一万元以上三万元以下的罚款 | 处1万元以上3万元以下罚款",
        "给予警告,可以并处2500元以下罚款 | 给予警告，可以并处2500元以下罚款",
        "处所收费用五倍的罚款，禁止从事环境影响报告书编制工作 | 禁止从事环境影响报告书编制工作，并处所收费用5倍罚款",
        "每平方米一千元罚款，并没收物品和工具 | 没收物品和工具，并处每平方米1000元罚款",
        "按照直接损失的百分之三十计算罚款，但是最高不超过一百万元 | 处直接损失30%罚款，最高不超过100万元",
        "处所需处置费用三倍以上五倍以下的罚款，所需处置费用不足二十万元的，按二十万元计算 | 处所需处置费用3倍以上5倍以下罚款，所需处置费用不足20万元的，按20万元计算",
        "报经有批准权的人民政府批准，责令停业 | 报经有批准权的人民政府批准，责令停业",
        "没收违法所得并处货值金额5倍以上10倍以下罚款；情节严重的，吊销许可证 | 没收违法所得，并处货值金额5倍以上10倍以下罚款；情节严重的，吊销许可证",
        "警告、罚款500元 | 警告，并处500元罚款",
        "不予处罚 | 不予处罚",
    })
    void readsMeasuresAndFines(String cell, String read) {
        List<Sanction> sanctions = SanctionText.read(cell);
        assertThat(sanctions).hasSize(1);
        assertThat(sanctions.getFirst().text()).isEqualTo(read);
        assertThat(SanctionText.read(read)).isEqualTo(sanctions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "责令改正，处十万元罚款，对个人处以一万元罚款 | 责令改正，并处10万元罚款 | 对个人处1万元罚款",
        "处二十万元罚款，个人处五千元罚款 | 处20万元罚款 | 对个人处5000元罚款",
        "个人3000~4000元，单位5000~6000元 | 对个人处3000元以上4000元以下罚款 | 对单位处5000元以上6000元以下罚款",
        "处以直接经济损失2倍罚款；对责任人员可以处上一年度从本单位取得收入10％以下的罚款 | 处直接经济损失2倍罚款 | 对责任人员可以处上一年度从本单位取得收入10%以下罚款",
        "责令停产停业整顿，并处十万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处二万元罚款 | 责令停产停业整顿，并处10万元以上20万元以下罚款 | 对直接负责的主管人员和其他直接责任人员处2万元罚款",
    })
    void readsTheFineOfEachParty(String cell, String first, String second) {
        assertThat(SanctionText.read(cell)).extracting(Sanction::text).containsExactly(first, second);
    }

    @Test
    void keepsHowTheFineGrowsWithinItsRangeAsWords() {
        Sanction s = SanctionText.read("处二十万元以上七十万元以下罚款（每增加1个超标因子增加一万元，不足整数倍的按四舍五入取整").getFirst();
        assertThat(s.fine()).isEqualTo(new Amount.Fixed(20_000_000L, 70_000_000L));
        assertThat(s.note()).isEqualTo("每增加1个超标因子增加一万元，不足整数倍的按四舍五入取整");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | 没有内容", "处□万元罚款 | 有损坏的文字“处□万元罚款”，请对照原件改正", "处二万元罚款，处三万元罚款 | 对同一当事人写了两项罚款（后一项是“处三万元罚款”）",
        "情节较轻的，处一万元罚款；情节严重的，处五万元罚款 | 是另一种情形的罚款，请把两种情形分成两行", "处二万元以上五万元以下罚款（以上 | 的括号不成对，请对照原件补全",
        "责令改正，并处罚款 | “并处罚款”看不懂，请对照原件写明种类、数额和单位", "警告或者处500元罚款 | 看不懂", "处5万元以上10万元以下罚款或者警告 | 看不懂",
        "停产停业整顿10~13万 | 看不懂", "责令改正处五万 | 看不懂", "责令改正罚五千 | 看不懂", "从轻处罚 | 看不懂", "拒不改正的 | “拒不改正的”之后没有写怎样处理",
        "处违法所得1倍罚款，违法所得不足一万元的，处五千元罚款 | 对同一当事人写了两项罚款", "处2000元罚款（首次违法） | 看不懂",
    })
    void refusesWhatItDoesNotUnderstandToTheLastWord(String cell, String reason) {
        assertThatThrownBy(() -> SanctionText.read(cell)).isInstanceOf(Unreadable.class).hasMessageContaining(reason);
    }
}
