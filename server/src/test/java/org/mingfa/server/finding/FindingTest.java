package org.mingfa.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
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

/** The one box finds what one may see, by what one remembers of it, and says nothing of the rest. */
@ServerTest
@Import(TestCity.class)
class FindingTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    private static Browser.Answer ask(Browser browser, String words) {
        return browser.get("/api/find?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static List<JsonNode> hits(Browser browser, String words, String kind) {
        Browser.Answer answer = ask(browser, words);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("groups").spliterator(), false).filter(g -> g.path("kind").asString().equals(kind))
                .flatMap(g -> StreamSupport.stream(g.path("hits").spliterator(), false)).toList();
    }

    private static List<String> titles(Browser browser, String words, String kind) {
        return hits(browser, words, kind).stream().map(h -> h.at("/title/text").asString()).toList();
    }

    private String open(Bureau bureau, String company) {
        return new Desk(port, bureau.head).open(Map.of("procedure", "penalty-ordinary", "act", bureau.filingAct(Bureau.TODAY, company)));
    }

    @Test
    void findsACaseAndItsPartyByTwoCharactersNumberAndInitials() {
        Bureau bureau = new Bureau(city, jdbc);
        String id = open(bureau, "云岭市禾穗坊食品有限公司");
        Browser officer = Browser.of(port, bureau.officer);
        for (String words : List.of("禾穗", "hsfsp", "HSF", "查验记录")) {
            assertThat(hits(officer, words, "case")).as(words).extracting(h -> h.path("id").asString()).containsExactly(id);
        }
        String number = new Desk(port, bureau.head).one(id).path("number").asString();
        assertThat(hits(officer, number, "case")).extracting(h -> h.path("id").asString()).containsExactly(id);
        JsonNode party = hits(officer, "hsfsp", "party").getFirst();
        assertThat(party.at("/title/text").asString()).isEqualTo("云岭市禾穗坊食品有限公司");
        assertThat(party.at("/title/marks").toString()).isEqualTo("[[3,8]]");
        assertThat(hits(officer, "查验记录", "party")).isEmpty();
        assertThat(hits(officer, "hfssp", "case")).isEmpty();
    }

    @Test
    void aLetterOfSeveralReadingsIsFoundByEach() {
        Bureau bureau = new Bureau(city, jdbc);
        open(bureau, "重庆单氏厦门面馆");
        Browser officer = Browser.of(port, bureau.officer);
        assertThat(List.of("cqss", "zqds", "dsxmm", "ssxmm", "sssmm")).allSatisfy(w -> assertThat(titles(officer, w, "case")).as(w).containsExactly("重庆单氏厦门面馆"));
        assertThat(new Desk(port, bureau.head).get("/api/cases?state=all&q=cqss").path("items").size()).isEqualTo(1);
    }

    @Test
    void initialsAreFoundBehindManyNamesThatHoldTheirPairsElsewhere() {
        Bureau bureau = new Bureau(city, jdbc);
        open(bureau, "长滩镇桐溪茶行");
        for (int i = 0; i < 24; i++) {
            open(bureau, "长滩镇禾源食品" + i + "店");
        }
        assertThat(titles(Browser.of(port, bureau.officer), "ctzt", "case")).containsExactly("长滩镇桐溪茶行");
        assertThat(titles(Browser.of(port, bureau.officer), "ctzh", "case")).hasSize(6);
    }

    @Test
    void whoMayNotSeeACaseLearnsNothingOfIt() {
        TestCity.Agency ours = city.agency();
        Bureau bureau = new Bureau(city, jdbc, ours);
        open(bureau, "云岭市禾穗坊食品有限公司");
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(ours.region()));
        Browser stranger = Browser.of(port, neighbour.officer);
        Browser guard = Browser.of(port, city.person(ours, "security-admin"));
        Browser overseer = Browser.of(port, city.person(city.agencyIn(ours.region()), "supervisor"));
        for (String words : List.of("禾穗", "hsfsp", "查验记录")) {
            assertThat(List.of(stranger, guard)).allSatisfy(b -> {
                assertThat(hits(b, words, "case")).isEmpty();
                assertThat(hits(b, words, "party")).isEmpty();
            });
            assertThat(hits(overseer, words, "case")).hasSize(1);
        }
        assertThat(ask(stranger, "禾穗坊").json()).isEqualTo(ask(stranger, "无此字号坊").json());
    }

    @Test
    void findsADocumentByTheBeginningOfItsNumberWithinOnesScope() {
        Bureau bureau = new Bureau(city, jdbc);
        String id = open(bureau, "云岭市禾穗坊食品有限公司");
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("""
                        insert into document (region_id, agency_id, case_id, act_seq, template, template_digest, title, number, xhtml, sha256, sm3, created_at)
                        values (?, ?, ?, 1, '现场笔录', '', '现场笔录', '找市监查〔2026〕17号', '<p/>', '', '', now())""")
                .params(bureau.agency.region(), bureau.agency.id(), Long.parseLong(id.substring(id.indexOf('-') + 1))).update()));
        Browser stranger = Browser.of(port, new Bureau(city, jdbc, city.agencyIn(bureau.agency.region())).officer);
        for (String words : List.of("找市监查〔2026〕17号", "找市监查〔2026〕", "找市监")) {
            assertThat(hits(Browser.of(port, bureau.officer), words, "document")).as(words).extracting(h -> h.path("part").asString()).containsExactly(id);
            assertThat(hits(stranger, words, "document")).isEmpty();
        }
    }

    @Test
    void findsPeopleAndBodiesOfOnesRegions() {
        TestCity.Agency agency = city.agency();
        jdbc.sql("insert into person (agency_id, name) values (?, '翟晟睿')").param(agency.id()).update();
        jdbc.sql("update agency set name = '云台县找水局' where id = ?").param(agency.id()).update();
        Browser officer = Browser.of(port, city.person(agency, "officer"));
        for (String words : List.of("翟晟", "翟晟睿", "zsr", "dcr", "zcr")) {
            assertThat(titles(officer, words, "person")).as(words).containsExactly("翟晟睿");
        }
        assertThat(titles(officer, "ytxzsj", "body")).containsExactly("云台县找水局");
        assertThat(titles(officer, "云台县市场", "body")).isEmpty();
        Browser far = Browser.of(port, city.person(city.agency(), "officer"));
        assertThat(titles(far, "翟晟", "person")).isEmpty();
        assertThat(titles(far, "ytxzsj", "body")).isEmpty();
    }

    @Test
    void findsAnArticleByItsLawAndNumberHoweverWrittenAndByItsWords() {
        String law = "找寻" + Long.toString(city.agency().id()).chars().mapToObj(d -> "甲乙丙丁戊己庚辛壬癸".substring(d - '0', d - '0' + 1)).collect(java.util.stream.Collectors.joining()) + "测试办法";
        long statute = jdbc.sql("insert into statute (name) values (?) returning id").param(law).query(Long.class).single();
        long batch = jdbc.sql("insert into statute_import (imported_by) values (0) returning id").query(Long.class).single();
        long version = jdbc.sql("insert into statute_version (statute_id, title, in_force_from, in_force_by, digest, articles, import_id) values (?, ?, '2020-01-01', 'given', '', 1, ?) returning id")
                .params(statute, law, batch).query(Long.class).single();
        jdbc.sql("insert into statute_article (version_id, n, no, text, bigrams) values (?, 1, '第六十条', '应当自立案之日起九十天内找回遗珠', array['遗珠', '找回'])").param(version).update();
        Browser officer = Browser.of(port, city.person(city.agency(), "officer"));
        assertThat(hits(officer, law + " 第六十条", "article")).extracting(h -> h.path("id").asString()).containsExactly(Long.toString(version));
        assertThat(titles(officer, law + "第60条", "article")).containsExactly(law + " 第六十条");
        assertThat(titles(officer, "找回 遗珠", "article")).containsExactly(law + " 第六十条");
        assertThat(titles(officer, "csbf", "law")).contains(law);
        assertThat(titles(officer, "csbf第60条", "article")).containsExactly(law + " 第六十条");
    }

    @Test
    void findsAnItemAndALawPack() {
        TestCity.Agency agency = city.agency();
        Browser keeper = Browser.of(port, city.person(agency, "system-admin"));
        String code = "FIND-" + agency.id();
        Browser.Answer added = keeper.post("/api/registry/items", Map.of("code", code, "from", "2024-01-01", "title", "对擅自移动界桩的处罚", "basis", "某条例 第九条", "field", "市场监管"));
        assertThat(added.status()).as(added.body()).isBetween(200, 204);
        Browser officer = Browser.of(port, city.person(agency, "officer"));
        assertThat(titles(officer, "界桩", "item")).contains("对擅自移动界桩的处罚");
        assertThat(titles(officer, "szydjz", "item")).contains("对擅自移动界桩的处罚");
        assertThat(hits(officer, code, "item")).extracting(h -> h.path("id").asString()).containsExactly(code);
        assertThat(titles(officer, "xzcfptcx", "pack")).isNotEmpty().isEqualTo(titles(officer, "行政处罚普通程序", "pack"));
    }

    @Test
    void saysWhatIsWrongWithASearchThatCannotBe() {
        Browser officer = Browser.of(port, city.person(city.agency(), "officer"));
        assertThat(List.of("", " ", "x".repeat(101), "a\u0000b")).allSatisfy(q -> assertThat(ask(officer, q).status()).as(q).isIn(400, 422));
        assertThat(officer.get("/api/find").status()).isIn(400, 422);
        for (String q : List.of("禾", "a", "《》", "%%", "''", "\\", "〔2026〕", "12 34", "~~", "a1", "🍚🍚", "第六十条", "0".repeat(100))) {
            assertThat(ask(officer, q).status()).as(q).isEqualTo(200);
        }
        assertThat(ask(officer, "禾").json().path("groups").isEmpty()).isTrue();
    }

    /** What a search must not do: read a table of hundreds of thousands of names from end to end. */
    @Test
    void namesAreFoundThroughTheirIndex() {
        List<String> plan = transactions.write(() -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from findable f where f.words @> array['~zs', '@person'] or cardinality(array['a', 'b']) > 1 and f.words @> array['~sr', '@person']").query(String.class).list();
        });
        assertThat(Optional.of(String.join("\n", plan))).get().asString().contains("findable_words");
    }
}
