package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A citation opens the text of the day; beside it stands the text of today. */
@ServerTest
@Import(TestCity.class)
class CitedTextTest {

    private static final String FINE = "违反本条例规定，未建立进货查验记录制度的，责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款。";
    private static final String HIGHER = "违反本条例规定，未建立进货查验记录制度的，责令改正，给予警告；拒不改正的，处一万元以上十万元以下罚款。";

    @LocalServerPort int port;
    @Autowired TestCity city;
    LibraryDesk desk;

    @BeforeEach
    void anAdministratorSignsIn() {
        desk = new LibraryDesk(Browser.of(port, city.person(city.agency(), "system-admin")));
    }

    @Test
    void showsTheTextOfTheDayBesideTodaysWithTheDifferencesMarked() {
        String name = LibraryDesk.name("对照");
        desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", FINE));
        desk.taken(LibraryDesk.law(name, "2021-07-15", "第一条", HIGHER));
        JsonNode before = desk.cite(name + " 第一条 第一款", "2021-07-14");
        assertThat(before.at("/text").asString()).isEqualTo(FINE);
        assertThat(before.at("/until").asString()).isEqualTo("2021-07-15");
        assertThat(before.at("/today/text").asString()).isEqualTo(HIGHER);
        assertThat(before.at("/today/presumed").asBoolean()).isFalse();
        assertThat(marked(before.at("/today/pieces"))).isEqualTo(
                "违反本条例规定，未建立进货查验记录制度的，责令改正，给予警告；拒不改正的，处[-五千-][+一万+]元以上[-五-][+十+]万元以下罚款。");
        JsonNode since = desk.cite("《中华人民共和国" + name + "》第一条", "2021-07-15");
        assertThat(since.at("/text").asString()).isEqualTo(HIGHER);
        assertThat(since.at("/today").isNull()).isTrue();
    }

    @Test
    void aCitationThatNamesAnEditionOpensThatEditionWhateverTheDay() {
        String name = LibraryDesk.name("版本");
        desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", FINE));
        desk.taken(LibraryDesk.law(name, "2021-07-15", "第一条", HIGHER));
        JsonNode former = desk.cite(name + "（2018年修正） 第一条", "2026-01-01");
        assertThat(former.at("/text").asString()).isEqualTo(FINE);
        assertThat(former.at("/until").asString()).isEqualTo("2021-07-15");
        assertThat(former.at("/today/text").asString()).isEqualTo(HIGHER);
        assertThat(desk.cite("《" + name + "（2021年修订）》第一条", "2019-01-01").at("/text").asString()).isEqualTo(HIGHER);
        assertThat(desk.cite(name + "（2017年修正） 第一条", "2019-01-01").at("/held").asBoolean()).as("no other edition in its place").isFalse();
    }

    @Test
    void findsTheArticleThatAnAmendmentMovedAndSaysThatItIsPresumed() {
        String name = LibraryDesk.name("移位");
        desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", FINE));
        desk.taken(LibraryDesk.law(name, "2021-07-15", "第一条", "为了规范市场秩序，根据有关法律，结合本市实际，制定本条例。", "第二条", HIGHER));
        JsonNode cited = desk.cite(name + " 第一条", "2020-01-01");
        assertThat(cited.at("/today/article").asString()).isEqualTo("第二条");
        assertThat(cited.at("/today/presumed").asBoolean()).isTrue();
    }

