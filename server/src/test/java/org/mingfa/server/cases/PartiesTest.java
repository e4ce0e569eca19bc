package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A party over its cases: who is the same, who sees it, what an agency takes as one or apart, and 一事不二罚. */
@ServerTest
@Import(TestCity.class)
class PartiesTest {

    private static final LocalDate TODAY = Bureau.TODAY;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rebuilding rebuilding;

    @Autowired
    Transactions transactions;

    private Bureau bureau;
    private Desk head;
    private String code;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
        code = code();
    }

    /** A credit code that no other test uses. */
    private static String code() {
        return "91149900MA" + "%07d".formatted(NEXT.incrementAndGet()) + "X";
    }

    private static Map<String, Object> company(String name, String code) {
        return new LinkedHashMap<>(Map.of("kind", "legal-org", "name", name, "address", "云岭市云台路1号", "uscc", code));
    }

    private static Map<String, Object> person(String name, String idNumber) {
        return new LinkedHashMap<>(Map.of("kind", "natural", "name", name, "address", "云岭市云台路2号", "idNo", idNumber));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> opening(Bureau of, LocalDate day, String violation, Map<String, Object> party) {
        Map<String, Object> act = of.filingAct(day, "");
        Map<String, Object> form = (Map<String, Object>) act.get("form");
        form.put("violation", violation);
        form.put("parties", List.of(party));
        return Map.of("procedure", "penalty-ordinary", "act", act);
    }

    private String open(Map<String, Object> party) {
        return head.open(opening(bureau, TODAY, "未按规定建立进货查验记录", party));
    }

    private static String party(Desk desk, String id) {
        return desk.get("/api/cases/" + id + "/parties").at("/0/id").asString();
    }

    private static List<String> cases(JsonNode view) {
        return view.path("cases").valueStream().map(c -> c.at("/case/id").asString()).toList();
    }

    private static List<String> names(JsonNode view) {
        return view.path("spellings").findValuesAsString("name");
    }

    @Test
    void oneCreditCodeIsOnePartyHoweverItsNameIsWritten() {
        String one = open(company("云岭市晋阳餐饮有限公司", code));
        String two = open(company("晋阳餐饮（云岭）有限公司", code));
        open(company("云岭市晋阳餐饮有限公司", code()));
        assertThat(party(head, one)).isEqualTo(party(head, two)).hasSize(32);
        JsonNode view = head.get("/api/parties/" + party(head, one));
        assertThat(cases(view)).as("the latest first").containsExactly(two, one);
        assertThat(names(view)).containsExactly("晋阳餐饮（云岭）有限公司", "云岭市晋阳餐饮有限公司");
        assertThat(view.path("code").asString()).isEqualTo(code);
        assertThat(view.at("/cases/0/case/stage").asString()).isNotEmpty();
        assertThat(view.at("/cases/1/as").asString()).isEqualTo("云岭市晋阳餐饮有限公司");
    }

    @Test
    void oneIdNumberIsOnePartyAndStandsNowhereInTheClear() {
        String number = "14990019800101%04d".formatted(NEXT.incrementAndGet() % 10_000);
        String one = open(person("周晓雯", number));
        String two = open(person("周晓文", number));
        String third = open(person("周晓雯", "149900197001010011"));
        JsonNode view = head.get("/api/parties/" + party(head, one));
        assertThat(cases(view)).containsExactly(two, one);
        assertThat(view.toString()).doesNotContain(number).doesNotContain("云台路");
        String kept = bureau.agency.scope().<String, RuntimeException>call(() -> transactions.read(
                () -> String.join("\n", jdbc.sql("select row(p.*)::text from case_party p where agency_id = ?").param(bureau.agency.id()).query(String.class).list())));
        assertThat(kept).contains("周晓雯").doesNotContain(number).doesNotContain("云台路");
        JsonNode proposals = head.get("/api/parties/" + party(head, one) + "/proposals");
        assertThat(proposals.findValuesAsString("id")).contains(party(head, third));
        assertThat(proposals.at("/0/why").toString()).contains("名称相同").contains("住所相同");
    }

    @Test
    void aNameAloneIsNobody() {
        Map<String, Object> nameless = new LinkedHashMap<>(Map.of("kind", "natural", "name", "王伟"));
        String one = open(nameless);
        String two = open(nameless);
        assertThat(party(head, one)).isNotEqualTo(party(head, two));
        assertThat(cases(head.get("/api/parties/" + party(head, one)))).containsExactly(one);
        assertThat(head.get("/api/parties/" + party(head, one) + "/proposals").findValuesAsString("id")).contains(party(head, two));
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.addFirst(open(company("云岭市晋阳餐饮有限公司", code)));
        }
        String key = party(head, opened.getFirst());
        JsonNode first = head.get("/api/parties/" + key + "?limit=2");
        JsonNode second = head.get("/api/parties/" + key + "?limit=2&cursor=" + first.path("next").asString());
        JsonNode last = head.get("/api/parties/" + key + "?limit=2&cursor=" + second.path("next").asString());
        List<String> all = new ArrayList<>(cases(first));
        all.addAll(cases(second));
        all.addAll(cases(last));
        assertThat(all).isEqualTo(opened);
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void ofAPartyOneSeesWhatOnesCasesShow() {
        String ours = open(company("云岭市晋阳餐饮有限公司", code));
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        Desk theirs = new Desk(port, neighbour.head);
        String their = theirs.open(opening(neighbour, TODAY, "未按规定建立进货查验记录", company("晋阳饭店", code)));
        String key = party(head, ours);
        assertThat(cases(head.get("/api/parties/" + key))).containsExactly(ours);
        assertThat(head.get("/api/parties/" + key).toString()).doesNotContain("晋阳饭店");
        assertThat(cases(theirs.get("/api/parties/" + key))).containsExactly(their);
        Desk supervisor = new Desk(port, city.person(city.agencyIn(bureau.agency.region()), "supervisor"));
        assertThat(cases(supervisor.get("/api/parties/" + key))).containsExactly(their, ours);
        assertThat(supervisor.get("/api/parties/" + key).path("mayJoin").asBoolean()).isFalse();
        Browser far = Browser.of(port, new Bureau(city, jdbc).officer);
        assertThat(far.get("/api/parties/" + key).status()).isEqualTo(404);
        assertThat(far.get("/api/parties/" + key + "/proposals").status()).isEqualTo(404);
        for (String role : List.of("system-admin", "security-admin", "audit-admin")) {
            Browser administrator = Browser.of(port, city.person(bureau.agency, role));
            assertThat(administrator.get("/api/parties/" + key).status()).as(role).isEqualTo(403);
            assertThat(administrator.get("/api/cases/" + ours + "/parties").status()).as(role).isEqualTo(403);
        }
    }

    @Test
    void whatCannotBeAPartyIsNotFoundRatherThanAnError() {
        for (String key : List.of("1", "x".repeat(32), "0".repeat(32), "%27%3B--", "Ａ".repeat(4))) {
            assertThat(head.browser.get("/api/parties/" + java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)).status()).as(key).isIn(404, 400);
        }
        String id = open(company("云岭市晋阳餐饮有限公司", code));
        assertThat(head.browser.get("/api/parties/" + party(head, id) + "?cursor=abc").status()).isEqualTo(400);
    }

    @Test
    void theBoxOpensTheParty() {
        String id = open(company("云岭市晋阳餐饮有限公司", code));
        JsonNode groups = head.get("/api/find?q=" + java.net.URLEncoder.encode("晋阳", java.nio.charset.StandardCharsets.UTF_8)).path("groups");
        JsonNode hit = groups.valueStream().filter(g -> g.path("kind").asString().equals("party")).findFirst().orElseThrow().at("/hits/0");
        assertThat(hit.path("id").asString()).isEqualTo(party(head, id));
        assertThat(hit.at("/hint/text").asString()).isEqualTo(code);
    }

    private Browser.Answer join(String key, String how, String with) {
        return head.browser.post("/api/parties/" + key + "/" + how, Map.of("with", with, "reason", "营业执照变更登记"));
    }

    @Test
    void whatIsMergedIsOneUntilItIsUndoneAndOnlyForTheAgencyThatDidIt() {
        String one = open(company("云岭市晋阳餐饮有限公司", code));
        String two = open(company("云岭市新晋阳餐饮有限公司", code()));
        String a = party(head, one);
        String b = party(head, two);
        String recordBefore = head.get("/api/cases/" + one + "/entries").toString();
        Browser.Answer merged = join(a, "merges", b);
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(cases(merged.json())).containsExactly(two, one);
        assertThat(cases(head.get("/api/parties/" + b))).as("from either end").containsExactly(two, one);
        JsonNode done = merged.json().at("/joins/0");
        assertThat(done.path("kind").asString()).isEqualTo("merge");
        assertThat(done.path("reason").asString()).isEqualTo("营业执照变更登记");
        assertThat(done.path("by").asString()).isEqualTo("李执法");
        assertThat(done.path("mine").asBoolean()).isTrue();
        assertThat(join(a, "merges", b).status()).as("twice").isEqualTo(409);
        assertThat(head.get("/api/cases/" + one + "/entries").toString()).isEqualTo(recordBefore);

        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        Desk theirs = new Desk(port, neighbour.head);
        String their = theirs.open(opening(neighbour, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code)));
        assertThat(cases(theirs.get("/api/parties/" + a))).containsExactly(their);
        assertThat(theirs.get("/api/parties/" + a).path("joins").isEmpty()).isTrue();
        String join = done.path("id").asString();
        assertThat(theirs.browser.post("/api/parties/" + a + "/joins/" + join + "/undo", Map.of("reason", "无关")).status()).isEqualTo(404);

        Browser.Answer undone = head.browser.post("/api/parties/" + a + "/joins/" + join + "/undo", Map.of("reason", "实为两家公司"));
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(cases(undone.json())).containsExactly(one);
        assertThat(undone.json().at("/joins/0/undoneReason").asString()).isEqualTo("实为两家公司");
        assertThat(cases(head.get("/api/parties/" + b))).containsExactly(two);
        assertThat(join(a, "merges", b).status()).as("again after it was undone").isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = ? and object_kind = '/api/parties' and outcome = 'done'").param(bureau.head.id()).query(Long.class).single()).isEqualTo(3);
    }

    @Test
    void aSpellingIsTakenOutOfAPartyAndComesBack() {
        String one = open(company("云岭市晋阳餐饮有限公司", code));
        String two = open(company("云岭市太行建材有限公司", code));
        String key = party(head, one);
        JsonNode before = head.get("/api/parties/" + key);
        String wrong = before.path("spellings").valueStream().filter(s -> s.path("name").asString().contains("太行")).findFirst().orElseThrow().path("id").asString();
        Browser.Answer split = join(key, "splits", wrong);
        assertThat(split.status()).as(split.body()).isEqualTo(200);
        assertThat(cases(split.json())).containsExactly(one);
        assertThat(party(head, two)).isEqualTo(wrong).isNotEqualTo(key);
        assertThat(cases(head.get("/api/parties/" + wrong))).containsExactly(two);
        assertThat(join(key, "splits", wrong).status()).as("twice").isEqualTo(422);
        String join = split.json().at("/joins/0/id").asString();
        assertThat(cases(head.browser.post("/api/parties/" + key + "/joins/" + join + "/undo", Map.of("reason", "代码无误")).json())).containsExactly(two, one);
        assertThat(cases(head.get("/api/parties/" + wrong))).as("an old address of the page still leads there").containsExactly(two, one);
    }

    @Test
    void whoMayNotJoinDoesNotAndAReasonIsAsked() {
        String a = party(head, open(company("云岭市晋阳餐饮有限公司", code)));
        String b = party(head, open(company("云岭市新晋阳餐饮有限公司", code())));
        Desk officer = new Desk(port, bureau.officer);
        assertThat(officer.browser.post("/api/parties/" + a + "/merges", Map.of("with", b, "reason", "同一家")).status()).isEqualTo(403);
        assertThat(Desk.pointers(head.browser.post("/api/parties/" + a + "/merges", Map.of("with", b, "reason", " ")))).containsExactly("/reason");
        assertThat(Desk.pointers(head.browser.post("/api/parties/" + a + "/merges", Map.of("reason", "同一家")))).containsExactly("/with");
        assertThat(head.browser.post("/api/parties/" + a + "/merges", Map.of("with", "0".repeat(32), "reason", "同一家")).status()).isEqualTo(404);
        assertThat(head.browser.post("/api/parties/" + a + "/splits", Map.of("with", b, "reason", "写错")).status()).isEqualTo(422);
        assertThat(head.browser.post("/api/parties/" + a + "/joins/x/undo", Map.of("reason", "写错")).status()).isEqualTo(404);
        assertThat(cases(head.get("/api/parties/" + a))).hasSize(1);
    }

    @Test
    void theRowsAreTheSameWhenReadAgainFromTheRecordAndGoWithTheKeyOfTheParty() {
        String id = open(person("周晓雯", "149900198001011234"));
        CaseKey key = CaseKey.parse(id).orElseThrow();
        String before = row(key);
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("delete from case_party where region_id = ? and case_id = ?").params(key.region(), key.id()).update()));
        bureau.agency.scope().run(() -> rebuilding.rebuild(key));
        assertThat(row(key)).isEqualTo(before).contains("周晓雯");
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update party_key set wrapped = null, destroyed_at = now() where region_id = ? and case_id = ? and party = 'party-1'")
                .params(key.region(), key.id()).update()));
        assertThat(row(key)).isEmpty();
        bureau.agency.scope().run(() -> rebuilding.rebuild(key));
        assertThat(row(key)).isEmpty();
    }

    private String row(CaseKey key) {
        return bureau.agency.scope().<String, RuntimeException>call(() -> transactions.read(() -> String.join("\n",
                jdbc.sql("select row(p.*)::text from case_party p where region_id = ? and case_id = ?").params(key.region(), key.id()).query(String.class).list())));
    }

    private JsonNode repeats(Desk desk, Map<String, Object> opening) {
        Browser.Answer answer = desk.browser.post("/api/parties/repeats", opening);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void beforeFilingItWarnsOfACaseAboutTheSameConduct() {
        String earlier = head.open(opening(bureau, TODAY.minusDays(20), "未按规定建立进货查验记录制度", company("晋阳餐饮（云岭）有限公司", code)));
        head.open(opening(bureau, TODAY.minusDays(20), "擅自从事电梯维护保养", company("云岭市晋阳餐饮有限公司", code)));
        JsonNode found = repeats(head, opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code)));
        assertThat(found.path("asks").asBoolean()).isTrue();
        assertThat(found.path("cite").asString()).isEqualTo("行政处罚法 第二十九条");
        assertThat(found.path("cases").size()).as(found.toString()).isEqualTo(1);
        assertThat(found.at("/cases/0/case/id").asString()).isEqualTo(earlier);
        assertThat(found.at("/cases/0/why").toString()).contains("案由相近");
        assertThat(found.at("/cases/0/sure").asBoolean()).isTrue();
        assertThat(found.path("elsewhere").isEmpty()).isTrue();
        JsonNode other = repeats(head, opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市太行建材有限公司", code())));
        assertThat(other.path("asks").asBoolean()).isFalse();
    }

    @Test
    void theSameArticleIsEnoughHoweverTheCauseIsWritten() {
        Map<String, Object> earlier = opening(bureau, TODAY.minusDays(5), "进货时未索取票据", company("云岭市晋阳餐饮有限公司", code));
        clauses(earlier, "违反《中华人民共和国食品安全法》第五十三条第一款");
        head.open(earlier);
        Map<String, Object> now = opening(bureau, TODAY, "无台账", company("云岭市晋阳餐饮有限公司", code));
        clauses(now, "食品安全法 第五十三条 第二款");
        assertThat(repeats(head, now).at("/cases/0/why").toString()).isEqualTo("[\"涉嫌违反的条款相同\"]");
        clauses(now, "食品安全法 第五十四条；广告法 第五十三条");
        assertThat(repeats(head, now).path("asks").asBoolean()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static void clauses(Map<String, Object> opening, String clauses) {
        ((Map<String, Object>) ((Map<String, Object>) opening.get("act")).get("form")).put("clauses", clauses);
    }

    @Test
    void theSameNameWithoutANumberIsSaidToBeUnsure() {
        open(company("云岭市晋阳餐饮有限公司", code));
        JsonNode found = repeats(head, opening(bureau, TODAY, "未按规定建立进货查验记录", new LinkedHashMap<>(Map.of("kind", "other-org", "name", "云岭市晋阳餐饮有限公司"))));
        assertThat(found.at("/cases/0/sure").asBoolean(true)).as(found.toString()).isFalse();
    }

    @Test
    void ofAnotherAgencyItTellsWhatThePublicMayKnow() {
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        String their = new Desk(port, neighbour.head).open(opening(neighbour, TODAY.minusDays(3), "未按规定建立进货查验记录", company("晋阳饭店", code)));
        String number = new Desk(port, neighbour.head).one(their).path("number").asString();
        JsonNode found = repeats(head, opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code)));
        assertThat(found.path("asks").asBoolean()).isTrue();
        assertThat(found.path("cases").isEmpty()).isTrue();
        assertThat(found.at("/elsewhere/0/agency").asString()).isEqualTo("云台县市场监督管理局");
        assertThat(found.at("/elsewhere/0/decided").asBoolean()).isFalse();
        assertThat(found.at("/elsewhere/0/number").isNull()).isTrue();
        assertThat(found.toString()).doesNotContain("晋阳饭店").doesNotContain(their).doesNotContain(number);
    }

    @Test
    void ofAnotherAgencyItTellsTheNumberThatIsPublishedUntilItIsWithdrawn() {
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        String their = new Desk(port, neighbour.head).open(opening(neighbour, TODAY.minusDays(3), "未按规定建立进货查验记录", company("晋阳饭店", code)));
        CaseKey key = CaseKey.parse(their).orElseThrow();
        neighbour.agency.scope().run(() -> transactions.write(() -> {
            long id = jdbc.sql("""
                            insert into publication (region_id, agency_id, case_id, party_id, decision_seq, state, number, party, decided_on, original, masked, masks, keep)
                            values (?, ?, ?, 'party-1', 9, 'published', '邻市监罚〔2026〕7号', '晋阳饭店', current_date, '', '', '[]', '[]') returning publication_id""")
                    .params(key.region(), neighbour.agency.id(), key.id()).query(Long.class).single();
            return jdbc.sql("""
                            insert into published_decision (region_id, publication_id, agency_id, agency_name, region_name, field, number, party, cause, outcome, decided_on,
                                published_at, body, sha256, bigrams)
                            values (?, ?, ?, '邻', '邻', '市场监管', '邻市监罚〔2026〕7号', '晋阳饭店', '', '', current_date, now(), '', '', '{}')""")
                    .params(key.region(), id, neighbour.agency.id()).update();
        }));
        Map<String, Object> ours = opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code));
        assertThat(repeats(head, ours).at("/elsewhere/0/number").asString()).isEqualTo("邻市监罚〔2026〕7号");
        neighbour.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update published_decision set withdrawn_at = now() where agency_id = ?").param(neighbour.agency.id()).update()));
        assertThat(repeats(head, ours).at("/elsewhere/0/number").isNull()).isTrue();
    }

    @Test
    void aCaseOutsideOfTheWindowIsNotTold() {
        head.open(opening(bureau, TODAY.minusDays(1000), "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code)));
        assertThat(repeats(head, opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code))).path("asks").asBoolean()).isFalse();
    }

    @Test
    void aCaseSaysWhichOthersMayBeAboutTheSameConductAndTheReasonGoesIntoTheRecord() {
        String one = open(company("云岭市晋阳餐饮有限公司", code));
        Map<String, Object> second = opening(bureau, TODAY, "未按规定建立进货查验记录", company("云岭市晋阳餐饮有限公司", code));
        @SuppressWarnings("unchecked")
        Map<String, Object> act = (Map<String, Object>) second.get("act");
        act.put("reason", "长".repeat(501));
        assertThat(Desk.pointers(head.browser.post("/api/cases", second))).containsExactly("/act/reason");
        act.put("reason", "另一门店的行为，不是同一违法行为");
        String two = head.open(second);
        assertThat(head.get("/api/cases/" + two + "/entries").at("/items/0/reason").asString()).isEqualTo("另一门店的行为，不是同一违法行为");
        JsonNode found = head.get("/api/cases/" + two + "/repeats");
        assertThat(found.path("cases").valueStream().map(c -> c.at("/case/id").asString())).containsExactly(one);
        Desk stranger = new Desk(port, new Bureau(city, jdbc).officer);
        assertThat(stranger.browser.get("/api/cases/" + two + "/repeats").status()).isEqualTo(404);
    }

    @Test
    void unfinishedOrStrangeFormsAreAskedAboutWithoutHarm() {
        for (Object parties : List.of("x", List.of("x"), List.of(Map.of("name", 7)), List.of(Map.of("name", " ")), List.of(Map.of("name", "甲", "uscc", List.of())))) {
            Map<String, Object> form = new LinkedHashMap<>(Map.of("parties", parties));
            JsonNode found = repeats(head, Map.of("procedure", "penalty-ordinary", "act", Map.of("code", "file-case", "at", "2026", "form", form)));
            assertThat(found.path("asks").asBoolean()).as(parties.toString()).isFalse();
        }
        assertThat(head.browser.post("/api/parties/repeats", Map.of()).status()).isEqualTo(422);
        assertThat(head.browser.post("/api/parties/repeats", Map.of("procedure", "none", "act", Map.of("code", "x"))).status()).isEqualTo(422);
        assertThat(repeats(head, Map.of("procedure", "inspection", "act", Map.of("code", inspectionOpening(), "form", Map.of()))).path("asks").asBoolean()).isFalse();
    }

    private String inspectionOpening() {
        return head.get("/api/procedures").valueStream().filter(p -> p.path("code").asString().equals("inspection")).findFirst()
                .map(p -> p.at("/opening/code").asString()).orElse("register-task");
    }
}
