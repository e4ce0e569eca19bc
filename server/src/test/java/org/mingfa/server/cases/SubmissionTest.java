package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.cases.Bureau.TODAY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer drafts what the head must decide and sends it; it is handed back, taken back, sent again, done (送审、退回、撤回). */
@ServerTest
@Import(TestCity.class)
class SubmissionTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    private Bureau bureau;
    private Desk officer;
    private Desk second;
    private Desk head;
    private Desk deputy;
    private String id;

    @BeforeEach
    void aCase() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        second = new Desk(port, bureau.second);
        head = new Desk(port, bureau.head);
        deputy = new Desk(port, city.person(bureau.agency, "agency-head"));
        id = head.open(bureau.filing(TODAY));
    }

    private static Map<String, Object> approval(String items) {
        return Desk.act("approve-preservation", TODAY, new LinkedHashMap<>(Map.of("items", items, "reason", "货物可能转移")));
    }

    private Browser.Answer send(Desk desk, Map<String, Object> act, String... key) {
        return post(desk, "/api/submissions", Map.of("case", id, "act", act, "word", "请审批"), key);
    }

    private static Browser.Answer post(Desk desk, String path, Map<String, Object> body, String... key) {
        String text = JsonMapper.shared().writeValueAsString(body);
        return key.length == 0 ? desk.browser.send("POST", path, text) : desk.browser.send("POST", path, text, "Idempotency-Key", key[0]);
    }

    private String sent(String items) {
        Browser.Answer answer = send(officer, approval(items));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/row/id").asString();
    }

    private Browser.Answer giveBack(Desk desk, String of, int version, String... key) {
        return post(desk, "/api/submissions/" + of + "/return", Map.of("version", version, "reason", "数量不清",
                "places", List.of(Map.of("pointer", "/form/items", "word", "写明数量和批号"))), key);
    }

    private Browser.Answer withdraw(Desk desk, String of, int version) {
        return post(desk, "/api/submissions/" + of + "/withdraw", Map.of("version", version));
    }

    private static List<String> waiting(Desk desk) {
        return ids(desk.get("/api/submissions/waiting"));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(r -> r.path("id").asString()).toList();
    }

    private JsonNode one(Desk desk, String of) {
        return desk.get("/api/submissions/" + of);
    }

    private Map<String, Object> doing(String of, int version, String items) {
        Map<String, Object> act = approval(items);
        act.put("submission", Map.of("id", of, "version", version));
        return act;
    }

    @Test
    void whatIsSentWaitsForTheHeadAndIsDoneByTheHeadWithTheDraftersName() {
        JsonNode before = officer.one(id);
        assertThat(officer.get("/api/cases/" + id + "/receivers?act=approve-preservation").toString()).contains("机关负责人", Long.toString(bureau.head.id()));
        String of = sent("饼干十箱");
        assertThat(officer.one(id)).as("nothing of it is in the case").isEqualTo(before);
        assertThat(waiting(head)).containsExactly(of);
        assertThat(ids(officer.get("/api/submissions/sent"))).containsExactly(of);
        assertThat(waiting(officer)).isEmpty();
        JsonNode done = head.done(id, doing(of, 1, "饼干十箱（批号 A1）"));
        assertThat(done.at("/entry/drafter/id").asString()).isEqualTo(Long.toString(bureau.officer.id()));
        assertThat(done.at("/entry/actor/id").asString()).isEqualTo(Long.toString(bureau.head.id()));
        assertThat(head.get("/api/cases/" + id + "/entries").at("/items/0/drafter/id").asString()).as("as the record holds it").isEqualTo(Long.toString(bureau.officer.id()));
        JsonNode now = one(officer, of);
        assertThat(now.at("/row/state").asString()).isEqualTo("done");
        assertThat(now.at("/row/entry").asLong()).isEqualTo(done.at("/entry/seq").asLong());
        assertThat(waiting(head)).isEmpty();
        assertThat(head.act(id, doing(of, 1, "饼干十箱")).status()).as("done once").isEqualTo(409);
    }

    @Test
    void handedBackWithMarksAndSentAgainItKeepsBothVersionsAndTheirDifference() {
        String of = sent("饼干");
        Browser.Answer back = giveBack(head, of, 1);
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        JsonNode mine = one(officer, of);
        assertThat(mine.at("/row/state").asString()).isEqualTo("returned");
        assertThat(mine.at("/row/returns").asInt()).isEqualTo(1);
        assertThat(mine.at("/versions/0/returned/places/0/title").asString()).isEqualTo("拟保存的物品");
        assertThat(mine.at("/versions/0/returned/reason").asString()).isEqualTo("数量不清");
        Browser.Answer again = post(officer, "/api/submissions/" + of + "/versions", Map.of("version", 1, "act", approval("饼干十箱")));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        JsonNode opened = post(head, "/api/submissions/" + of + "/open", Map.of()).json();
        assertThat(opened.path("versions").size()).isEqualTo(2);
        assertThat(opened.at("/versions/0/changes").size()).isEqualTo(1);
        assertThat(opened.at("/versions/0/changes/0/before").asString()).isEqualTo("饼干");
        assertThat(opened.at("/versions/0/changes/0/after").asString()).isEqualTo("饼干十箱");
        assertThat(giveBack(head, of, 1).status()).as("a version that waits no more").isEqualTo(409);
        assertThat(head.act(id, doing(of, 1, "饼干")).status()).as("the version that was handed back").isEqualTo(409);
        assertThat(officer.seq(id)).isEqualTo(1);
    }

    @Test
    void takenBackOnlyBeforeItWasOpenedAndItsContentShowsOnlyThen() {
        String of = sent("饼干");
        assertThat(one(head, of).path("withheld").asBoolean()).isTrue();
        assertThat(one(head, of).toString()).doesNotContain("饼干");
        assertThat(withdraw(officer, of, 1).json().at("/row/state").asString()).isEqualTo("withdrawn");
        assertThat(withdraw(officer, of, 1).status()).as("once more is harmless").isEqualTo(200);
        assertThat(waiting(head)).isEmpty();
        assertThat(post(officer, "/api/submissions/" + of + "/versions", Map.of("version", 1, "act", approval("饼干十箱"))).status()).isEqualTo(200);
        post(head, "/api/submissions/" + of + "/open", Map.of());
        Browser.Answer late = withdraw(officer, of, 2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("已经打开");
        JsonNode seen = one(deputy, of);
        assertThat(seen.at("/row/openedBy/id").asString()).as("another holder sees who has it open").isEqualTo(Long.toString(bureau.head.id()));
        assertThat(seen.at("/row/openedAt").isNull()).isFalse();
    }

    @Test
    void withdrawnAndHandedBackAtOnceItIsOneOfBoth() throws Exception {
        for (int i = 0; i < 3; i++) {
            String of = sent("饼干" + i);
            List<Callable<Integer>> both = List.of(() -> withdraw(officer, of, 1).status(), () -> giveBack(head, of, 1).status());
            List<Integer> answers = new ArrayList<>();
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (var f : pool.invokeAll(both)) {
                    answers.add(f.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(post(officer, "/api/submissions/" + of + "/drop", Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void doneOtherwiseItLapsesAndSaysByWhat() {
        String of = sent("饼干");
        assertThat(send(second, approval("糖果")).status()).as("one draft of an act waits at a time").isEqualTo(409);
        JsonNode done = head.done(id, approval("饼干二十箱"));
        assertThat(done.at("/entry/drafter").isNull()).isTrue();
        JsonNode lapsed = one(officer, of);
        assertThat(lapsed.at("/row/state").asString()).isEqualTo("lapsed");
        assertThat(lapsed.at("/row/entry").asLong()).isEqualTo(done.at("/entry/seq").asLong());
    }

    @Test
    void whatHappenedInTheCaseSinceIsTold() {
        String of = sent("饼干");
        officer.done(id, bureau.inspection(TODAY, 1));
        JsonNode seen = post(head, "/api/submissions/" + of + "/open", Map.of()).json();
        assertThat(seen.at("/since/0/seq").asLong()).isEqualTo(2);
        assertThat(seen.at("/row/state").asString()).isEqualTo("sent");
    }

    @Test
    void othersOfTheCaseGoOnWithItAndStrangersDoNotSeeIt() {
        String of = sent("饼干");
        assertThat(withdraw(second, of, 1).status()).as("a handling officer").isEqualTo(200);
        Desk third = new Desk(port, city.person(bureau.agency, "officer"));
        assertThat(post(third, "/api/submissions/" + of + "/drop", Map.of()).status()).isEqualTo(403);
        assertThat(third.browser.get("/api/submissions/" + of).status()).isEqualTo(200);
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        Desk stranger = new Desk(port, neighbour.head);
        assertThat(stranger.browser.get("/api/submissions/" + of).status()).isEqualTo(404);
        assertThat(giveBack(stranger, of, 1).status()).isEqualTo(404);
        assertThat(waiting(stranger)).isEmpty();
        assertThat(stranger.browser.get("/api/cases/" + id + "/submissions").status()).isEqualTo(404);
        Desk supervisor = new Desk(port, city.person(city.agencyIn(bureau.agency.region()), "supervisor"));
        assertThat(supervisor.get("/api/cases/" + id + "/submissions").path("items").isEmpty()).as("who supervises sees the record, not drafts").isTrue();
        assertThat(officer.get("/api/cases/" + id + "/submissions").at("/items/0/id").asString()).isEqualTo(of);
    }

    @Test
    void whoTakesTheCaseOverTakesItsSubmissionsOver() {
        String of = sent("饼干");
        TestCity.Person third = city.person(bureau.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, reviewer, qualified, hearing_host, recorded_by) values (?, ?, ?, true, false, false, false, 0)")
                .params(third.id(), Bureau.SINCE, bureau.agency.id()).update();
        bureau.certificate(third, TODAY.plusYears(1));
        Browser.Answer over = post(head, "/api/hand-overs", Map.of("from", Long.toString(bureau.officer.id()), "to", Long.toString(third.id()), "reason", "调离"));
        assertThat(over.status()).as(over.body()).isEqualTo(201);
        assertThat(ids(new Desk(port, third).get("/api/submissions/sent"))).containsExactly(of);
        assertThat(ids(officer.get("/api/submissions/sent"))).isEmpty();
    }

    @Test
    void nothingOfADraftIsInTheClearInTheDatabase() {
        Map<String, Object> act = Desk.act("add-party", TODAY, Map.of("reason", "共同经营人丁小满", "parties",
                List.of(Map.of("kind", "natural", "name", "丁小满", "idNo", "110105199001011234", "address", "云岭市一号"))));
        Browser.Answer answer = send(officer, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String of = answer.json().at("/row/id").asString();
        long clear = bureau.agency.scope().<Long, RuntimeException>call(() -> transactions.read(() -> jdbc.sql("""
                        select count(*) from submission_event e join submission s on s.region_id = e.region_id and s.id = e.submission_id
                        where s.id = ? and (position(convert_to('丁小满', 'UTF8') in e.content) > 0 or position('110105199001011234'::bytea in e.content) > 0
                          or s::text like '%丁小满%')""").param(Long.parseLong(of)).query(Long.class).single()));
        assertThat(clear).isZero();
        assertThat(one(officer, of).at("/versions/0/act/form/parties/0/idNo").asString()).isEqualTo("110105199001011234");
        assertThat(jdbc.sql("select has_table_privilege('mingfa_portal', 'submission_event', 'select') or has_table_privilege('mingfa_projection', 'submission', 'select')")
                .query(Boolean.class).single()).isFalse();
    }

    @Test
    void badDraftsAreRefusedWithWhereAndSentTwiceItIsOne() {
        assertThat(Desk.pointers(send(officer, Desk.act("approve-preservation", TODAY, Map.of("items", "x"))))).containsExactly("/act/form/reason");
        assertThat(Desk.pointers(send(officer, Desk.act("nonsense", TODAY, Map.of())))).containsExactly("/act/code");
        assertThat(Desk.pointers(send(head, approval("x")))).as("whoever may do it does it").containsExactly("/act/code");
        assertThat(Desk.pointers(post(officer, "/api/submissions", Map.of("case", id, "act", approval("x"), "toRole", "officer")))).containsExactly("/toRole");
        assertThat(Desk.pointers(post(officer, "/api/submissions", Map.of("case", id, "act", approval("x"), "toPerson", Long.toString(bureau.second.id())))))
                .containsExactly("/toPerson");
        Browser.Answer barred = send(officer, Desk.act("close-case", TODAY, Map.of()));
        assertThat(barred.status()).as(barred.body()).isEqualTo(422);
        String of = send(officer, approval("x"), "k1").json().at("/row/id").asString();
        assertThat(send(officer, approval("x"), "k1").json().at("/row/id").asString()).isEqualTo(of);
        assertThat(giveBack(officer, of, 1).status()).isEqualTo(403);
        assertThat(Desk.pointers(post(head, "/api/submissions/" + of + "/return", Map.of("version", 1, "reason", " ")))).containsExactly("/reason");
        assertThat(Desk.pointers(post(head, "/api/submissions/" + of + "/return", Map.of("version", 1, "reason", "x", "places", List.of(Map.of("pointer", "items", "word", "x"))))))
                .containsExactly("/places/0/pointer");
        for (int i = 0; i < 2; i++) {
            assertThat(giveBack(head, of, 1, "r1").json().at("/row/returns").asInt()).isEqualTo(1);
        }
        assertThat(head.browser.get("/api/submissions/999999999").status()).isEqualTo(404);
    }
}
