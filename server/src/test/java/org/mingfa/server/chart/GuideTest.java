package org.mingfa.server.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuideTest {

    private static final GuideSettings LOCAL = new GuideSettings("不收费", "", "12345", "", "", "");

    private static List<String> lines(Guide guide, String name) {
        return guide.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow().lines();
    }

    @Test
    void aGuideHasItsFifteenFieldsAndInventsNothing() {
        Guide guide = Guide.of(Packs.ordinary("", ""), Map.of(), "", "全国", LOCAL);
        assertThat(guide.fields()).extracting(Guide.Field::name).containsExactly("事项名称", "依据", "适用范围", "办理条件", "申请材料", "办理方式",
                "办理流程", "办理时限", "收费标准", "咨询方式", "监督方式", "责任追究", "救济渠道", "办公时间", "办公地址");
        assertThat(lines(guide, "收费标准")).containsExactly("不收费");
        assertThat(lines(guide, "办公地址")).isEmpty();
        assertThat(lines(guide, "办理时限")).contains("作出行政处罚决定：立案后90日内（行政处罚法 第六十条）");
        assertThat(lines(guide, "救济渠道")).anyMatch(l -> l.startsWith("当事人申请行政复议：送达决定书后60日内"));
        assertThat(lines(guide, "办理方式")).containsExactly("依职权办理");
    }

    @Test
    void theGuideOfAnItemBearsItsNameAndBasis() {
        Guide guide = Guide.of(Packs.ordinary("市场监管", "14"), Map.of("title", "对未建立进货查验记录的处罚"), "食品安全法 第一百二十六条", "云台县 市场监管", LOCAL);
        assertThat(guide.title()).isEqualTo("对未建立进货查验记录的处罚");
        assertThat(lines(guide, "依据")).first().isEqualTo("食品安全法 第一百二十六条");
        assertThat(lines(guide, "适用范围")).containsExactly("云台县 市场监管");
    }
}
