package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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

/** Late and irregular entries, corrections, and the case as it was. */
@ServerTest
@Import(TestCity.class)
class PastTest {

    private static final LocalDate TODAY = Bureau.TODAY;
    private static final LocalDate FILED = TODAY.minusDays(20);

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    Bureau bureau;
    Desk head;
    Desk officer;
    String id;

    @BeforeEach
    void aCaseFiledTwentyDaysAgo() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
        officer = new Desk(port, bureau.officer);
        id = head.open(bureau.filing(FILED));
    }

    @Test
    void whatIsRecordedAfterItsDayIsLate() {
        JsonNode made = officer.done(id, bureau.inspection(FILED.plusDays(2), 1));
        assertThat(made.path("entry").path("mode").asString()).isEqualTo("LATE");
    }

    @Test
    void anEntryPutBeforeOthersSaysWhy() {
        officer.done(id, bureau.inspection(FILED.plusDays(5), 1));
        Map<String, Object> earlier = bureau.inspection(FILED.plusDays(2), 2);
        assertThat(Desk.pointers(officer.act(id, earlier))).containsExactly("/reason");
        earlier.put("reason", "当日网络中断，事后补录");
        assertThat(officer.done(id, earlier).path("entry").path("reason").asString()).startsWith("当日");
        JsonNode first = officer.get("/api/cases/" + id + "/entries");
        assertThat(first.path("items").findValuesAsString("at")).containsExactly(
                FILED.plusDays(2).toString(), FILED.plusDays(5).toString(), FILED.toString());
    }

    @Test
    void whatTheLawBarsIsRecordedAsIrregularOnlyWithReasonAndApproval() {
        Map<String, Object> alone = bureau.inspection(FILED.plusDays(1), 1);
        alone.put("officers", List.of(Long.toString(bureau.officer.id())));
        Browser.Answer barred = officer.act(id, alone);
        assertThat(barred.status()).isEqualTo(422);
        assertThat(Desk.rules(barred.json().path("findings"))).contains("officers.two");

        alone.put("mode", "IRREGULAR");
        assertThat(Desk.pointers(officer.act(id, alone))).containsExactly("/reason");
        alone.put("reason", "当日只有一名执法人员到场");
        assertThat(Desk.pointers(officer.act(id, alone))).containsExactly("/approver");
        alone.put("approver", Long.toString(bureau.officer.id()));
        assertThat(Desk.pointers(officer.act(id, alone))).containsExactly("/approver");
        alone.put("approver", Long.toString(bureau.head.id()));
        JsonNode made = officer.done(id, alone);
        assertThat(made.path("entry").path("mode").asString()).isEqualTo("IRREGULAR");
        assertThat(Desk.rules(made.path("entry").path("findings"))).contains("officers.two");
        assertThat(Desk.rules(made.path("case").path("findings"))).contains("officers.two");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        officer.done(id, bureau.inspection(FILED.plusDays(2), 1));
        Map<String, Object> correction = bureau.inspection(FILED.plusDays(3), 2);
        correction.put("corrects", 2);
        correction.put("reason", "检查日期写错");
        correction.put("approver", Long.toString(bureau.head.id()));
        officer.done(id, correction);
        JsonNode items = officer.get("/api/cases/" + id + "/entries").path("items");
        assertThat(items.get(0).path("corrects").asLong()).isEqualTo(2);
        assertThat(items.get(1).path("correctedBy").asLong()).isEqualTo(3);
        JsonNode then = officer.get("/api/cases/" + id + "?validAt=" + FILED.plusDays(2));
        assertThat(then.path("stage").asString()).as("on that day the inspection had not happened").isEqualTo("立案");
    }

    @Test
    void theCaseIsReadAsItWasKnownAndAsItStood() {
        JsonNode before = officer.one(id);
        Instant known = Instant.parse(before.path("updatedAt").asString());
        officer.done(id, bureau.inspection(FILED.plusDays(2), 1));
        JsonNode then = officer.get("/api/cases/" + id + "?knownAt=" + known);
        assertThat(then.path("seq").asLong()).isEqualTo(1);
        assertThat(then.path("stage").asString()).isEqualTo("立案");
        assertThat(then.path("readOnly").asBoolean()).isTrue();
        assertThat(then.path("acts").isEmpty()).isTrue();
        assertThat(officer.one(id).path("stage").asString()).isEqualTo("调查取证");
        assertThat(officer.browser.get("/api/cases/" + id + "?validAt=" + FILED.minusDays(1)).status()).isEqualTo(404);
    }

    @Test
    void aTrialChangesNothingAndTellsWhatWouldBeOwed() {
        Map<String, Object> trial = new LinkedHashMap<>(Desk.act("order-correction", TODAY, Map.of("content", "停止违法行为", "days", 10), "party-1"));
        JsonNode tried = officer.browser.post("/api/cases/" + id + "/examine", trial).json();
        assertThat(tried.path("open").asBoolean()).as(tried.toString()).isTrue();
        assertThat(tried.path("creates").findValuesAsString("act")).contains("report-correction", "recheck-correction");
        assertThat(officer.seq(id)).isEqualTo(1);
    }
}
