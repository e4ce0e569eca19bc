package org.mingfa.core.discretion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource({
        "三万元以上五万元以下, 3万元以上5万元以下", "十五万元, 15万元", "2.5万元, 2.5万元", "二十万以上三十万元以下, 20万元以上30万元以下",
        "二百以上五百元以下, 200元以上500元以下", "不超过三万元, 3万元以下", "最高不超过3万元, 3万元以下", "五万元以上, 5万元以上", "不低于五万元, 5万元以上",
        "一万五千元, 1.5万元", "1万5千元, 1.5万元", "１万元, 1万元", "壹仟元, 1000元", "'1,000元', 1000元", "一百零五元, 105元", "5-10万元, 5万元以上10万元以下",
        "三万元至五万元, 3万元以上5万元以下", "3000~4000元, 3000元以上4000元以下", "1万元以上、3万元以下, 1万元以上3万元以下", "一亿二千万元, 1.2亿元", "300元, 300元",
        "货值金额十倍以上二十倍以下, 货值金额10倍以上20倍以下", "违法所得的1倍以上3倍以下, 违法所得1倍以上3倍以下", "直接经济损失2倍, 直接经济损失2倍",
        "所收费用3.5倍以上4倍以下, 所收费用3.5倍以上4倍以下", "合同价款千分之五以上千分之十以下, 合同价款0.5%以上1%以下", "总投资额百分之二, 总投资额2%",
        "建设工程造价百分之十以下, 建设工程造价10%以下", "货值金额百分之五十以上三倍以下, 货值金额0.5倍以上3倍以下", "上一年度收入35以上50％以下, 上一年度收入35%以上50%以下",
        "违法所得三至五倍, 违法所得3倍以上5倍以下", "上一年度销售额百分之一以上百分之十以下, 上一年度销售额1%以上10%以下",
        "每平方米一千元, 每平方米1000元", "每处设施五千元以上二万元以下, 每处设施5000元以上2万元以下", "500元/车次, 每车次500元", "按占地面积每平方米一千元, 每平方米1000元",
    })
    void readsTheWordsOfTheLaw(String text, String read) {
        Amount amount = AmountText.read(text).orElseThrow();
        assertThat(amount.text()).isEqualTo(read);
        assertThat(AmountText.read(amount.text())).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "元", "万元", "以下", "1万元以上1.5万元", "19000元以下2万元以下", "2.5元万以上3.5万元以下", "11000元以上13000以下", "五万元以上二万元以下",
        "五万元以上五万元以下", "二百五元", "三万五元", "一千五元", "1.2.3万元", "1O万元", "零元", "三倍以上五倍以下", "5000-1万元", "5万", "一二三元", "万以上五万元以下", "□万元",
        "1万元以上3万元以下5万元以下", "百分之五", "货值金额", "0.001元", "5万元或者10万元", "三至五倍", "二干元", "三倍至五倍"})
    void refusesWhatIsNoAmountOrMayBeTwo(String text) {
        assertThat(AmountText.read(text)).isEmpty();
    }
}
