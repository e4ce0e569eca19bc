package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases go from one officer to another (交接): who may, what stands in the way, what the record keeps, whose desk they lie on. */
@ServerTest
@Import(TestCity.class)
class HandOverTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rebuilding rebuilding;

    private Bureau bureau;
    private Desk head;
    private TestCity.Person third;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
        third = city.person(bureau.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, recorded_by) values (?, ?, ?, true, 0)")
                .params(third.id(), Bureau.SINCE, bureau.agency.id()).update();
        bureau.certificate(third, LocalDate.of(2099, 12, 31));
    }

    private static String id(TestCity.Person p) {
        return Long.toString(p.id());
    }

    private Map<String, Object> asked(TestCity.Person from, TestCity.Person to, String... cases) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("from", id(from), "to", id(to), "reason", "调往县局办公室"));
        if (cases.length > 0) {
            body.put("cases", List.of(cases));
        }
        return body;
    }

    private Browser.Answer give(Map<String, Object> asked) {
        return head.browser.post("/api/hand-overs", asked);
    }

    private List<String> todo(TestCity.Person p) {
        return new Desk(port, p).get("/api/todo").path("items").valueStream().map(i -> i.path("act").asString()).toList();
    }

    @Test
    void theCasesAndTheirDutiesGoOverAndTheRecordKeepsWhoWhyAndByWhom() {
        String one = head.open(bureau.filing(TODAY));
        String two = head.open(bureau.filing(TODAY));
        assertThat(todo(bureau.officer)).hasSize(2);
        assertThat(todo(third)).isEmpty();
        JsonNode view = head.browser.post("/api/hand-overs?dryRun=true", asked(bureau.officer, third)).json();
        assertThat(view.path("cases").size()).isEqualTo(2);
        assertThat(view.path("barred").asInt()).as(view.toString()).isZero();
        assertThat(view.at("/cases/0/leads").asBoolean()).isTrue();
        assertThat(view.at("/cases/0/duties").asInt()).isEqualTo(1);
        assertThat(todo(third)).as("a dry run changes nothing").isEmpty();

        Browser.Answer given = give(asked(bureau.officer, third));
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(given.json().path("cases").asInt()).isEqualTo(2);
        assertThat(todo(bureau.officer)).isEmpty();
        assertThat(todo(third)).hasSize(2);
        for (String c : List.of(one, two)) {
            JsonNode after = head.one(c);
            assertThat(after.at("/lead/id").asString()).isEqualTo(id(third));
            assertThat(after.path("people").toString()).contains("{\"id\":\"" + id(bureau.officer) + "\",\"name\":\"李执法\",\"part\":\"former\"}");
            JsonNode entry = head.get("/api/cases/" + c + "/entries").at("/items/0");
            assertThat(entry.path("title").asString()).isEqualTo("变更承办人");
            assertThat(entry.path("reason").asString()).isEqualTo("调往县局办公室");
            assertThat(entry.at("/actor/id").asString()).isEqualTo(id(bureau.head));
            assertThat(entry.at("/formTitles/from").asString()).isEqualTo("原承办人");
        }
        assertThat(head.get("/api/hand-overs").at("/items/0/cases").asInt()).isEqualTo(2);
    }

    @Test
    void dueDatesStayAndTheNewOfficerGoesOnWithTheCase() {
        String id = head.open(bureau.filing(TODAY.minusDays(2)));
        String due = head.one(id).at("/due/date").asString();
        give(asked(bureau.officer, third));
        assertThat(head.one(id).at("/due/date").asString()).isEqualTo(due);
        Map<String, Object> inspection = bureau.inspection(TODAY, head.seq(id));
        inspection.put("officers", List.of(id(third), id(bureau.second)));
        new Desk(port, third).done(id, inspection);
        assertThat(head.one(id).at("/lead/id").asString()).isEqualTo(id(third));
        assertThat(head.one(id).path("findings").toString()).doesNotContain("change-officer");
    }

    @Test
    void theRowsAreTheSameWhenReadAgainFromTheRecord() {
        String id = head.open(bureau.filing(TODAY));
        give(asked(bureau.officer, third));
        JsonNode before = head.one(id);
        CaseKey key = CaseKey.parse(id).orElseThrow();
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> rebuilding.rebuild(key))).isTrue();
        assertThat(head.one(id)).isEqualTo(before);
        assertThat(todo(third)).hasSize(1);
        assertThat(todo(bureau.officer)).isEmpty();
    }

    @Test
    void sentTwiceUnderOneKeyItIsDoneOnce() {
        String id = head.open(bureau.filing(TODAY));
        String body = JsonMapper.shared().writeValueAsString(asked(bureau.officer, third));
        Browser.Answer first = head.browser.send("POST", "/api/hand-overs", body, "Idempotency-Key", "k1");
        Browser.Answer again = head.browser.send("POST", "/api/hand-overs", body, "Idempotency-Key", "k1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json().path("repeated").asBoolean()).as(again.body()).isTrue();
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(head.seq(id)).isEqualTo(2);
        String other = JsonMapper.shared().writeValueAsString(asked(third, bureau.officer));
        assertThat(head.browser.send("POST", "/api/hand-overs", other, "Idempotency-Key", "k1").status()).isEqualTo(409);
    }

    @Test
    void aReceiverWithoutAValidCertificateIsBarredByTheLawAndNothingGoesOver() {
        String id = head.open(bureau.filing(TODAY));
        TestCity.Person without = city.person(bureau.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, recorded_by) values (?, ?, ?, true, 0)")
                .params(without.id(), Bureau.SINCE, bureau.agency.id()).update();
        JsonNode view = head.browser.post("/api/hand-overs?dryRun=true", asked(bureau.officer, without)).json();
        assertThat(view.at("/cases/0/obstacles").findValuesAsString("title")).contains("执法证件当日应当有效");
        Browser.Answer refused = give(asked(bureau.officer, without));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/cases/0/case").asString()).isEqualTo(id);
        assertThat(head.seq(id)).isEqualTo(1);
    }

    @Test
    void whoIsRecusedInACaseCannotTakeThatCaseButTheOthers() {
        String one = head.open(bureau.filing(TODAY));
        String two = head.open(bureau.filing(TODAY));
        new Desk(port, bureau.officer).done(one, Desk.act("request-recusal", TODAY, Map.of("person", id(third), "reason", "与当事人有亲属关系")));
        head.done(one, Desk.act("decide-recusal", TODAY, Map.of("person", id(third), "post", "officer", "outcome", "granted", "reasons", "有直接利害关系", "earlierActs", "有效")));
        JsonNode view = head.browser.post("/api/hand-overs?dryRun=true", asked(bureau.officer, third)).json();
        assertThat(view.path("barred").asInt()).as(view.toString()).isEqualTo(1);
        assertThat(view.toString()).contains("决定回避的人员不得再参与案件");
        assertThat(give(asked(bureau.officer, third)).status()).isEqualTo(422);
        assertThat(give(asked(bureau.officer, third, two)).status()).isEqualTo(201);
        assertThat(head.one(one).at("/lead/id").asString()).isEqualTo(id(bureau.officer));
        assertThat(head.one(two).at("/lead/id").asString()).isEqualTo(id(third));
    }

    @Test
    void anotherBodysPeopleAndCasesAreRefusedWithWhereItIsWrong() {
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        String theirs = new Desk(port, neighbour.head).open(neighbour.filing(TODAY));
        head.open(bureau.filing(TODAY));
        assertThat(Desk.pointers(give(asked(bureau.officer, neighbour.officer)))).containsExactly("/to");
        assertThat(Desk.pointers(give(asked(bureau.officer, third, theirs)))).containsExactly("/cases/0");
        assertThat(Desk.pointers(give(asked(neighbour.officer, third)))).containsExactly("/from");
        assertThat(Desk.pointers(give(asked(bureau.officer, bureau.officer)))).containsExactly("/to");
        assertThat(Desk.pointers(give(Map.of("from", "x", "to", id(third), "reason", "调动")))).containsExactly("/from");
        assertThat(Desk.pointers(give(Map.of("from", id(bureau.officer), "to", id(third))))).containsExactly("/reason");
        assertThat(new Desk(port, bureau.officer).browser.post("/api/hand-overs", asked(bureau.officer, third)).status()).isEqualTo(403);
    }

    @Test
    void whoseCertificateIsWithdrawnShowsUpForHandOverToTheHead() {
        head.open(bureau.filing(TODAY));
        assertThat(head.get("/api/workload?handOver=true").path("items").isEmpty()).isTrue();
        jdbc.sql("""
                        insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, state, recorded_by)
                        select number, ?, person_id, field, region_code, first_day, last_day, true, 'withdrawn', 0 from certificate where person_id = ?""")
                .params(TODAY, bureau.officer.id()).update();
        JsonNode found = head.get("/api/workload?handOver=true").path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/person/id").asString()).isEqualTo(id(bureau.officer));
        assertThat(found.at("/0/handOver").asString()).isEqualTo("certificate");
    }

    @Test
    void theHeadSeesWhoCarriesWhatAPageAtATime() {
        head.open(bureau.filing(TODAY.minusDays(200)));
        head.open(bureau.filing(TODAY));
        JsonNode first = head.get("/api/workload?limit=1");
        assertThat(first.at("/items/0/person/id").asString()).isEqualTo(id(bureau.officer));
        assertThat(first.at("/items/0/cases/value").asInt()).isEqualTo(2);
        assertThat(first.at("/items/0/leads/value").asInt()).isEqualTo(2);
        assertThat(first.at("/items/0/duties/overdue/value").asInt()).as(first.toString()).isEqualTo(1);
        assertThat(first.at("/items/0/duties/later/value").asInt()).isEqualTo(1);
        assertThat(first.at("/items/0/oldest").asString()).isEqualTo(TODAY.minusDays(200).toString());
        JsonNode second = head.get("/api/workload?limit=1&cursor=" + first.path("next").asString());
        assertThat(second.at("/items/0/person/id").asString()).isEqualTo(id(bureau.second));
        assertThat(second.at("/items/0/leads/value").asInt()).isZero();
        assertThat(second.path("next").isNull()).isTrue();
    }
}
