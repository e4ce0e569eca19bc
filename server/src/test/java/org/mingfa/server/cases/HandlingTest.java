package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

@ServerTest
@Import(TestCity.class)
class HandlingTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    Bureau bureau;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
    }

    @Test
    void theHeadFilesACaseAndItGetsItsNumber() {
        Browser.Answer answer = bureau.as(port, bureau.head).post("/api/cases", bureau.filing(TODAY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode c = answer.json();
        assertThat(c.path("number").asString()).isEqualTo("云市监罚立〔" + TODAY.getYear() + "〕1号");
        assertThat(c.path("party").asString()).isEqualTo("云岭市禾穗坊食品有限公司");
        assertThat(c.path("stage").asString()).isEqualTo("立案");
        assertThat(c.path("due").path("act").asString()).isEqualTo("decide");
        assertThat(c.path("seq").asLong()).isEqualTo(1);
    }

    @Test
    void theObjectsOfACaseCarryTheTitlesOfTheirFields() {
        JsonNode party = bureau.as(port, bureau.head).post("/api/cases", bureau.filing(TODAY)).json().path("objects").get(0);
        assertThat(party.path("fields").findValuesAsString("title")).contains("当事人类型", "姓名或者名称", "住址或者住所");
        assertThat(party.path("fields").get(0).path("schema").path("x-titles").get(1).asString()).isEqualTo("法人");
    }

    @Test
    void aLeadIsToldApartByItsWordsUntilItIsFiledAndFiledOnItsOwnDay() {
        Desk officer = new Desk(port, bureau.officer);
        String id = officer.open(Map.of("procedure", "penalty-ordinary", "act", Bureau.act("register-lead", TODAY.minusDays(3), List.of(),
                Map.of("source", "inspection", "summary", "巡查发现过期糕点"))));
        assertThat(officer.one(id).path("violation").asString()).isEqualTo("巡查发现过期糕点");
        assertThat(officer.one(id).path("numberedOn").isNull()).isTrue();
        JsonNode filed = new Desk(port, bureau.head).done(id, bureau.filingAct(TODAY, "甲公司")).path("case");
        assertThat(filed.path("violation").asString()).isEqualTo("未按规定建立进货查验记录");
        assertThat(filed.path("numberedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(filed.path("filedOn").asString()).isEqualTo(TODAY.minusDays(3).toString());
    }

    @Test
    void dutiesWithoutADateCountAmongThoseToDo() {
        Desk head = new Desk(port, bureau.head);
        String id = head.open(bureau.filing(TODAY));
        int before = head.get("/api/overview").path("duties").path("open").path("value").asInt();
        new Desk(port, bureau.officer).done(id, Desk.act("order-correction", TODAY, Map.of("content", "立即改正", "days", 15), "party-1"));
        JsonNode officer = new Desk(port, bureau.officer).get("/api/todo").path("items");
        int open = new Desk(port, bureau.officer).get("/api/overview").path("duties").path("open").path("value").asInt();
        assertThat(officer.findValuesAsString("act")).contains("recheck-correction");
        assertThat(open).isEqualTo(officer.size());
        assertThat(head.get("/api/overview").path("duties").path("open").path("value").asInt()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void anOfficerMayNotFile() {
        Browser.Answer answer = bureau.as(port, bureau.officer).post("/api/cases", bureau.filing(TODAY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).contains("application/problem+json");
        assertThat(answer.json().path("findings").findValuesAsString("rule")).contains("file-case.by");
    }

    @Test
    void anActIsDoneOnceHoweverOftenItIsSent() {
        String id = filed();
        Browser officer = bureau.as(port, bureau.officer);
        Map<String, Object> act = bureau.inspection(TODAY, 1);
        Browser.Answer first = send(officer, id, act, "k1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Browser.Answer again = send(officer, id, act, "k1");
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().path("entry").path("seq").asLong()).isEqualTo(2);
        assertThat(again.json().path("case").path("seq").asLong()).isEqualTo(2);
        Browser.Answer other = send(officer, id, act, "k2");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("entries").get(0).path("act").asString()).isEqualTo("inspect");
    }

    @Test
    void aSecondActOnTheSameStateIsToldWhatChanged() {
        String id = filed();
        assertThat(send(bureau.as(port, bureau.officer), id, bureau.inspection(TODAY, 1), "a").status()).isEqualTo(201);
        Browser.Answer late = send(bureau.as(port, bureau.second), id, bureau.inspection(TODAY, 1), "b");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("seq").asLong()).isEqualTo(2);
    }

    private String filed() {
        Browser.Answer answer = bureau.as(port, bureau.head).post("/api/cases", bureau.filing(TODAY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Browser.Answer send(Browser browser, String id, Map<String, Object> act, String key) {
        return browser.send("POST", "/api/cases/" + id + "/acts",
                tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(act), "Idempotency-Key", key);
    }
}
