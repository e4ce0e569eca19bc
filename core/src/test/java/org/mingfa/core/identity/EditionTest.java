package org.mingfa.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

    @ParameterizedTest
    @CsvSource({
        "食品安全法（2021年修正） 第三十四条, 食品安全法 第三十四条, 2021", "食品安全法（2021修正）第三十四条, 食品安全法 第三十四条, 2021",
        "《反不正当竞争法（2019年修正）》第六条, 《反不正当竞争法》第六条, 2019", "反不正当竞争法 2017年修订 第六条, 反不正当竞争法 第六条, 2017",
        "矿产资源法(2009年第二次修正) 第十条, 矿产资源法 第十条, 2009", "行政处罚法（2021年修订本） 第六十条 第一款, 行政处罚法 第六十条 第一款, 2021",
    })
    void namesTheYearAndLeavesTheRest(String citation, String text, int year) {
        assertThat(Edition.of(citation)).isEqualTo(new Edition(text, year));
    }

    @Test
    void aNumberOrAWordInBracketsIsNoEdition() {
        for (String text : new String[] {"国办发〔2018〕118号 （六）", "海南省涉企行政检查条例（试行） 第十二条", "行政处罚法 第六十条", "某办法 第三条（2021年修正）"}) {
            assertThat(Edition.of(text)).as(text).isEqualTo(new Edition(text, 0));
        }
    }
}
