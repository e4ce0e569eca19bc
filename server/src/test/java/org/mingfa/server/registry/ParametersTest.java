package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures of the registers: read with citation, changed from a day on by one person, approved by another. */
@ServerTest
@Import(TestCity.class)
class ParametersTest {

    private static final String AT = "/api/registry/parameters";
    private static final LocalDate FAR = LocalDate.of(2190, 1, 1);

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired RegisterParameters parameters;
    RegisterDesk desk;
    Browser admin;

    @BeforeEach
    void whoProposesAndWhoApproves() {
        desk = new RegisterDesk(port, city, jdbc);
        admin = Browser.of(port, city.person(desk.agency, "system-admin"));
    }

    private static Map<String, Object> wanted(LocalDate from, Object value) {
        return new HashMap<>(Map.of("from", from.toString(), "value", value, "cite", "某省条例 第三条", "layer", "province", "verified", true, "document", "云司发〔2190〕1号", "reason", "条例修订"));
    }

    private Browser.Answer propose(String name, LocalDate from, Object value) {
        return admin.post(AT + "/" + name + "/changes", wanted(from, value));
    }

    private static Browser.Answer decide(Browser who, String id, String what) {
        return who.post(AT + "/changes/" + id + "/decision", Map.of("what", what, "note", "依据不符"));
    }

