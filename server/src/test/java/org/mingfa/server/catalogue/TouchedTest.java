package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A new text of a law says by itself what it touches. */
@ServerTest
@Import(TestCity.class)
class TouchedTest {

    private static final String FINE = "违反本条例规定，未建立进货查验记录制度的，责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款。";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Items items;
    LibraryDesk keeper;
    Bureau bureau;

    @BeforeEach
    void aKeeperAndABureau() {
        keeper = new LibraryDesk(Browser.of(port, city.person(city.agency(), "system-admin")));
        bureau = new Bureau(city, jdbc);
    }

    @Test
    void namesTheRulesAndTheOpenCasesOfAChangedArticleAndLeavesOutWhatStandsAsItStood() {
        keeper.bring(LibraryDesk.law("行政处罚法", "1990-01-01", "第五十六条", "证据可能灭失的，可以先行登记保存，并应当在五日内处理。", "第六十条", "应当自立案之日起六十日内作出决定。"));
        keeper.bring(LibraryDesk.law("行政处罚法", "1991-01-01", "第五十六条", "证据可能灭失的，可以先行登记保存，并应当在五日内处理。", "第六十条", "应当自立案之日起九十日内作出决定。"));
        String version = jdbc.sql("select v.id from statute_version v join statute s on s.id = v.statute_id where s.name = '行政处罚法' and in_force_from = '1991-01-01'")
                .query(String.class).single();
        String id = filed(Map.of());
        JsonNode report = report(bureau.head, version);
        assertThat(report.at("/articles/CHANGED").asInt()).isEqualTo(1);
        assertThat(report.at("/rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/cite").asString()).contains("第六十条");
            assertThat(rule.at("/change/kind").asString()).isEqualTo("CHANGED");
            assertThat(rule.at("/file").asString()).endsWith(".yaml");
        });
        JsonNode group = report.at("/cases/pinned/0");
        assertThat(group.at("/procedure").asString()).contains("普通程序");
        assertThat(group.at("/changes/0/article").asString()).isEqualTo("第六十条");
        assertThat(group.at("/cases/count").asInt()).isEqualTo(1);
        assertThat(group.at("/cases/cases/0/id").asString()).isEqualTo(id);
        assertThat(report(new Bureau(city, jdbc).head, version).at("/cases/pinned")).as("another agency's cases").isEmpty();
        assertThat(keeper.get("/api/law/versions/" + version + "/report").at("/cases").isNull()).as("an administrator sees no cases").isTrue();
    }

    @Test
    void namesTheItemsAndTheirOpenCasesWhenTheLawBehindThemIsRepealed() {
        String old = LibraryDesk.name("事项");
        String code = LibraryDesk.name("新法");
        keeper.taken(LibraryDesk.law(old, "2018-01-01", "第八条", "甲。", "第九条", FINE));
        String item = "T" + System.nanoTime();
        items.put(new Item(item, Bureau.SINCE, null, "进货查验", "《" + old + "》第九条", "市场监管", Bureau.SINCE), 0);
        String id = filed(Map.of("item", item));
        Map<String, Object> law = LibraryDesk.law(code, "2024-08-15", "第一条", "总则。", "第七十条", FINE.replace("五千元", "六千元"));
        law.put("repeals", List.of(old, "从未收录的条例"));
        JsonNode report = report(bureau.head, keeper.taken(law));
        assertThat(report.at("/repeals")).hasSize(2).anySatisfy(r -> assertThat(r.at("/held").asBoolean()).isFalse());
        JsonNode row = report.at("/items/0");
        assertThat(row.at("/code").asString()).isEqualTo(item);
        assertThat(row.at("/change/kind").asString()).isEqualTo("REPEALED");
        assertThat(row.at("/change/to").asString()).isEqualTo("第七十条");
        assertThat(row.at("/change/presumed").asBoolean()).isTrue();
        assertThat(report.at("/cases/onItems/count").asInt()).isEqualTo(1);
        assertThat(report.at("/cases/onItems/cases/0/id").asString()).isEqualTo(id);
    }

    @Test
    void anAmendedLawThatRepeatsAnOldRepealOfItsOwnNameDoesNotReportItself() {
        String name = LibraryDesk.name("自废");
        keeper.taken(LibraryDesk.law(name, "2014-06-01", "第一条", "旧文。", "第二条", "本条例自2006年3月1日起施行。1997年公布的《" + name + "》、《" + name + "细则》同时废止。"));
        String version = keeper.taken(LibraryDesk.law(name, "2020-06-01", "第一条", "旧文。", "第二条", "本条例自2006年3月1日起施行。1997年公布的《" + name + "》、《" + name + "细则》同时废止。"));
        JsonNode report = report(bureau.head, version);
        assertThat(report.at("/repeals")).isEmpty();
        assertThat(report.at("/articles")).isEmpty();
        assertThat(report.at("/rules")).isEmpty();
    }

    private String filed(Map<String, Object> more) {
        Map<String, Object> filing = new HashMap<>(bureau.filing(Bureau.TODAY));
        filing.putAll(more);
        return new Desk(port, bureau.head).open(filing);
    }

    private JsonNode report(TestCity.Person who, String version) {
        return new LibraryDesk(Browser.of(port, who)).get("/api/law/versions/" + version + "/report");
    }
}
