package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.cases.Bureau.TODAY;

import java.util.ArrayList;
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
import tools.jackson.databind.json.JsonMapper;

/** A head who has read a pile of closings approves them in one go (成批办理); what needs a thought of its own is left out. */
@ServerTest
@Import(TestCity.class)
class TogetherTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Desk officer;
    private Desk head;

    @BeforeEach
    void anOffice() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        head = new Desk(port, bureau.head);
    }

    private String declined(String company) {
        String id = officer.open(Map.of("procedure", "inspection", "act", Bureau.act("receive-lead", TODAY, List.of(), new LinkedHashMap<>(Map.of(
                "source", "monitoring", "receivedOn", TODAY.toString(), "violation", "疑似未公示",
                "parties", List.of(Map.of("kind", "legal-org", "name", company, "address", "云岭市云台路1号")))))));
        head.done(id, Bureau.act("decline-inspection", TODAY, List.of(), new LinkedHashMap<>(Map.of("ground", "other", "reasons", "数据有误"))));
        return id;
    }

    private static Map<String, Object> closing() {
        return Bureau.act("close-inspection", TODAY, List.of(), new LinkedHashMap<>(Map.of("summary", "经核实不需要检查")));
    }

    private String sent(String id, Map<String, Object> act) {
        Browser.Answer answer = post(officer, "/api/submissions", Map.of("case", id, "act", act));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/row/id").asString();
    }

    private static Browser.Answer post(Desk desk, String path, Map<String, Object> body, String... key) {
        String text = JsonMapper.shared().writeValueAsString(body);
        return key.length == 0 ? desk.browser.send("POST", path, text) : desk.browser.send("POST", path, text, "Idempotency-Key", key[0]);
    }

    private void opened(String of) {
        assertThat(post(head, "/api/submissions/" + of + "/open", Map.of()).status()).isEqualTo(200);
    }

    private static Browser.Answer decide(Desk desk, List<String> ids, String... key) {
        return post(desk, "/api/submissions/decide", Map.of("submissions", ids.stream().map(i -> Map.of("id", i, "version", 1)).toList()), key);
    }

    @Test
    void whatWasReadIsDoneEachInItsOwnCaseAndSentAgainItIsTheSame() {
        List<String> cases = List.of(declined("甲公司"), declined("乙公司"));
        List<String> drafts = new ArrayList<>();
        cases.forEach(c -> drafts.add(sent(c, closing())));
        assertThat(head.get("/api/submissions/waiting").at("/items/0/together").isNull()).as("not yet read").isTrue();
        drafts.forEach(this::opened);
        JsonNode ground = head.get("/api/submissions/waiting").at("/items/1/together");
        assertThat(ground.path("title").asString()).isNotBlank();
        assertThat(ground.path("cite").asString()).contains("国办发");
        for (int i = 0; i < 2; i++) {
            JsonNode answer = decide(head, drafts, "pile").json();
            for (int c = 0; c < 2; c++) {
                assertThat(answer.path(c).path("why").isNull()).as(answer.toString()).isTrue();
                JsonNode entry = head.get("/api/cases/" + cases.get(c) + "/entries").at("/items/0");
                assertThat(entry.path("seq").asLong()).isEqualTo(answer.path(c).path("entry").asLong());
                assertThat(entry.at("/drafter/id").asString()).isEqualTo(Long.toString(bureau.officer.id()));
                assertThat(head.one(cases.get(c)).path("ended").asBoolean()).isTrue();
            }
        }
        assertThat(head.get("/api/submissions/waiting").path("items").isEmpty()).isTrue();
    }

    @Test
    void whatWasNotReadOrHasMovedOnIsLeftToBeDecidedAlone() {
        String moved = declined("丙公司");
        String unread = declined("丁公司");
        String clean = declined("戊公司");
        List<String> drafts = List.of(sent(moved, closing()), sent(unread, closing()), sent(clean, closing()));
        opened(drafts.get(0));
        opened(drafts.get(2));
        officer.done(moved, Bureau.act("tell-complainant", TODAY, List.of(), new LinkedHashMap<>(Map.of("content", "已告知"))));
        assertThat(head.get("/api/submissions/waiting").path("items").findValues("together")).as("offered").filteredOn(JsonNode::isObject).hasSize(1);
        JsonNode answer = decide(head, drafts).json();
        assertThat(answer.path(0).path("why").asString()).contains("又有记录");
        assertThat(answer.path(1).path("why").asString()).contains("没有打开");
        assertThat(answer.path(2).path("entry").asLong()).isPositive();
        assertThat(head.one(moved).path("ended").asBoolean()).isFalse();
        assertThat(head.get("/api/submissions/waiting").path("items").size()).isEqualTo(2);
    }

    @Test
    void whatTheLawPackDoesNotLeaveToAPileIsDecidedAlone() {
        String id = head.open(bureau.filing(TODAY));
        String of = sent(id, Bureau.act("approve-preservation", TODAY, List.of(), new LinkedHashMap<>(Map.of("items", "饼干十箱", "reason", "货物可能转移"))));
        opened(of);
        assertThat(head.get("/api/submissions/waiting").at("/items/0/together").isNull()).isTrue();
        JsonNode answer = decide(head, List.of(of)).json();
        assertThat(answer.path(0).path("why").asString()).contains("不允许成批办理");
        assertThat(officer.seq(id)).isEqualTo(1);
    }

    @Test
    void aBadPileIsRefusedWholeWithWhere() {
        String of = sent(declined("己公司"), closing());
        opened(of);
        assertThat(Desk.pointers(decide(head, List.of()))).containsExactly("/submissions");
        assertThat(Desk.pointers(post(head, "/api/submissions/decide", Map.of()))).containsExactly("/submissions");
        assertThat(Desk.pointers(decide(head, List.of(of, of)))).containsExactly("/submissions/1/id");
        assertThat(Desk.pointers(post(head, "/api/submissions/decide", Map.of("submissions", List.of(Map.of("id", of)))))).containsExactly("/submissions/0/version");
        assertThat(decide(officer, List.of(of)).status()).as("who sent it does not decide it").isEqualTo(404);
        String other = sent(head.open(bureau.filing(TODAY)), Bureau.act("approve-preservation", TODAY, List.of(), new LinkedHashMap<>(Map.of("items", "饼干", "reason", "转移"))));
        assertThat(Desk.pointers(decide(head, List.of(of, other)))).containsExactly("/submissions/1/id");
        assertThat(post(head, "/api/submissions/decide", Map.of("submissions", List.of(Map.of("id", of, "version", 7)))).json().at("/0/why").asString())
                .contains("第 1 稿");
        assertThat(head.get("/api/submissions/waiting").path("items").size()).as("nothing was done").isEqualTo(2);
    }
}