    private String waiting(String name, LocalDate from, Object value) {
        Browser.Answer answer = propose(name, from, value);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private JsonNode page(String name) {
        return desk.supervisor.get(AT + "/" + name).json();
    }

    @Test
    void everyFigureIsToldWithCitationLayerAndWhetherItWasCompared() {
        JsonNode all = desk.supervisor.get(AT).json();
        assertThat(all.findValuesAsString("name")).as("each parameter of the database has a place on the screen")
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select distinct name from register_parameter").query(String.class).list());
        assertThat(all.valueStream().filter(f -> f.path("name").asString().equals("training.hours")).findFirst().orElseThrow().toString())
                .contains("国办发〔2023〕27号", "\"layer\":\"national\"", "\"verified\":false", "年度学时");
        assertThat(all.valueStream().filter(f -> f.path("cite").asString().contains("平台默认值：")).allMatch(f -> f.path("layer").asString().equals("platform"))).isTrue();
        assertThat(desk.supervisor.get(AT + "/none").status()).isEqualTo(404);
        assertThat(admin.post(AT + "/none/changes", wanted(FAR, 1)).status()).isEqualTo(404);
    }

    @Test
    void aChangeCountsFromItsDayOnceSomebodyElseApprovedIt() {
        String id = waiting("certificate.notice-days", FAR, 10);
        assertThat(parameters.value("certificate.notice-days", FAR).intValue()).as("not approved").isEqualTo(7);
        assertThat(propose("certificate.notice-days", FAR, 11).status()).as("another beside it").isEqualTo(409);
        assertThat(decide(admin, id, "approve").status()).as("their own").isEqualTo(403);
        assertThat(page("certificate.notice-days").at("/changes/0/may").toString()).contains("approve", "return");
        assertThat(decide(desk.supervisor, id, "approve").status()).isEqualTo(204);
        assertThat(decide(desk.supervisor, id, "approve").status()).as("twice").isEqualTo(409);
        assertThat(parameters.value("certificate.notice-days", FAR).intValue()).isEqualTo(10);
        assertThat(parameters.value("certificate.notice-days", FAR.minusDays(1)).intValue()).isEqualTo(7);
        JsonNode page = page("certificate.notice-days");
        assertThat(page.at("/figure/nextFrom").asString()).isEqualTo(FAR.toString());
        assertThat(page.at("/versions/0/document").asString()).isEqualTo("云司发〔2190〕1号");
        assertThat(page.at("/versions/0/approvedBy").asString()).isEqualTo("李执法");
        assertThat(page.at("/versions/1/value").asInt()).isEqualTo(7);
        assertThat(propose("certificate.notice-days", FAR.plusYears(1), 10).body()).contains("没有变化");
    }

    @Test
    void whatHasNoSenseOrNoEffectIsRefused() {
        LocalDate today = parameters.today();
        assertThat(propose("rotation.years", today.minusDays(1), 6).body()).contains("不追溯");
        assertThat(propose("rotation.years", FAR, 0).body()).contains("应为 1 至 50 年");
        assertThat(propose("rotation.years", FAR, 5.5).body()).contains("应为整数");
        assertThat(propose("check.failed-suspends", FAR, 2).body()).contains("1（是）");
        assertThat(propose("appraisal.good", FAR, 95).body()).contains("不得高于").contains("优秀的最低分");
        assertThat(propose("appraisal.good", FAR, 55).body()).contains("不得低于");
        assertThat(propose("training.public-hours", FAR, 61).body()).contains("不得高于");
        Map<String, Object> bare = wanted(FAR, 6);
        bare.remove("document");
        bare.put("reason", " ");
        assertThat(admin.post(AT + "/rotation.years/changes", bare).body()).contains("/document", "/reason");
        assertThat(propose("rotation.years", FAR, "六").status()).isEqualTo(400);
    }

    @Test
    void aReturnHasAReasonAndWhoProposedWithdraws() {
        String id = waiting("rotation.soon-days", FAR, 90);
        assertThat(desk.supervisor.post(AT + "/changes/" + id + "/decision", Map.of("what", "return")).status()).isEqualTo(422);
        assertThat(decide(desk.supervisor, id, "withdraw").status()).as("by somebody else").isEqualTo(403);
        assertThat(decide(desk.supervisor, id, "return").status()).isEqualTo(204);
        assertThat(page("rotation.soon-days").at("/changes/0/note").asString()).isEqualTo("依据不符");
        String again = waiting("rotation.soon-days", FAR, 91);
        assertThat(decide(admin, again, "withdraw").status()).isEqualTo(204);
        assertThat(page("rotation.soon-days").path("changes").findValuesAsString("state")).startsWith("withdrawn", "returned");
        assertThat(parameters.value("rotation.soon-days", FAR).intValue()).isEqualTo(180);
    }

    @Test
    void aCountyDoesNotChangeWhatCountsForAll() {
        TestCity.Agency county = city.agencyIn(city.region(desk.agency.region()));
        for (String role : List.of("system-admin", "supervisor")) {
            Browser below = Browser.of(port, city.person(county, role));
            assertThat(below.get(AT).status()).isEqualTo(200);
            assertThat(below.get(AT + "/rotation.years").json().path("mayPropose").asBoolean()).isFalse();
            assertThat(below.post(AT + "/rotation.years/changes", wanted(FAR, 6)).status()).isEqualTo(403);
        }
        String id = waiting("exam.valid-years", FAR, 3);
        assertThat(decide(Browser.of(port, city.person(county, "supervisor")), id, "approve").status()).isEqualTo(403);
        assertThat(decide(admin, id, "withdraw").status()).isEqualTo(204);
        assertThat(Browser.of(port, city.person(desk.agency, "registrar")).post(AT + "/rotation.years/changes", wanted(FAR, 6)).status()).isEqualTo(403);
    }

    @Test
    void aDayOfNoCalendarIsRefusedWhereverItIsSent() {
        for (String day : List.of("%2B999999999-12-31", "-999999999-01-01", "2026-02-30")) {
            for (String path : List.of("people", "training/behind", "training/bodies", "training/rotation", "training/new-staff")) {
                assertThat(desk.supervisor.get("/api/registry/" + path + "?on=" + day).status()).as("%s %s", path, day).isEqualTo(400);
            }
        }
        assertThat(desk.supervisor.get("/api/registry/people?on=").status()).as("none given").isEqualTo(200);
        String id = desk.enter("白离岗", RegisterDesk.number());
        Map<String, Object> leaving = Map.of("from", "+999999999-12-31", "reason", "退休");
        assertThat(desk.security.post("/api/registry/people/" + id + "/leaving", leaving).status()).isEqualTo(400);
    }
}