    @Test
    void anActBeforeARepealIsReadByTheOldTextAndOneAfterItByTheLawThatRepealedIt() {
        String old = LibraryDesk.name("被废");
        String code = LibraryDesk.name("法典");
        Map<String, Object> repealing = LibraryDesk.law(code, "2024-08-15", "第一条", "总则。", "第二百条", HIGHER);
        repealing.put("repeals", java.util.List.of("《中华人民共和国" + old + "》"));
        desk.taken(repealing);
        desk.taken(LibraryDesk.law(old, "2018-01-01", "第九条", FINE));
        JsonNode before = desk.cite(old + " 第九条", "2024-08-14");
        assertThat(before.at("/held").asBoolean()).isTrue();
        assertThat(before.at("/text").asString()).isEqualTo(FINE);
        assertThat(before.at("/until").asString()).isEqualTo("2024-08-15");
        JsonNode after = desk.cite(old + " 第九条", "2024-08-15");
        assertThat(after.at("/held").asBoolean()).isFalse();
        assertThat(after.at("/repealed/by").asString()).isEqualTo("中华人民共和国" + code);
        assertThat(after.at("/repealed/from").asString()).isEqualTo("2024-08-15");
        assertThat(after.at("/today/article").asString()).isEqualTo("第二百条");
        assertThat(after.at("/today/presumed").asBoolean()).isTrue();
        assertThat(desk.cite(code + " 第二百条", "2024-08-14").at("/held").asBoolean()).isFalse();
        assertThat(desk.cite(code + " 第二百条", "2024-08-15").at("/held").asBoolean()).isTrue();
    }

    @Test
    void aLawIssuedAgainAfterTheRepealOfItsNameIsInForce() {
        String name = LibraryDesk.name("重颁");
        desk.taken(LibraryDesk.law(name, "2014-06-01", "第一条", "旧文。"));
        desk.taken(LibraryDesk.law(name, "2022-05-01", "第一条", "新文。", "第二条", "本条例自2022年5月1日起施行。2014年公布的《" + name + "》同时废止。"));
        assertThat(desk.cite(name + " 第一条", "2022-04-30").at("/text").asString()).isEqualTo("旧文。");
        assertThat(desk.cite(name + " 第一条", "2023-01-01").at("/text").asString()).isEqualTo("新文。");
        assertThat(desk.cite(name + " 第一条", "2023-01-01").at("/repealed").isNull()).isTrue();
    }

    @Test
    void withoutATextItShowsOurSummaryOfTheRules() {
        JsonNode cited = desk.cite("广东省行政处罚听证程序实施办法", "2026-03-01");
        assertThat(cited.at("/held").asBoolean()).isFalse();
        assertThat(cited.at("/summary").asString()).isNotBlank();
    }

    @Test
    void findsArticlesByTheirWordsInTheVersionsOfTheDay() {
        String name = LibraryDesk.name("检索");
        String word = name.substring(4, 6) + "进货查验";
        desk.taken(LibraryDesk.law(name, "2018-01-01", "第一条", "旧的" + word + "记录。", "第二条", "别的。"));
        desk.taken(LibraryDesk.law(name, "2021-07-15", "第一条", "新的" + word + "记录，保存二年。", "第二条", word + "，另见" + word + "。"));
        assertThat(desk.search(word, "&on=2020-01-01").at("/items")).hasSize(1);
        JsonNode now = desk.search(word, "&limit=1");
        assertThat(now.at("/items/0/text").asString()).startsWith("新的");
        JsonNode next = desk.search(word, "&limit=1&cursor=" + now.at("/next").asString());
        assertThat(next.at("/items/0/no").asString()).isEqualTo("第二条");
        assertThat(next.at("/next").isNull()).isTrue();
        assertThat(desk.search("保存 " + word, "").at("/items")).hasSize(1);
        assertThat(desk.browser.get("/api/law/articles?q=" + LibraryDesk.encoded("罚")).status()).isEqualTo(422);
        assertThat(desk.browser.get("/api/law/articles?q=" + LibraryDesk.encoded("罚款") + "&cursor=x").status()).isEqualTo(400);
    }

    private static String marked(JsonNode pieces) {
        StringBuilder out = new StringBuilder();
        pieces.forEach(p -> out.append(switch (p.at("/kind").asString()) {
            case "DELETED" -> "[-" + p.at("/text").asString() + "-]";
            case "INSERTED" -> "[+" + p.at("/text").asString() + "+]";
            default -> p.at("/text").asString();
        }));
        return out.toString();
    }
}
