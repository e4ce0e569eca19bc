package org.mingfa.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import tools.jackson.databind.JsonNode;

/** The yearly evaluation (评估) of a list: item by item, opinion, decision, and the new version that carries it out. */
@ServerTest
@Import(TestCity.class)
class EvaluationTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort int port;
    @Autowired TestCity city;
    TestCity.Agency agency;
    ListDesk clerk;
    ListDesk reviewer;
    ListDesk head;

    @BeforeEach
    void anAgency() {
        agency = city.agency();
        clerk = new ListDesk(port, city.person(agency, "officer"));
        reviewer = new ListDesk(port, city.person(agency, "legal-reviewer"));
        head = new ListDesk(port, city.person(agency, "agency-head"));
    }

    private String published(String kind, LocalDate on, List<Map<String, String>> rows) {
        String id = clerk.begin(kind);
        rows.forEach(r -> clerk.put(id, 1, r));
        clerk.step(id, 1, "submit", Map.of());
        reviewer.step(id, 1, "review", Map.of("opinion", "同意公布"));
        head.step(id, 1, "publish", Map.of("publishedOn", on.toString(), "document", "试〔2025〕1号"));
        return id;
    }

    private static Map<String, String> fee(String number) {
        return Map.of("number", number, "title", "第" + number + "项", "body", "本局", "basis", "优化营商环境条例 第二十五条", "standard", "每件十元", "object", "申请人");
    }

    private static Map<String, String> power(String code, LocalDate since) {
        return Map.of("code", code, "title", "职权" + code, "actType", "行政处罚", "from", "市监局", "to", "某镇", "since", since.toString());
    }

    private static JsonNode post(ListDesk who, String path, Map<String, Object> body, int status) {
        Browser.Answer answer = who.browser.post("/api/evaluations" + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static JsonNode get(ListDesk who, String path) {
        return ListDesk.done(who.browser.get("/api/evaluations" + path), 200);
    }

    private static String begun(ListDesk who, String subject, String id) {
        return post(who, "", Map.of("subject", subject, "id", Long.valueOf(id)), 201).at("/evaluation/id").asString();
    }

    private static JsonNode item(ListDesk who, String evaluation, String key) {
        return get(who, "/" + evaluation + "/item?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    private static int seq(ListDesk who, String evaluation, String key) {
        return item(who, evaluation, key).at("/view/item/seq").asInt();
    }

    private void decided(String e, String key, String outcome) {
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of(key), "outcome", outcome, "reason", "依据已经修改"), 200);
        post(reviewer, "/" + e + "/opinion", Map.of("key", key, "seq", seq(reviewer, e, key), "agrees", true, "opinion", "属实"), 200);
        post(head, "/" + e + "/decision", Map.of("key", key, "seq", seq(head, e, key), "agreed", true, "document", "试〔2026〕7号", "on", TODAY.toString()), 200);
    }

    private static boolean due(ListDesk who, String list) {
        return get(who, "/due?limit=200").path("items").valueStream().anyMatch(d -> d.path("id").asString().equals(list));
    }

    @Test
    void whatIsDueIsEvaluatedItemByItemAndOnlyANewVersionChangesTheList() {
        String list = published("fees", TODAY.minusMonths(13), List.of(fee("1"), fee("2"), fee("3")));
        assertThat(due(clerk, list)).isTrue();
        assertThat(clerk.rows(list, 1).at("/rows/0/evaluated").isNull()).as("never evaluated").isTrue();
        String e = begun(clerk, "list", list);
        post(clerk, "", Map.of("subject", "list", "id", Long.valueOf(list)), 409);
        assertThat(item(clerk, e, "2").at("/view/last").isNull()).isTrue();
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("1"), "outcome", "keep"), 200);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("2"), "outcome", "cancel"), 422);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("2", "9"), "outcome", "keep"), 404);
        decided(e, "2", "cancel");
        assertThat(clerk.rows(list, 1).path("total").asInt()).as("a decision alone changes nothing").isEqualTo(3);
        assertThat(item(clerk, e, "2").at("/view/effect").isNull()).isTrue();
        post(head, "/" + e + "/closing", Map.of("summary", "全部评估"), 409);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("3"), "outcome", "keep"), 200);
        assertThat(post(head, "/" + e + "/closing", Map.of("summary", "保留二项，取消一项"), 200).at("/evaluation/closedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(due(clerk, list)).as("evaluated today").isFalse();
        assertThat(ListDesk.done(clerk.browser.get("/api/lists/" + list), 200).at("/current/reviewDue").asString()).isEqualTo(TODAY.plusMonths(12).toString());

        assertThat(post(clerk, "/" + e + "/draft", Map.of(), 200).path("number").asInt()).isEqualTo(2);
        assertThat(clerk.rows(list, 2).path("rows").valueStream().map(r -> r.path("key").asString()).toList()).containsExactly("1", "3");
        assertThat(item(clerk, e, "2").at("/view/effect").isNull()).as("a draft carries nothing out").isTrue();
        clerk.step(list, 2, "submit", Map.of());
        reviewer.step(list, 2, "review", Map.of("opinion", "同意"));
        head.step(list, 2, "publish", Map.of("from", TODAY.plusDays(5).toString()));
        assertThat(item(clerk, e, "2").at("/view/effect/from").asString()).isEqualTo(TODAY.plusDays(5).toString());
        assertThat(clerk.rows(list, 2).at("/rows/0/evaluated/outcome").asString()).isEqualTo("keep");
        post(clerk, "/" + e + "/draft", Map.of(), 409);
    }

    @Test
    void whoProposedGivesNoOpinionAndDecidesNothingAndADecisionNamesItsDocument() {
        TestCity.Person all = city.person(agency, "officer", "legal-reviewer", "agency-head");
        ListDesk everything = new ListDesk(port, all);
        String list = published("fees", TODAY.minusMonths(2), List.of(fee("1")));
        String e = begun(everything, "list", list);
        post(everything, "/" + e + "/conclusions", Map.of("keys", List.of("1"), "outcome", "suspend", "reason", "系统改造"), 200);
        post(everything, "/" + e + "/opinion", Map.of("key", "1", "seq", 1, "agrees", true, "opinion", "同意"), 403);
        post(head, "/" + e + "/decision", Map.of("key", "1", "seq", 1, "agreed", true, "document", "试1号", "on", TODAY.toString()), 409);
        post(clerk, "/" + e + "/opinion", Map.of("key", "1", "seq", 1, "agrees", true, "opinion", "同意"), 403);
        ListDesk both = new ListDesk(port, city.person(agency, "legal-reviewer", "agency-head"));
        post(both, "/" + e + "/opinion", Map.of("key", "1", "seq", 1, "agrees", false, "opinion", "依据仍然有效"), 200);
        post(reviewer, "/" + e + "/opinion", Map.of("key", "1", "seq", 1, "agrees", false, "opinion", "依据仍然有效"), 409);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("1"), "outcome", "keep"), 409);
        post(everything, "/" + e + "/decision", Map.of("key", "1", "seq", 2, "agreed", true, "document", "试1号", "on", TODAY.toString()), 403);
        post(both, "/" + e + "/decision", Map.of("key", "1", "seq", 2, "agreed", true, "document", "试1号", "on", TODAY.toString()), 403);
        assertThat(item(both, e, "1").path("may")).as("whoever opined does not decide").isEmpty();
        for (Map<String, Object> bad : List.<Map<String, Object>>of(Map.of("key", "1", "seq", 2, "agreed", true, "on", TODAY.toString()),
                Map.of("key", "1", "seq", 2, "agreed", true, "document", "试1号"), Map.of("key", "1", "seq", 2, "agreed", true, "document", "试1号", "on", TODAY.plusDays(1).toString()),
                Map.of("key", "1", "seq", 2, "agreed", true, "document", "试1号", "on", TODAY.minusDays(1).toString()), Map.of("key", "1", "seq", 2, "agreed", false))) {
            post(head, "/" + e + "/decision", bad, 422);
        }
        post(head, "/" + e + "/decision", Map.of("key", "1", "seq", 2, "agreed", false, "note", "依据仍然有效，继续实施"), 200);
        post(clerk, "/" + e + "/draft", Map.of(), 409);
        JsonNode said = item(clerk, e, "1");
        assertThat(said.path("said").valueStream().map(s -> s.path("what").asString()).toList()).containsExactly("concluded", "opinion", "decision");
        assertThat(clerk.rows(list, 1).at("/rows/0/evaluated/agreed").asBoolean()).isFalse();
    }

    @Test
    void oneKeyIsNotNothing() {
        String e = begun(clerk, "list", published("fees", TODAY.minusMonths(2), List.of(fee("1"))));
        assertThat(clerk.browser.send("POST", "/api/evaluations/" + e + "/conclusions", "{\"keys\":[null],\"outcome\":\"keep\"}").status()).isEqualTo(422);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of(), "outcome", "keep"), 422);
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("1"), "outcome", "throw"), 422);
    }

    @Test
    void anotherBodySeesNothingOfItAndTheSupervisorSeesItAll() {
        String list = published("fees", TODAY.minusMonths(14), List.of(fee("1")));
        String e = begun(clerk, "list", list);
        ListDesk stranger = new ListDesk(port, city.person(city.agency(), "officer"));
        assertThat(stranger.browser.get("/api/evaluations/" + e).status()).isEqualTo(404);
        assertThat(stranger.browser.get("/api/evaluations/" + e + "/items").status()).isEqualTo(404);
        assertThat(due(stranger, list)).isFalse();
        post(stranger, "/" + e + "/conclusions", Map.of("keys", List.of("1"), "outcome", "keep"), 404);
        post(stranger, "", Map.of("subject", "list", "id", Long.valueOf(list)), 404);
        assertThat(ListDesk.done(stranger.browser.get("/api/lists/" + list), 200).path("evaluating").isNull()).isTrue();
        ListDesk supervisor = new ListDesk(port, city.person(agency, "supervisor"));
        assertThat(due(supervisor, list)).isTrue();
        assertThat(get(supervisor, "/" + e).at("/evaluation/open").asInt()).isEqualTo(1);
        assertThat(get(supervisor, "?limit=200").path("items").valueStream().anyMatch(x -> x.path("id").asString().equals(e))).isTrue();
        assertThat(clerk.browser.get("/api/evaluations/due?cursor=x").status()).isEqualTo(400);
        assertThat(clerk.browser.get("/api/evaluations/due?cursor=2026-02-30%7C1").status()).isIn(400, 422);
        assertThat(clerk.browser.get("/api/evaluations/due?subject=people").status()).isEqualTo(422);
    }

    @Test
    void anAssignedPowerIsEvaluatedAfterAYearAndTakenBack() {
        String list = published("delegation", TODAY.minusMonths(13), List.of(power("FQ-1", TODAY.minusMonths(14)), power("FQ-2", TODAY.minusMonths(3)), power("FQ-3", TODAY.minusMonths(20))));
        assertThat(clerk.rows(list, 1).at("/rows/0/evaluateBy").asString()).isEqualTo(TODAY.minusMonths(2).toString());
        String e = begun(clerk, "list", list);
        assertThat(get(clerk, "/" + e).at("/outcomes/cancel").asString()).isEqualTo("收回");
        post(clerk, "/" + e + "/conclusions", Map.of("keys", List.of("FQ-1", "FQ-2"), "outcome", "keep"), 200);
        decided(e, "FQ-3", "cancel");
        assertThat(clerk.rows(list, 1).at("/rows/0/evaluateBy").isNull()).as("evaluated").isTrue();
        post(clerk, "/" + e + "/draft", Map.of(), 200);
        JsonNode rows = clerk.rows(list, 2).path("rows");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.at("/0/cells/evaluatedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(rows.at("/1/cells/evaluatedOn").isMissingNode()).as("assigned three months ago: still to be evaluated after its year").isTrue();
    }
}
