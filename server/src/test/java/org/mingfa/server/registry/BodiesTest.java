package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

@ServerTest
@Import(TestCity.class)
class BodiesTest {

    private static final String TODAY = Bureau.TODAY.toString();

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Facts facts;
    RegisterDesk desk;
    String unique;

    @BeforeEach
    void aRegionOfItsOwn() {
        desk = new RegisterDesk(port, city, jdbc);
        unique = RegisterDesk.number();
    }

    private Map<String, Object> body(String name) {
        return new LinkedHashMap<>(Map.of("region", desk.agency.region(), "field", "市场监管", "from", "2024-01-01", "name", name + unique, "shortName", "云某",
                "kind", "statutory", "tier", "county", "basis", "行政处罚法 第十七条"));
    }

    private String add(Map<String, Object> body) {
        Browser.Answer answer = desk.supervisor.post("/api/registry/bodies", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private Browser.Answer set(String id, Map<String, Object> body) {
        return desk.supervisor.send("PUT", "/api/registry/bodies/" + id, new tools.jackson.databind.json.JsonMapper().writeValueAsString(body));
    }

    private boolean stands(String id, String day) {
        return (boolean) facts.at(LocalDate.parse(day), Long.parseLong(id), "", List.of(), Map.of()).agency().get("standing");
    }

    @Test
    void anEntrustedBodyStandsOnlyWhileItsPublishedDelegationRuns() {
        String delegator = add(body("委托机关"));
        Map<String, Object> b = body("受托站");
        b.put("kind", "entrusted");
        assertThat(desk.supervisor.post("/api/registry/bodies", b).body()).contains("/delegation").contains("须写明委托机关");
        Map<String, Object> delegation = new LinkedHashMap<>(Map.of("delegator", delegator, "items", "占道经营的处罚", "from", "2024-06-01", "to", "2025-05-31"));
        b.put("delegation", delegation);
        String id = add(b);
        assertThat(stands(id, "2024-07-01")).as("not published").isFalse();
        delegation.put("publishedOn", "2024-06-10");
        b.put("from", "2024-06-01");
        assertThat(set(id, b).status()).isEqualTo(204);
        assertThat(stands(id, "2024-06-09")).isFalse();
        assertThat(stands(id, "2024-06-10")).isTrue();
        assertThat(stands(id, "2025-05-31")).isTrue();
        assertThat(stands(id, "2025-06-01")).isFalse();
        JsonNode page = desk.supervisor.get("/api/registry/bodies/" + id + "?on=2025-06-01").json();
        assertThat(page.at("/why").asString()).isEqualTo("委托已于 2025-05-31 期满");
        Map<String, Object> third = body("再受托站");
        third.put("kind", "entrusted");
        third.put("from", "2024-07-01");
        third.put("delegation", Map.of("delegator", id, "items", "某事项", "from", "2024-07-01", "to", "2025-01-01"));
        assertThat(desk.supervisor.post("/api/registry/bodies", third).body()).contains("不得再委托");
    }

    @Test
    void parentsMakeNoCircleAndCodesAreChecked() {
        String top = add(body("上级"));
        Map<String, Object> lower = body("下级");
        lower.put("parent", top);
        String low = add(lower);
        Map<String, Object> again = body("上级");
        again.put("parent", low);
        Browser.Answer circle = set(top, again);
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.body()).contains("上下级成环");
        again.put("parent", null);
        again.put("uscc", "911100001000013428");
        assertThat(set(top, again).body()).contains("校验位不对");
        again.put("uscc", "11230500001755309F");
        assertThat(set(top, again).status()).isEqualTo(204);
        lower.put("uscc", "11230500001755309F");
        assertThat(set(low, lower).body()).contains("重复");
        assertThat(desk.supervisor.get("/api/registry/bodies/" + top).json().at("/below/0/id").asString()).isEqualTo(low);
        assertThat(desk.supervisor.post("/api/registry/bodies", body("上级")).body()).as("one name, one body").contains("重复");
    }

    @Test
    void aRenamingGoesThroughOpinionsDecisionAndAnnouncementAndTheOldNameStillLeadsThere() {
        String id = add(body("旧名局"));
        String application = file("rename", id, List.of(), Map.of("name", "新名局" + unique, "shortName", "云新"));
        assertThat(step(application, "decision", true).body()).contains("尚缺同意的编办意见、人社部门意见、法制审核意见");
        assertThat(step(application, "establishment", false).status()).isEqualTo(200);
        assertThat(step(application, "personnel", true).status()).isEqualTo(200);
        assertThat(step(application, "legal", true).status()).isEqualTo(200);
        assertThat(step(application, "decision", true).body()).contains("尚缺同意的编办意见");
        step(application, "establishment", true);
        assertThat(step(application, "announcement", true).body()).contains("政府尚未决定同意");
        assertThat(step(application, "decision", true).status()).isEqualTo(200);
        Browser.Answer announced = step(application, "announcement", true);
        assertThat(announced.json().at("/effective").asBoolean()).isTrue();
        assertThat(step(application, "withdrawal", true).status()).isEqualTo(409);
        JsonNode named = desk.supervisor.get("/api/registry/bodies/named?name=" + java.net.URLEncoder.encode("旧名局" + unique, java.nio.charset.StandardCharsets.UTF_8)).json();
        assertThat(named.at("/0/nowName").asString()).isEqualTo("新名局" + unique);
        assertThat(desk.supervisor.get("/api/registry/bodies/" + id + "?on=2024-02-01").json().at("/name").asString()).isEqualTo("旧名局" + unique);
        JsonNode found = desk.supervisor.get("/api/registry/bodies?q=" + java.net.URLEncoder.encode("旧名局" + unique, java.nio.charset.StandardCharsets.UTF_8)).json();
        assertThat(found.at("/items/0/foundBy").asString()).isEqualTo("旧名局" + unique);
        assertThat(facts.at(LocalDate.parse("2024-02-01"), Long.parseLong(id), "", List.of(), Map.of()).agency()).containsEntry("name", "旧名局" + unique);
    }

    @Test
    void aSetupGivesStandingFromItsAnnouncementOn() {
        String application = file("setup", null, List.of(), Map.of("field", "城市管理", "name", "新设局" + unique, "shortName", "云设", "kind", "statutory", "tier", "county", "basis", "行政处罚法 第十八条"));
        List.of("establishment", "personnel", "legal", "decision").forEach(s -> assertThat(step(application, s, true).status()).isEqualTo(200));
        String id = step(application, "announcement", true).json().at("/agency").asString();
        assertThat(stands(id, TODAY)).isTrue();
        assertThat(stands(id, Bureau.TODAY.minusDays(1).toString())).isFalse();
    }

    @Test
    void aMergeOfABodyWithOpenCasesIsRefusedWithTheirNumberAndHowToMendIt() {
        Bureau bureau = new Bureau(city, jdbc, city.agencyIn(desk.agency.region()));
        new Desk(port, bureau.head).open(bureau.filing(Bureau.TODAY));
        String survivor = add(body("并入局"));
        Browser.Answer refused = apply("merge", survivor, List.of(bureau.agency.id()), Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/openCases").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/detail").asString()).contains("还有 1 件未办结的案件", "先办结", "移送");
        String empty = add(body("空局"));
        String application = file("merge", survivor, List.of(Long.valueOf(empty)), Map.of());
        List.of("establishment", "personnel", "legal", "decision", "announcement").forEach(s -> assertThat(step(application, s, true).status()).isEqualTo(200));
        assertThat(stands(empty, TODAY)).isFalse();
        assertThat(stands(survivor, TODAY)).isTrue();
        assertThat(desk.supervisor.get("/api/registry/bodies/" + empty).json().at("/why").asString()).contains("取消");
    }

