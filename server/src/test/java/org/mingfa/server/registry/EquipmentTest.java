package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

/** Who has which piece, from when to when; what is missing; what somebody who left did not return. */
@ServerTest
@Import(TestCity.class)
class EquipmentTest {

    private static final String AT = "/api/registry/equipment";

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private RegisterDesk desk;
    private Browser keeper;
    private String body;

    @BeforeEach
    void aBody() {
        desk = new RegisterDesk(port, city, jdbc);
        body = "云台县装备局" + RegisterDesk.number();
        jdbc.sql("update agency set name = ? where id = ?").params(body, desk.agency.id()).update();
        keeper = Browser.of(port, city.person(desk.agency, "registrar"));
    }

    private String camera(String number) {
        Browser.Answer a = keeper.post(AT, Map.of("kind", "body-camera", "number", number, "acquiredOn", "2025-01-10"));
        assertThat(a.status()).as(a.body()).isEqualTo(201);
        return a.json().at("/id").asString();
    }

    private int step(Browser who, String id, String what, String on, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("what", what);
        body.put("on", on);
        return who.post(AT + "/" + id + "/steps", body).status();
    }

    private JsonNode piece(String id) {
        return keeper.get(AT + "/" + id).json();
    }

    @Test
    void whoIsHereOnlyToSitAnExamSeesNothingOfTheBody() {
        String who = desk.enter("段同事", RegisterDesk.number());
        Browser candidate = Browser.of(port, city.person(desk.agency, "candidate"));
        for (String path : List.of("equipment", "leads", "postings", "counsel", "appraisals/progress?year=2026", "people/" + who + "/service")) {
            assertThat(candidate.get("/api/registry/" + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aPieceGoesThroughItsStepsInOrderAndADoubleSubmitIsRefused() {
        String who = desk.enter("段领用", RegisterDesk.number());
        String id = camera("J-1");
        assertThat(keeper.post(AT, Map.of("kind", "body-camera", "number", "J-1", "acquiredOn", "2025-01-10")).status()).as("the same number again").isEqualTo(422);
        Map<String, Object> to = Map.of("person", Long.valueOf(who));
        assertThat(step(keeper, id, "assign", "2025-01-09", to)).as("before it was bought").isEqualTo(422);
        assertThat(step(keeper, id, "assign", "2025-02-01", to)).isEqualTo(204);
        assertThat(step(keeper, id, "assign", "2025-02-01", to)).as("twice").isEqualTo(409);
        assertThat(piece(id).at("/piece/holderName").asString()).isEqualTo("段领用");
        assertThat(step(keeper, id, "take-out", "2025-03-01", Map.of("person", Long.valueOf(who), "caseNumber", "云市监罚立〔2025〕1号", "time", "09:30"))).isEqualTo(204);
        assertThat(step(keeper, id, "return", "2025-03-02", Map.of())).as("while it is out").isEqualTo(409);
        assertThat(step(keeper, id, "bring-back", "2025-02-28", Map.of())).as("before it went out").isEqualTo(422);
        assertThat(step(keeper, id, "bring-back", "2025-03-01", Map.of("time", "17:00"))).isEqualTo(204);
        assertThat(step(keeper, id, "fault", "2025-03-02", Map.of())).as("without saying what").isEqualTo(422);
        assertThat(step(keeper, id, "fault", "2025-03-02", Map.of("note", "无法开机"))).isEqualTo(204);
        assertThat(step(keeper, id, "take-out", "2025-03-03", to)).isEqualTo(409);
        assertThat(step(keeper, id, "repair", "2025-03-04", Map.of())).isEqualTo(204);
        assertThat(step(keeper, id, "return", "2025-03-05", Map.of())).isEqualTo(204);
        assertThat(step(keeper, id, "retire", "2025-03-06", Map.of())).isEqualTo(204);
        assertThat(step(keeper, id, "assign", "2025-03-07", to)).as("retired").isEqualTo(409);
        assertThat(piece(id).path("steps").findValuesAsString("what")).containsExactly("retire", "return", "repair", "fault", "bring-back", "take-out", "assign");
        assertThat(piece(id).at("/steps/5/caseNumber").asString()).isEqualTo("云市监罚立〔2025〕1号");
        assertThat(keeper.get(AT).json().path("items").isEmpty()).as("what is retired is not there to be used").isTrue();
    }

    @Test
    void whoLeavesWithEquipmentShowsInTheListAndOnTheirPage() {
        String who = desk.enter("段未还", RegisterDesk.number());
        String id = camera("J-2");
        step(keeper, id, "assign", "2025-02-01", Map.of("person", Long.valueOf(who)));
        assertThat(keeper.get(AT + "?state=left-behind").json().path("items").isEmpty()).isTrue();
        desk.security.post("/api/registry/people/" + who + "/leaving", Map.of("from", "2026-01-01", "reason", "退休"));
        assertThat(keeper.get(AT + "?state=left-behind").json().path("items").findValuesAsString("number")).containsExactly("J-2");
        JsonNode held = desk.supervisor.get("/api/registry/people/" + who + "/service").json().path("equipment");
        assertThat(held.at("/0/leftBehind").asBoolean()).isTrue();
        assertThat(step(keeper, id, "return", "2026-01-02", Map.of())).isEqualTo(204);
        assertThat(keeper.get(AT + "?state=left-behind").json().path("items").isEmpty()).isTrue();
        assertThat(step(keeper, id, "assign", "2026-01-03", Map.of("person", Long.valueOf(who)))).as("to somebody who has left").isEqualTo(422);
    }

    @Test
    void anOfficerEntersTheirOwnUseOnlyAndAnotherBodySeesNothing() {
        TestCity.Person officer = city.person(desk.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, kind, recorded_by) values (?, date '2024-01-01', ?, true, 'officer', 0)")
                .params(officer.id(), desk.agency.id()).update();
        Browser field = Browser.of(port, officer);
        String other = desk.enter("段他人", RegisterDesk.number());
        String id = camera("J-3");
        assertThat(step(field, id, "assign", "2025-02-01", Map.of("person", officer.id()))).isEqualTo(403);
        assertThat(step(field, id, "take-out", "2025-02-01", Map.of("person", Long.valueOf(other)))).isEqualTo(204);
        assertThat(piece(id).at("/piece/out").asString()).as("whoever enters it has it out").isEqualTo(Long.toString(officer.id()));
        assertThat(step(keeper, id, "bring-back", "2025-02-02", Map.of())).isEqualTo(204);
        step(keeper, id, "assign", "2025-02-03", Map.of("person", Long.valueOf(other)));
        assertThat(step(field, id, "take-out", "2025-02-04", Map.of())).as("another's").isEqualTo(409);
        assertThat(step(field, id, "fault", "2025-02-04", Map.of("note", "摔坏"))).as("another's").isEqualTo(403);
        Browser neighbour = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "registrar"));
        assertThat(neighbour.get(AT + "/" + id).status()).isEqualTo(404);
        assertThat(neighbour.get(AT + "?agency=" + desk.agency.id()).json().path("items").isEmpty()).isTrue();
        assertThat(step(neighbour, id, "return", "2025-02-05", Map.of())).isEqualTo(404);
        assertThat(neighbour.get("/api/registry/people/" + other + "/service").status()).isEqualTo(404);
        assertThat(desk.supervisor.get(AT).json().path("items").findValuesAsString("number")).containsExactly("J-3");
    }

    @Test
    void theStandardAsksByOfficersAndTheNearestRegionsCounts() {
        for (int i = 0; i < 4; i++) {
            desk.enter("段执法" + i, RegisterDesk.number());
        }
        camera("J-4");
        assertThat(line().at("/asked").asInt()).as("one for each three officers, rounded up").isEqualTo(2);
        assertThat(line().at("/missing").asInt()).isEqualTo(1);
        assertThat(line().at("/verified").asBoolean()).isFalse();
        Map<String, Object> wanted = Map.of("kind", "body-camera", "from", "2025-01-01", "quantity", 3, "perOfficers", 2, "cite", "本县规定", "verified", true);
        assertThat(desk.supervisor.post(AT + "/standards", wanted).status()).isEqualTo(201);
        assertThat(desk.supervisor.post(AT + "/standards", wanted).status()).as("the same day again").isEqualTo(422);
        assertThat(line().at("/asked").asInt()).isEqualTo(6);
        assertThat(line().at("/cite").asString()).isEqualTo("本县规定");
        assertThat(keeper.post(AT + "/standards", wanted).status()).isEqualTo(403);
        assertThat(keeper.get(AT + "/standards").json().findValuesAsString("cite")).contains("本县规定");
    }

    private JsonNode line() {
        return keeper.get(AT + "/bodies").json().path("lines").valueStream().filter(l -> l.path("kind").asString().equals("body-camera")).findFirst().orElseThrow();
    }

    @Test
    void aTableIsTakenInWholeOrNotAtAllAndComesOutTheSame() {
        desk.enter("段入册", RegisterDesk.number());
        String header = "单位,装备类别,编号,规格型号,购置日期,领用人,领用机构,领用日期,状态,备注\n";
        String good = body + ",执法记录仪,A-1,1080P,2025-01-10,段入册,,2025-02-01,,\n" + body + ",执法车辆,云A-0001,,2024-01-10,,执法一科,2024-02-01,故障,\n" + body + ",无人机,W-1,,2024-01-10,,,,报废,\n";
        String wrong = body + ",执法记录仪,A-1,,2025-01-10,段无人,,2025-02-01,,\n" + body + ",执法记录仪,A-2,,2025-01-10,段入册,,,,\n" + body + ",执法记录仪,A-3,,2099-01-10,,,,,\n"
                + "无此局,执法记录仪,A-4,,2025-01-10,,,,,\n" + body + ",执法记录仪,A-5,,2025-01-10,段入册,,2023-12-31,,\n";
        JsonNode refused = send(header + good + wrong);
        assertThat(refused.at("/imported").asInt()).isZero();
        assertThat(refused.path("faults").findValuesAsString("what")).containsExactly("本单位这类装备已有这个编号，或者在本表中出现两次", "登记册中没有此人，或者证号、姓名、单位不相符",
                "没有填写", "晚于今天", "登记册中没有这个单位，或者不在本地区", "此人在领用之日不在本单位", "早于购置日期，或者晚于今天");
        assertThat(keeper.get(AT).json().path("items").isEmpty()).isTrue();
        assertThat(send(header + good).at("/imported").asInt()).isEqualTo(3);
        assertThat(send(header + good).at("/imported").asInt()).as("twice").isZero();
        List<String> states = keeper.get(AT).json().path("items").findValuesAsString("state");
        assertThat(states).containsExactly("held", "held");
        assertThat(keeper.get(AT + "?state=faulty").json().path("items").findValuesAsString("number")).containsExactly("云A-0001");
        assertThat(keeper.get(AT + "/export").status()).isEqualTo(200);
        assertThat(keeper.get(AT + "/template").status()).isEqualTo(200);
    }

    private JsonNode send(String csv) {
        Browser.Answer a = RegisterDesk.upload(keeper, AT + "/imports?dryRun=false", "装备.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(a.status()).as(a.body()).isEqualTo(200);
        return a.json();
    }
}
