package org.mingfa.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@Import(TestCity.class)
class DisclosureTest {
    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired @Qualifier("portalJdbc") JdbcClient portal;
    @Autowired RecordStore record;
    @Autowired Transactions transactions;
    Bureau bureau;
    DecidedCase decided;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        decided = new DecidedCase(bureau, port);
    }

    @Test
    void aDecisionFallsDueForPublicationAsItsPackSaysAndGetsADraft() {
        assertDecided();
        JsonNode draft = decided.publications(bureau.officer, "draft").get(0);
        assertThat(draft.path("caseId").asString()).isEqualTo(decided.id());
        assertThat(draft.path("party").asString()).isEqualTo("云岭市禾穗坊食品有限公司");
        assertThat(draft.path("dueOn").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(draft.path("outcome").asString()).isEqualTo("警告、罚款5,000.00元");
        assertThat(draft.path("number").asString()).startsWith("云市监罚〔");
    }

    @Test
    void theOfficerSeesOriginalAndPublicTextWithEachMaskExplained() {
        decided.with("decide", "facts", "当事人未建立记录，其员工孙小店（身份证11010519491231002X，电话138 1234 5678）承认。");
        assertDecided();
        JsonNode shown = bureau.as(port, bureau.officer).get("/api/publications/" + draftId()).json();
        assertThat(shown.path("original").asString()).contains("孙小店").contains("11010519491231002X");
        assertThat(shown.path("masked").asString()).contains("孙某").doesNotContain("孙小店").doesNotContain("11010519491231002X").doesNotContain("138 1234");
        assertThat(shown.path("masked").asString()).contains("云岭市禾穗坊食品有限公司").contains("91350100M000100Y43");
        assertThat(shown.path("maskings").findValuesAsString("rule")).contains("MSK-02", "MSK-03", "MSK-05");
        JsonNode mask = shown.path("maskings").get(0);
        assertThat(mask.path("cite").asString()).isNotBlank();
        assertThat(mask.path("to").asInt()).isGreaterThan(mask.path("from").asInt());
    }

    @Test
    void aSecondPersonReleasesItAndItStandsOnThePublicPage() {
        assertDecided();
        String id = submitted();
        Browser.Answer released = bureau.as(port, bureau.keeper).post("/api/publications/" + id + "/release", Map.of());
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.json().path("state").asString()).isEqualTo("published");
        Browser anyone = new Browser(port);
        Browser.Answer page = anyone.get("/public/decisions/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("云岭市禾穗坊食品有限公司").contains("伍仟元整").doesNotContain("孙小店").doesNotContain("<script");
        assertThat(anyone.get("/public/search?q=" + enc("禾穗")).body()).contains("/public/decisions/" + id);
        assertThat(anyone.get("/public").body()).contains("/public/decisions/" + id);
        JsonNode entries = bureau.as(port, bureau.officer).get("/api/cases/" + decided.id() + "/entries").json().path("items");
        assertThat(entries.findValuesAsString("act")).contains("publish");
    }

    @Test
    void theChecksTellTheReviewerAndTheSupervisorWhatIsMissingAndWhatMayNotStandThere() {
        decided.with("decide", "facts", "当事人未建立记录，见案件审批表。");
        decided.with("decide", "degree", "mitigated");
        assertDecided();
        String id = submitted();
        JsonNode shown = bureau.as(port, bureau.keeper).get("/api/publications/" + id).json();
        assertThat(shown.path("findings").findValuesAsString("rule")).as(shown.path("findings").toString()).contains("CON-05", "DIS-S3").doesNotContain("CON-04", "DIS-S1");
        assertThat(shown.path("findings").toString()).contains("案件审批表", "政府信息公开条例 第十六条");
        assertThat(bureau.as(port, bureau.officer).get("/api/publications/findings").status()).isEqualTo(403);
        Browser supervisor = Browser.of(port, city.person(bureau.agency, "supervisor"));
        JsonNode all = supervisor.get("/api/publications/findings").json();
        assertThat(all.path("items").valueStream().filter(f -> f.path("publication").asString().equals(id)).map(f -> f.path("rule").asString()).toList()).contains("CON-05", "DIS-S3");
        assertThat(supervisor.get("/api/publications/findings?cursor=x").status()).isEqualTo(400);
        Browser elsewhere = Browser.of(port, city.person(city.agency(), "publication-reviewer"));
        assertThat(elsewhere.get("/api/publications/findings").body()).doesNotContain("\"" + id + "\"");
        assertThat(bureau.as(port, bureau.keeper).post("/api/publications/" + id + "/release", Map.of()).status()).as("they bar nothing").isEqualTo(200);
    }

    @Test
    void nobodyReleasesWhatTheySubmitted() {
        assertDecided();
        TestCity.Person both = city.person(bureau.agency, "officer", "publication-reviewer");
        String id = draftId();
        assertThat(bureau.as(port, both).post("/api/publications/" + id + "/submit", Map.of()).status()).isEqualTo(200);
        Browser.Answer refused = bureau.as(port, both).post("/api/publications/" + id + "/release", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("提交人不能自己审核发布");
        assertThat(new Browser(port).get("/public/decisions/" + id).status()).isEqualTo(404);
    }

    @Test
    void anOfficerCannotRelease() {
        assertDecided();
        assertThat(bureau.as(port, bureau.second).post("/api/publications/" + submitted() + "/release", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotSubmittedCannotBeReleased() {
        assertDecided();
        assertThat(bureau.as(port, bureau.keeper).post("/api/publications/" + draftId() + "/release", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void theReviewerGivesItBackWithAReason() {
        assertDecided();
        String id = submitted();
        Browser.Answer back = bureau.as(port, bureau.keeper).post("/api/publications/" + id + "/return", Map.of("reason", "商业秘密未遮盖"));
        assertThat(back.json().path("state").asString()).isEqualTo("draft");
        assertThat(back.json().path("returnedReason").asString()).isEqualTo("商业秘密未遮盖");
        JsonNode shown = bureau.as(port, bureau.officer).get("/api/publications/" + id).json();
        int at = shown.path("original").asString().indexOf("进货查验记录");
        Browser.Answer again = bureau.as(port, bureau.officer).post("/api/publications/" + id + "/submit",
                Map.of("masks", List.of(Map.of("from", at, "to", at + 6, "rule", "MSK-10"))));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("masked").asString()).contains("（涉及商业秘密，不予公开）");
    }

    @Test
    void marksByHandAreReplacedByTheNextOnesAndKeptWhereNoneAreSent() {
        assertDecided();
        String id = draftId();
        int at = bureau.as(port, bureau.officer).get("/api/publications/" + id).json().path("original").asString().indexOf("进货查验记录");
        submit(id, Map.of("masks", List.of(Map.of("from", at, "to", at + 2, "rule", "MSK-10"))));
        giveBack(id);
        assertThat(submit(id, Map.of()).path("masked").asString()).as("nothing sent").contains("（涉及商业秘密，不予公开）");
        giveBack(id);
        assertThat(submit(id, Map.of("masks", List.of())).path("masked").asString()).as("none wanted").doesNotContain("（涉及商业秘密，不予公开）");
        JsonNode rules = bureau.as(port, bureau.officer).get("/api/publications/rules").json();
        assertThat(rules.findValuesAsString("rule")).containsExactly("MSK-08", "MSK-10");
    }

    private JsonNode submit(String id, Map<String, Object> body) {
        Browser.Answer answer = bureau.as(port, bureau.officer).post("/api/publications/" + id + "/submit", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void giveBack(String id) {
        assertThat(bureau.as(port, bureau.keeper).post("/api/publications/" + id + "/return", Map.of("reason", "再看")).status()).isEqualTo(200);
    }

    @Test
    void whatWaitsToBePublishedIsCountedForWhoeverMayDoTheNextStep() {
        assertDecided();
        assertThat(pending(bureau.officer)).isEqualTo(1);
        assertThat(pending(bureau.keeper)).isZero();
        submitted();
        assertThat(pending(bureau.officer)).isZero();
        assertThat(pending(bureau.keeper)).isEqualTo(1);
        assertThat(pending(bureau.head)).isZero();
    }

    private int pending(TestCity.Person who) {
        return bureau.as(port, who).get("/api/overview").json().path("releases").path("pending").path("value").asInt(-1);
    }

    /** 法定代表人 is a public field of the double publicity (law.md); MSK-02 is about other people. */
    @Test
    void theLegalRepresentativeStaysInTheOpenOtherPeopleDoNot() {
        decided.with("decide", "facts", "法定代表人钱代表在场，其员工孙小店承认。");
        assertDecided();
        JsonNode shown = bureau.as(port, bureau.officer).get("/api/publications/" + draftId()).json();
        assertThat(shown.path("masked").asString()).contains("钱代表").contains("孙某").doesNotContain("孙小店");
    }

    @Test
    void aMarkOutsideTheTextOrUnderAnAutomaticRuleIsRefused() {
        assertDecided();
        String id = draftId();
        Browser officer = bureau.as(port, bureau.officer);
        assertThat(officer.post("/api/publications/" + id + "/submit", Map.of("masks", List.of(Map.of("from", 0, "to", 999999, "rule", "MSK-10")))).status()).isEqualTo(422);
        assertThat(officer.post("/api/publications/" + id + "/submit", Map.of("masks", List.of(Map.of("from", 0, "to", 2, "rule", "MSK-03")))).status()).isEqualTo(422);
    }

    @Test
    void aMinorsCaseNeverAppears() {
        decided.against(Map.of("kind", "natural", "name", "周小童", "idNo", "110105201201010018", "address", "云岭市云台县文昌街1号", "capacity", "14-to-18"))
                .with("decide", "degree", "lighter").with("issue-notice", "fine", 500000);
        assertDecided();
        assertThat(decided.publications(bureau.officer, "")).isEmpty();
        Browser.Answer forced = decided.send(bureau.keeper, decided.onParty(decided.act("publish", java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")), false,
                Map.of("channel", "own-site", "text", "公开文本", "reviewed", true))));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.json().path("findings").findValuesAsString("rule")).contains("publish.no-minor");
    }

    @Test
    void aNaturalPersonIsShownByTheSurnameAndNotFoundByName() {
        decided.against(Map.of("kind", "natural", "name", "周大宝", "idNo", "11010519491231002X", "address", "云岭市云台县文昌街1号", "phone", "13812345678", "capacity", "full"));
        assertDecided();
        String id = submitted();
        assertThat(bureau.as(port, bureau.keeper).post("/api/publications/" + id + "/release", Map.of()).status()).isEqualTo(200);
        Browser anyone = new Browser(port);
        String page = anyone.get("/public/decisions/" + id).body();
        assertThat(page).contains("周某").contains("云岭市云台县（具体住址略）").doesNotContain("周大宝").doesNotContain("11010519491231002X").doesNotContain("文昌街");
        assertThat(anyone.get("/public/search?q=" + enc("周大宝")).body()).doesNotContain(id);
    }

    @Test
    void aWithdrawnDecisionLeavesItsNumberAndTheReason() {
        assertDecided();
        String id = submitted();
        Browser keeper = bureau.as(port, bureau.keeper);
        assertThat(keeper.post("/api/publications/" + id + "/release", Map.of()).status()).isEqualTo(200);
        assertThat(keeper.post("/api/publications/" + id + "/withdraw", Map.of("reason", "")).status()).isEqualTo(422);
        Browser.Answer withdrawn = keeper.post("/api/publications/" + id + "/withdraw", Map.of("reason", "复议撤销"));
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        Browser anyone = new Browser(port);
        String page = anyone.get("/public/decisions/" + id).body();
        assertThat(page).contains("复议撤销").contains("已撤回").doesNotContain("禾穗坊").doesNotContain("进货查验");
        assertThat(anyone.get("/public/search?q=" + enc("禾穗")).body()).doesNotContain(id);
    }

    @Test
    void anActOfPublicationInTheCaseItselfShowsTheMaskedTextNotTheOneItCarries() {
        decided.with("decide", "facts", "其员工孙小店承认。");
        assertDecided();
        String id = draftId();
        Browser.Answer done = decided.send(bureau.keeper, decided.onParty(decided.act("publish", java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")), false,
                Map.of("channel", "own-site", "text", "孙小店的公开文本", "reviewed", true))));
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(new Browser(port).get("/public/decisions/" + id).body()).contains("孙某").doesNotContain("孙小店");
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        assertDecided();
        String id = draftId();
        Browser stranger = bureau.as(port, city.person(city.agency(), "officer", "publication-reviewer"));
        assertThat(stranger.get("/api/publications").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/publications/" + id).status()).isEqualTo(404);
        assertThat(stranger.post("/api/publications/" + id + "/submit", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void thePortalsRoleReadsPublishedTextAndNothingElse() {
        assertThat(portal.sql("select count(*) from published_decision").query(Long.class).single()).isNotNegative();
        for (String table : List.of("publication", "document", "evidence_file", "entry", "enforcement_case", "person")) {
            assertThatThrownBy(() -> portal.sql("select count(*) from " + table).query(Long.class).single()).as(table).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> portal.sql("delete from published_decision").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDecisionWithoutWhatTheLawDemandsIsRefusedNamingIt() {
        Browser.Answer refused = decided.with("decide", "collector", "").decide();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("代收机构");
    }

    @Test
    void anActsDocumentIsIssuedWithItAndComesAsPdfAndWord() {
        assertDecided();
        Browser officer = bureau.as(port, bureau.officer);
        JsonNode documents = officer.get("/api/cases/" + decided.id() + "/documents").json();
        assertThat(documents.findValuesAsString("template")).containsExactly("立案审批表", "询问笔录", "调查终结报告", "法制审核意见书", "行政处罚事先告知书", "送达回证", "行政处罚决定书");
        String last = documents.get(documents.size() - 1).path("id").asString();
        Browser.Answer word = officer.get("/api/cases/" + decided.id() + "/documents/" + last + "?format=docx");
        assertThat(word.type()).contains("wordprocessingml");
        Browser.Answer xhtml = officer.get("/api/cases/" + decided.id() + "/documents/" + last + "?format=xhtml");
        assertThat(xhtml.body()).contains("人民币伍仟元整").contains("15日内缴纳罚款");
        Browser.Answer pdf = officer.get("/api/cases/" + decided.id() + "/documents/" + last + "?inline=true");
        assertThat(pdf.status()).isIn(200, 503);
        assertThat(officer.get("/api/cases/" + decided.id() + "/documents/" + last + "?format=exe").status()).isEqualTo(422);
        Browser stranger = bureau.as(port, city.person(city.agency(), "officer"));
        assertThat(stranger.get("/api/cases/" + decided.id() + "/documents").json()).isEmpty();
        assertThat(stranger.get("/api/cases/" + decided.id() + "/documents/" + last).status()).isEqualTo(404);
    }

    @Test
    void aDestroyedKeyLeavesNoDocumentAndNoOriginalToBeRead() throws Exception {
        decided.against(Map.of("kind", "natural", "name", "周大宝", "idNo", "11010519491231002X", "address", "云岭市云台县文昌街1号", "phone", "13812345678", "capacity", "full"));
        assertDecided();
        Browser officer = bureau.as(port, bureau.officer);
        String draft = "/api/publications/" + draftId();
        List<String> documents = officer.get("/api/cases/" + decided.id() + "/documents").json().findValuesAsString("id");
        assertThat(officer.get(draft).json().path("original").asString()).contains("周大宝");
        assertThat(texts(officer, documents)).extracting(Browser.Answer::status).containsOnly(200);
        assertThat(texts(officer, documents)).last().extracting(Browser.Answer::body).asString().contains("周大宝");
        for (String table : List.of("document", "publication")) {
            assertThat(bureau.agency.scope().<Long, RuntimeException>call(() -> transactions.read(() -> jdbc.sql(
                            "select count(*) from " + table + " t where t::text like '%周大宝%' or position(convert_to('周大宝', 'UTF8') in sealed) > 0 or sealed is null")
                    .query(Long.class).single()))).as(table).isZero();
        }
        CaseKey key = CaseKey.parse(decided.id()).orElseThrow();
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> record.destroyKey(key, "party-1"))).isTrue();
        assertThat(texts(officer, documents)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.json().path("detail").asString()).contains("已销毁");
        });
        assertThat(officer.get(draft).json().path("original").asString()).isEqualTo(Publication.DESTROYED);
        assertThat(officer.post(draft + "/submit", Map.of()).status()).isEqualTo(410);
        assertThat(officer.get("/api/publications").json().path("items").findValuesAsString("party")).containsExactly("周某");
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> transactions.read(() -> record.verify(key).whole()))).isTrue();
    }

    private List<Browser.Answer> texts(Browser officer, List<String> documents) {
        return documents.stream().map(id -> officer.get("/api/cases/" + decided.id() + "/documents/" + id + "?format=xhtml")).toList();
    }

    private void assertDecided() {
        Browser.Answer answer = decided.decide();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String draftId() {
        return decided.publications(bureau.officer, "draft").get(0).path("id").asString();
    }

    private String submitted() {
        String id = draftId();
        Browser.Answer answer = bureau.as(port, bureau.officer).post("/api/publications/" + id + "/submit", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return id;
    }

    private static String enc(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