    @Test
    void aYearlyConfirmationAsksEveryBodyWithStandingAndShowsItsProgress() {
        add(body("待确认局"));
        Browser.Answer opened = desk.supervisor.post("/api/registry/confirmations", Map.of("year", 2026, "dueOn", Bureau.TODAY.plusDays(30).toString()));
        String drive = opened.json().at("/id").asString();
        assertThat(progress()).containsEntry("bodies", 2).containsEntry("answered", 0);
        Browser clerk = Browser.of(port, city.person(desk.agency, "registrar"));
        assertThat(clerk.post("/api/registry/confirmations/" + drive + "/answers", Map.of("correct", false)).status()).as("what is wrong must be said").isEqualTo(422);
        assertThat(clerk.post("/api/registry/confirmations/" + drive + "/answers", Map.of("correct", false, "note", "简称已变")).status()).isEqualTo(204);
        assertThat(progress()).containsEntry("answered", 1).containsEntry("wrong", 1);
        JsonNode answers = desk.supervisor.get("/api/registry/confirmations/" + drive).json();
        assertThat(answers.at("/0/correct").isNull()).as("those that owe an answer come first").isTrue();
        assertThat(desk.supervisor.post("/api/registry/confirmations", Map.of("year", 2026, "dueOn", "2099-01-01")).status()).isEqualTo(409);
    }

    private Map<String, Object> progress() {
        JsonNode d = desk.supervisor.get("/api/registry/confirmations").json().get(0);
        return Map.of("bodies", d.at("/bodies").asInt(), "answered", d.at("/answered").asInt(), "wrong", d.at("/wrong").asInt());
    }

    private String file(String kind, String agency, List<Long> absorbed, Map<String, Object> content) {
        Browser.Answer answer = apply(kind, agency, absorbed, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private Browser.Answer apply(String kind, String agency, List<Long> absorbed, Map<String, Object> content) {
        Map<String, Object> a = new LinkedHashMap<>(Map.of("region", desk.agency.region(), "kind", kind, "absorbed", absorbed, "content", content, "reason", "机构改革"));
        a.put("agency", agency);
        return desk.supervisor.post("/api/registry/body-applications", a);
    }

    private Browser.Answer step(String application, String step, boolean agrees) {
        return desk.supervisor.post("/api/registry/body-applications/" + application + "/steps",
                Map.of("step", step, "agrees", agrees, "on", TODAY, "document", "云政函〔2026〕1号", "opinion", agrees ? "同意" : "编制未核定"));
    }
}
