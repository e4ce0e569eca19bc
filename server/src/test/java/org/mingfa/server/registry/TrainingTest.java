package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
class TrainingTest {

    private static final String HEADER = "姓名,单位,证件编号,培训名称,培训类别,学时,培训日期\n";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    RegisterDesk desk;
    String body;

    @BeforeEach
    void aRegionOfItsOwn() {
        desk = new RegisterDesk(port, city, jdbc);
        body = "云台县培训局" + RegisterDesk.number();
        jdbc.sql("update agency set name = ? where id = ?").params(body, desk.agency.id()).update();
    }

    private JsonNode bring(String csv) {
        Browser.Answer answer = RegisterDesk.upload(desk.security, "/api/registry/training/imports?dryRun=false", "学时.csv", (HEADER + csv).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String row(String name, String number, String kind, int hours, String day) {
        return String.join(",", name, body, number, "专题" + hours, kind, Integer.toString(hours), day) + "\n";
    }

    private List<String> behind() {
        return desk.supervisor.get("/api/registry/training/behind?on=2026-10-15").json().path("items").findValuesAsString("name");
    }

    @Test
    void whoHasSixtyHoursOfWhichThirtyOfEachKindHasDoneTheYear() {
        String a = RegisterDesk.number();
        String id = desk.enter("程学满", a);
        desk.enter("程偏科", RegisterDesk.number());
        desk.enter("程未学", RegisterDesk.number());
        assertThat(bring(row("程学满", a, "公共法律知识", 30, "2026-03-01") + row("程学满", "", "专业知识和技能", 30, "2026-04-01")
                + row("程偏科", "", "公共法律知识", 40, "2026-03-01") + row("程偏科", "", "专业知识和技能", 29, "2026-04-01")).at("/imported").asInt()).isEqualTo(4);
        assertThat(behind()).containsExactly("程偏科", "程未学");
        JsonNode hours = desk.page(id, "2026-10-15").path("hours");
        assertThat(hours.at("/open").asInt()).isEqualTo(30);
        assertThat(hours.at("/needed").asInt()).isEqualTo(60);
        assertThat(desk.page(id, "2025-10-15").at("/hours/open").asInt()).as("another year").isZero();
    }

    @Test
    void aSignInCountsOnceAndWhatIsImportedTwiceIsTold() {
        String id = desk.enter("段签到", RegisterDesk.number());
        String course = desk.supervisor.post("/api/registry/training/courses",
                Map.of("title", "行政处罚法", "kind", "public", "form", "classroom", "hours", 8, "heldOn", "2026-02-01")).json().at("/id").asString();
        Map<String, Object> people = Map.of("people", List.of(Long.valueOf(id)));
        assertThat(desk.supervisor.post("/api/registry/training/courses/" + course + "/attendance", people).json().at("/added").asInt()).isEqualTo(1);
        assertThat(desk.supervisor.post("/api/registry/training/courses/" + course + "/attendance", people).json().at("/added").asInt()).isZero();
        assertThat(desk.page(id, "2026-10-15").at("/hours/open").asInt()).isEqualTo(8);
        bring(row("段签到", "", "公共法律知识", 5, "2026-03-01"));
        JsonNode again = bring(row("段签到", "", "公共法律知识", 5, "2026-03-01") + row("段不在", "", "公共法律知识", 5, "2026-03-01") + row("段签到", "", "公共法律知识", 500, "2026-03-02")
                + row("段签到", "", "公共法律知识", 6, "2099-03-02"));
        assertThat(again.at("/imported").asInt()).isZero();
        assertThat(again.path("faults").findValuesAsString("what")).containsExactly("此人当日的这次培训已经登记，或者在本表中出现两次", "登记册中没有此人，或者证号、姓名、单位不相符",
                "不在 1 至 200 之间", "培训日期晚于今天");
    }

    @Test
    void newStaffAndTheRotationAreWatchedByTheirCourses() {
        desk.enter("卫早年", RegisterDesk.number());
        Map<String, Object> fresh = desk.officer("卫新来");
        fresh.put("from", "2026-06-01");
        String id = desk.security.post("/api/registry/people", fresh).json().at("/id").asString();
        JsonNode newcomer = desk.supervisor.get("/api/registry/training/new-staff?on=2026-10-15").json().path("items");
        assertThat(newcomer.findValuesAsString("name")).containsExactly("卫新来");
        assertThat(newcomer.at("/0/due").asString()).as("180 days").isEqualTo("2026-11-28");
        assertThat(newcomer.at("/0/late").asBoolean()).isFalse();
        assertThat(desk.supervisor.get("/api/registry/training/rotation?on=2026-10-15").json().path("items").findValuesAsString("name")).containsExactly("卫早年", "卫新来");
        TestCity.Agency other = city.agencyIn(desk.agency.region());
        for (String list : List.of("new-staff", "rotation")) {
            String at = "/api/registry/training/" + list + "?on=2026-10-15&agency=";
            assertThat(desk.supervisor.get(at + desk.agency.id()).json().path("items").findValuesAsString("name")).as(list).contains("卫新来");
            assertThat(desk.supervisor.get(at + other.id()).json().path("items").size()).as(list).isZero();
        }
        for (Map<String, Object> course : List.<Map<String, Object>>of(Map.of("purpose", "new-staff", "hours", 60), Map.of("purpose", "rotation", "hours", 8))) {
            Map<String, Object> c = new java.util.HashMap<>(Map.of("title", "岗前和轮训", "kind", "public", "form", "classroom", "heldOn", "2026-07-01"));
            c.putAll(course);
            String at = "/api/registry/training/courses/" + desk.supervisor.post("/api/registry/training/courses", c).json().at("/id").asString() + "/attendance";
            assertThat(desk.supervisor.post(at, Map.of("people", List.of(Long.valueOf(id)))).status()).isEqualTo(201);
        }
        assertThat(desk.supervisor.get("/api/registry/training/new-staff?on=2026-10-15").json().path("items").size()).isZero();
        assertThat(desk.supervisor.get("/api/registry/training/rotation?on=2026-10-15").json().path("items").findValuesAsString("name")).containsExactly("卫早年");
        assertThat(desk.supervisor.get("/api/registry/training/rotation?on=2029-07-02").json().path("items").size()).as("three years later").isEqualTo(2);
    }

    @Test
    void reviewersAreWatchedBodyByBody() {
        for (int i = 0; i < 21; i++) {
            desk.enter("崔执法" + i, RegisterDesk.number());
        }
        assertThat(mine().at("/reviewersNeeded").asInt()).as("5 % of 21, rounded up").isEqualTo(2);
        assertThat(mine().at("/reviewers").asInt()).isZero();
        Map<String, Object> reviewer = desk.officer("崔审核");
        reviewer.put("kind", "reviewer");
        desk.security.post("/api/registry/people", reviewer);
        assertThat(mine().at("/reviewers").asInt()).isEqualTo(1);
        assertThat(mine().at("/officers").asInt()).isEqualTo(21);
        assertThat(mine().at("/behind").asInt()).isEqualTo(21);
    }

    private JsonNode mine() {
        for (JsonNode b : desk.supervisor.get("/api/registry/training/bodies?on=2026-10-15").json()) {
            if (b.at("/agency").asString().equals(Long.toString(desk.agency.id()))) {
                return b;
            }
        }
        throw new AssertionError("not listed");
    }
}
