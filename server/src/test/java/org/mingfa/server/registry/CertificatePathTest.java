package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.registry.ExamHall.TODAY;
import static org.mingfa.server.registry.ExamHall.answerAll;
import static org.mingfa.server.registry.ExamHall.handIn;
import static org.mingfa.server.registry.ExamHall.ok;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.registry.ExamHall.Applicant;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From the application to the certificate: each step says what stands in its way. */
@ServerTest
@Import(TestCity.class)
class CertificatePathTest {

    private static final String AT = "/api/registry/applications/";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    ExamHall hall;

    @BeforeEach
    void aRegionOfItsOwn() {
        hall = new ExamHall(port, city, jdbc);
    }

    private static Map<String, Object> certificate(String number) {
        return Map.of("number", number, "firstDay", TODAY.toString(), "lastDay", TODAY.plusYears(5).toString());
    }

    private static List<String> missing(JsonNode page) {
        return page.path("requirements").valueStream().filter(r -> !r.path("met").asBoolean()).map(r -> r.path("name").asString()).toList();
    }

    @Test
    void whoAppliesIsCheckedExaminedTrainedMadePublicAndThenGetsTheCertificate() {
        Applicant a = hall.applicant("officer");
        String id = hall.filed(a);
        assertThat(missing(hall.application(id))).containsExactly("check", "hours", "exam", "notice");
        assertThat(hall.application(id).path("requirements").findValuesAsString("cite")).allMatch(c -> !c.isBlank());
        ok(204, hall.registrar.post(AT + id + "/check", Map.of("agrees", true, "confirmed", ExamHall.CONDITIONS)));
        String exam = hall.open(id);
        answerAll(a, exam, 9);
        assertThat(handIn(a, exam).at("/result/passed").asBoolean()).isTrue();
        hall.trained(a, 60);
        assertThat(missing(hall.application(id))).containsExactly("notice");
        ok(204, hall.desk.supervisor.post(AT + id + "/notice", Map.of()));
        assertThat(hall.application(id).at("/application/noticeTo").asString()).as("seven days, the first counts").isEqualTo(TODAY.plusDays(6).toString());
        Browser stranger = new Browser(port);
        assertThat(stranger.send(stranger.request("/public/certificates/notices").setHeader("Accept", "text/html").GET()).body())
                .contains("李执法", TODAY + " 至 " + TODAY.plusDays(6)).doesNotContain("<script");
        String number = RegisterDesk.number();
        Browser.Answer early = hall.desk.supervisor.post(AT + id + "/issue", certificate(number));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.json().at("/requirements/0/text").asString()).contains("公示到 " + TODAY.plusDays(6));
        hall.owner.sql("update certificate_application set notice_from = notice_from - 7, notice_to = notice_to - 7 where id = ?").param(Long.valueOf(id)).update();
        ok(204, hall.desk.supervisor.post(AT + id + "/issue", certificate(number)));
        JsonNode page = hall.desk.page(a.id(), TODAY.toString());
        assertThat(page.at("/certificates/0/number").asString()).isEqualTo(number);
        assertThat(page.at("/certificates/0/changes/0/reason").asString()).isEqualTo("经领证申请");
        assertThat(page.at("/person/acting").asBoolean()).isTrue();
        assertThat(hall.desk.supervisor.post(AT + id + "/issue", certificate(RegisterDesk.number())).status()).as("twice").isEqualTo(409);
        assertThat(hall.application(id).path("steps").findValuesAsString("step")).containsExactly("filed", "checked", "notice", "issued");
    }

    @Test
    void everyNoticeIsShownPageByPage() {
        hall.owner.sql("""
                        with p as (insert into person (agency_id, name) select :agency, '公示人' || lpad(n::text, 4, '0') || '止' from generate_series(1, 450) n returning id)
                        insert into certificate_application (person_id, agency_id, field, region_code, state, notice_from, notice_to, filed_by)
                        select id, :agency, '市场监管', :region, 'notice', cast(:day as date) - 1, cast(:day as date) + 5, 0 from p""")
                .param("agency", hall.desk.agency.id()).param("region", hall.desk.regionCode).param("day", TODAY).update();
        Browser stranger = new Browser(port);
        java.util.Set<String> seen = new java.util.TreeSet<>();
        String at = "/public/certificates/notices";
        for (int pages = 0; !at.isEmpty() && pages < 20; pages++) {
            String html = stranger.send(stranger.request(at).setHeader("Accept", "text/html").GET()).body();
            java.util.regex.Pattern.compile("公示人\\d{4}止").matcher(html).results().forEach(m -> assertThat(seen.add(m.group())).as("twice").isTrue());
            at = java.util.regex.Pattern.compile("href=\"(/public/certificates/notices\\?after=\\d+)\"").matcher(html).results().map(m -> m.group(1)).findFirst().orElse("");
        }
        assertThat(seen).hasSize(450);
    }

    @Test
    void theUnitConfirmsEveryConditionAndNobodyChecksTheirOwn() {
        String id = hall.filed(hall.applicant("officer"));
        Browser.Answer missing = hall.registrar.post(AT + id + "/check", Map.of("agrees", true, "confirmed", List.of("staff", "adult", "conduct", "record")));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("劳务派遣", "河南省行政执法条例 第二十条");
        assertThat(hall.registrar.post(AT + id + "/check", Map.of("agrees", false)).status()).as("a return without a reason").isEqualTo(422);
        TestCity.Person clerk = city.person(hall.desk.agency, "registrar");
        ok(204, hall.desk.security.send("PUT", "/api/registry/people/" + clerk.id(), "{\"from\":\"2024-01-01\",\"agency\":" + hall.desk.agency.id() + ",\"kind\":\"officer\"}"));
        Applicant himself = new Applicant(Long.toString(clerk.id()), Browser.of(port, clerk));
        assertThat(himself.browser().post(AT + hall.filed(himself) + "/check", Map.of("agrees", true, "confirmed", ExamHall.CONDITIONS)).status()).isEqualTo(403);
        ok(204, hall.registrar.post(AT + id + "/check", Map.of("agrees", false, "note", "借调人员")));
        assertThat(hall.desk.supervisor.post(AT + id + "/notice", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void aNoticeWaitsForExamAndHoursAndSaysWhatIsMissing() {
        Applicant a = hall.applicant("officer");
        String id = hall.checked(a);
        hall.trained(a, 12);
        Browser.Answer refused = hall.desk.supervisor.post(AT + id + "/notice", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("requirements").findValuesAsString("name")).containsExactly("hours", "exam");
        assertThat(refused.body()).contains("还差 48 学时", "行政处罚法 第四十二条");
        assertThat(hall.desk.supervisor.post(AT + id + "/issue", certificate(RegisterDesk.number())).json().path("requirements").findValuesAsString("name"))
                .containsExactly("hours", "exam", "notice");
    }

    @Test
    void anAuxiliaryCannotApplyAndNobodyTwiceAtOnce() {
        Browser.Answer auxiliary = hall.file(hall.applicant("auxiliary"));
        assertThat(auxiliary.status()).isEqualTo(422);
        assertThat(auxiliary.body()).contains("辅助人员不能申领");
        Applicant a = hall.applicant("officer");
        String id = ok(201, a.browser().post("/api/registry/applications", Map.of("field", "市场监管"))).json().at("/id").asString();
        assertThat(hall.application(id).at("/application/regionCode").asString()).as("of the person's body").isEqualTo(hall.desk.regionCode);
        assertThat(hall.file(a).status()).isEqualTo(409);
        ok(204, a.browser().post(AT + id + "/withdrawal", Map.of("note", "改日再报")));
        hall.filed(a);
    }

    @Test
    void anObjectionStopsTheIssueUntilItIsAnsweredAndEndsTheApplicationWhereItHolds() {
        Applicant a = hall.applicant("officer");
        String id = hall.checked(a);
        String exam = hall.open(id);
        answerAll(a, exam, 9);
        handIn(a, exam);
        hall.trained(a, 60);
        ok(204, hall.desk.supervisor.post(AT + id + "/notice", Map.of()));
        for (int twice = 0; twice < 2; twice++) {
            ok(204, hall.desk.supervisor.post(AT + id + "/objections", Map.of("note", "来信反映其为劳务派遣人员")));
        }
        assertThat(hall.application(id).path("steps").findValuesAsString("note")).contains("来信反映其为劳务派遣人员");
        Browser.Answer own = ok(200, a.browser().get(AT + id));
        assertThat(own.json().path("steps").findValuesAsString("step")).contains("objection");
        assertThat(own.body()).as("who objects is not told to the applicant").doesNotContain("来信反映");
        hall.owner.sql("update certificate_application set notice_from = notice_from - 7, notice_to = notice_to - 7 where id = ?").param(Long.valueOf(id)).update();
        assertThat(hall.desk.supervisor.post(AT + id + "/issue", certificate(RegisterDesk.number())).body()).contains("1 件异议还没有答复");
        ok(204, hall.desk.supervisor.post(AT + id + "/answers", Map.of("upheld", true, "note", "查实")));
        assertThat(hall.application(id).at("/application/state").asString()).isEqualTo("refused");
    }

    @Test
    void aFirstCertificateGoesByApplicationOrByWhoDecidesThemWithAReasonThatStays() {
        Applicant a = hall.applicant("officer");
        String id = hall.filed(a);
        Map<String, Object> direct = hall.desk.certificate(RegisterDesk.number(), TODAY.toString(), TODAY.plusYears(5).toString());
        direct.remove("reason");
        assertThat(hall.desk.security.post("/api/registry/people/" + a.id() + "/certificates", direct).status()).isEqualTo(409);
        ok(204, hall.registrar.post(AT + id + "/withdrawal", Map.of("note", "已有证件，补登")));
        String at = "/api/registry/people/" + a.id() + "/certificates";
        assertThat(hall.registrar.post(at, direct).body()).as("the unit's clerk").contains("首次发证须经领证申请");
        assertThat(Browser.of(port, city.person(hall.desk.agency, "system-admin")).post(at, direct).status()).isEqualTo(403);
        assertThat(hall.desk.security.post(at, direct).status()).as("without a reason").isEqualTo(422);
        Map<String, Object> reasoned = new java.util.HashMap<>(direct);
        reasoned.put("reason", "2019年已领证，补登");
        ok(201, hall.desk.security.post(at, reasoned));
        assertThat(hall.desk.page(a.id(), TODAY.toString()).at("/certificates/0/changes/0/reason").asString()).isEqualTo("2019年已领证，补登");
        Map<String, Object> with = hall.desk.officer("带证人员");
        with.put("certificate", hall.desk.certificate(RegisterDesk.number(), "2024-01-01", "2028-12-31"));
        assertThat(hall.registrar.post("/api/registry/people", with).status()).as("entered with a certificate by the unit's clerk").isEqualTo(403);
    }

    @Test
    void aUnitSeesItsOwnApplicationsAndAPersonTheirs() {
        Applicant a = hall.applicant("officer");
        Applicant b = hall.applicant("officer");
        String id = hall.filed(a);
        assertThat(b.browser().get(AT + id).status()).isEqualTo(404);
        assertThat(a.browser().get(AT + id).json().at("/mayWithdraw").asBoolean()).isTrue();
        Browser other = Browser.of(port, city.person(city.agencyIn(hall.desk.agency.region()), "registrar"));
        assertThat(other.get(AT + id).status()).isEqualTo(404);
        assertThat(other.get("/api/registry/applications").json().path("items").size()).isZero();
        assertThat(hall.registrar.get("/api/registry/applications?state=open").json().path("items").findValuesAsString("id")).containsExactly(id);
        assertThat(new ExamHall(port, city, jdbc).desk.supervisor.get(AT + id).status()).as("of another region").isEqualTo(404);
    }
}
