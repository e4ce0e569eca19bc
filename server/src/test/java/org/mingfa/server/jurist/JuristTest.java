package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
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
class JuristTest {

    private static final String PATH = "/api/procedures/penalty-ordinary/what-if";

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    Bureau bureau;
    Browser officer;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        officer = bureau.as(port, bureau.officer);
    }

    @Test
    void aPackIsReadAsADocumentByWhoeverHasSignedIn() {
        JsonNode text = officer.get("/api/procedures/penalty-ordinary/text?on=2026-03-01").json();
        assertThat(text.path("layers").toString()).contains("市场监管");
        assertThat(text.path("stages").get(0).path("title").asString()).isEqualTo("立案");
        assertThat(text.toString()).contains("「送达决定书」").contains("行政处罚法 第六十一条").contains("\"verified\":false");
        JsonNode list = officer.get("/api/law/packs").json();
        assertThat(list.size()).isGreaterThan(15);
        assertThat(list.toString()).contains("\"penalty-ordinary\"").contains("\"unverified\"");
        Browser auditor = bureau.as(port, city.person(bureau.agency, "audit-admin"));
        assertThat(auditor.get("/api/law/packs").status()).isEqualTo(200);
        assertThat(auditor.get("/api/procedures/penalty-ordinary/text").status()).isEqualTo(200);
        assertThat(officer.get("/api/procedures/no-such/text").status()).isEqualTo(404);
        assertThat(officer.get("/api/procedures/penalty-ordinary/text?on=1990-01-01").status()).isEqualTo(404);
        assertThat(new Browser(port).get("/api/procedures/penalty-ordinary/text").status()).isEqualTo(401);
    }

    @Test
    void actsAndDatesAloneGiveDutiesAndFindings() {
        long before = jdbc.sql("select count(*) from enforcement_case").query(Long.class).single();
        JsonNode out = answer(200, Map.of("on", "2026-04-20", "acts", List.of(act("decide", "2026-03-31"), act("file-case", "2026-03-02"),
                act("conclude", "2026-03-20"), act("issue-notice", "2026-03-20"), act("serve-notice", "2026-03-23"))));
        assertThat(out.path("acts").valueStream().map(a -> a.path("index").asInt()).toList()).containsExactly(1, 2, 3, 4, 0);
        assertThat(due(out, "serve-decision").path("due").asString()).isEqualTo("2026-04-10");
        assertThat(due(out, "serve-decision").path("overdue").asBoolean()).isTrue();
        assertThat(out.path("overdue").toString()).contains("送达决定书");
        assertThat(out.path("stage").asString()).isEqualTo("决定");
        assertThat(out.path("assumptions").toString()).contains("视为齐备").contains("不保存");
        assertThat(jdbc.sql("select count(*) from enforcement_case").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void aDecisionBeforeTheTimeForDefenceHasRunIsBarredAndTheDayAfterItIsNot() {
        for (Map.Entry<String, Boolean> day : Map.of("2026-03-30", false, "2026-03-31", true).entrySet()) {
            JsonNode out = answer(200, Map.of("acts", List.of(act("file-case", "2026-03-02"), act("conclude", "2026-03-20"),
                    act("issue-notice", "2026-03-20"), act("serve-notice", "2026-03-23"), act("decide", day.getKey()))));
            String early = out.path("acts").get(4).path("findings").toString();
            assertThat(early.contains("decide.needs.serve-notice")).as(early).isEqualTo(!day.getValue());
        }
    }

    @Test
    void contentsThatAreGivenAreExaminedAndTheirFaultsPointedAt() {
        Map<String, Object> filing = new java.util.HashMap<>(act("file-case", "2026-03-02"));
        filing.put("form", Map.of("parties", 7));
        JsonNode refused = answer(422, Map.of("acts", List.of(filing)));
        assertThat(pointers(refused)).contains("/acts/0/form/parties");
        filing.put("form", bureau.filingAct(Bureau.TODAY, "甲公司").get("form"));
        JsonNode out = answer(200, Map.of("acts", List.of(filing, act("issue-notice", "2026-03-05"))));
        assertThat(out.path("acts").get(0).path("filled").asBoolean()).isTrue();
        assertThat(out.path("acts").get(1).path("on").path("party").asString()).isEqualTo("party-1");
        assertThat(out.path("acts").get(1).path("open").asBoolean()).as("没有调查终结").isFalse();
    }

    @Test
    void badInputIsRefusedWithPointers() {
        assertThat(pointers(answer(422, Map.of()))).containsExactly("/acts");
        assertThat(pointers(answer(422, Map.of("acts", List.of(act("file-case", "yesterday"), act("decide", "1999-01-01"))))))
                .containsExactly("/acts/0/at", "/acts/1/at");
        assertThat(pointers(answer(422, Map.of("acts", List.of(act("file-case", "2026-03-02"), act("dance", "2026-03-03"))))))
                .containsExactly("/acts/1/code");
        assertThat(pointers(answer(422, Map.of("acts", List.of(act("decide", "2026-03-02")))))).containsExactly("/acts/0/code");
        List<Object> many = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            many.add(act("file-case", "2026-03-02"));
        }
        assertThat(pointers(answer(422, Map.of("acts", many)))).containsExactly("/acts");
        Map<String, Object> elsewhere = new java.util.HashMap<>(act("serve-notice", "2026-03-03"));
        elsewhere.put("on", Map.of("party", "party-9"));
        assertThat(pointers(answer(422, Map.of("acts", List.of(act("file-case", "2026-03-02"), elsewhere))))).containsExactly("/acts/1/on/party");
        assertThat(officer.post("/api/procedures/no-such/what-if", Map.of("acts", List.of(act("file-case", "2026-03-02")))).status()).isEqualTo(404);
        assertThat(officer.send("POST", PATH, "{\"acts\": [").status()).isEqualTo(400);
    }

    @Test
    void theFormOfAnActIsGivenWithoutACase() {
        assertThat(officer.get("/api/procedures/penalty-ordinary/forms/decide").json().path("properties").has("fine")).isTrue();
        assertThat(officer.get("/api/procedures/penalty-ordinary/forms/dance").status()).isEqualTo(404);
    }

    private JsonNode answer(int status, Map<String, Object> body) {
        Browser.Answer answer = officer.post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.type()).contains("application/problem+json");
        }
        return answer.json();
    }

    private static Map<String, Object> act(String code, String at) {
        return Map.of("code", code, "at", at);
    }

    private static JsonNode due(JsonNode out, String act) {
        return out.path("duties").valueStream().filter(d -> d.path("act").asString().equals(act)).findFirst().orElseThrow(() -> new AssertionError(out.path("duties").toString()));
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.path("errors").valueStream().map(e -> e.path("pointer").asString()).toList();
    }
}
