package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
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

/** Colleagues write on an entry and ask each other (批注、提问), and none of it is in the record. */
@ServerTest
@Import(TestCity.class)
class NotesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Desk officer;
    private Desk second;
    private String id;

    @BeforeEach
    void aCase() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
        second = new Desk(port, bureau.second);
        id = new Desk(port, bureau.head).open(bureau.filing(LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))));
    }

    private Browser.Answer write(Desk desk, Map<String, Object> note) {
        return desk.browser.post("/api/cases/" + id + "/notes", note);
    }

    private JsonNode questions(Desk desk) {
        return desk.get("/api/todo/questions").path("items");
    }

    @Test
    void aQuestionWaitsOnTheDeskOfWhomItAsksUntilThatPersonAnswers() {
        JsonNode asked = write(officer, Map.of("seq", 1, "text", "案由是否应为经营过期食品？", "ask", Long.toString(bureau.second.id()))).json();
        assertThat(questions(second).at("/0/text").asString()).isEqualTo("案由是否应为经营过期食品？");
        assertThat(questions(second).at("/0/case/id").asString()).isEqualTo(id);
        assertThat(questions(officer).isEmpty()).isTrue();
        String of = asked.path("id").asString();
        write(officer, Map.of("seq", 1, "text", "补充：见现场照片", "answers", of));
        assertThat(questions(second).size()).as("another's words are no answer").isEqualTo(1);
        assertThat(write(second, Map.of("seq", 1, "text", "不是，无过期食品", "answers", of)).status()).isEqualTo(201);
        assertThat(questions(second).isEmpty()).isTrue();
        JsonNode notes = officer.get("/api/cases/" + id + "/notes").path("items");
        assertThat(notes.size()).isEqualTo(3);
        assertThat(notes.at("/2/answered").asBoolean()).isTrue();
    }

    @Test
    void nothingOfItIsInTheRecordOrReachesThePublic() {
        JsonNode before = officer.one(id);
        write(officer, Map.of("seq", 1, "text", "内部意见甲乙丙"));
        JsonNode after = officer.one(id);
        assertThat(after).isEqualTo(before);
        assertThat(officer.get("/api/cases/" + id + "/entries").toString()).doesNotContain("内部意见甲乙丙");
        assertThat(officer.get("/api/cases/" + id + "/documents").toString()).doesNotContain("内部意见甲乙丙");
        assertThat(jdbc.sql("select has_table_privilege('mingfa_portal', 'case_note', 'select') or has_table_privilege('mingfa_projection', 'case_note', 'select')")
                .query(Boolean.class).single()).as("neither the public pages nor what seals and exports may read it").isFalse();
    }

    @Test
    void onlyOnesOwnWordsAreTakenBackAndThatTheyWereThereStays() {
        String note = write(officer, Map.of("seq", 1, "text", "写错了", "ask", Long.toString(bureau.second.id()))).json().path("id").asString();
        String path = "/api/cases/" + id + "/notes/" + note;
        assertThat(second.browser.send("DELETE", path, "{}").status()).isEqualTo(403);
        Browser.Answer taken = officer.browser.send("DELETE", path, "{}");
        assertThat(taken.json().path("text").asString()).as(taken.body()).isEmpty();
        assertThat(taken.json().path("takenAt").isNull()).isFalse();
        assertThat(questions(second).isEmpty()).as("nobody is asked any more").isTrue();
        JsonNode seen = second.get("/api/cases/" + id + "/notes").at("/items/0");
        assertThat(seen.path("authorId").asString()).isEqualTo(Long.toString(bureau.officer.id()));
        assertThat(seen.toString()).doesNotContain("写错了");
        assertThat(officer.browser.send("DELETE", path, "{}").status()).as("once more is harmless").isEqualTo(200);
    }

    @Test
    void whoMaySeeTheCaseReadsThemAndOthersDoNot() {
        write(officer, Map.of("seq", 1, "text", "请核对"));
        Desk supervisor = new Desk(port, city.person(city.agencyIn(bureau.agency.region()), "supervisor"));
        assertThat(supervisor.get("/api/cases/" + id + "/notes").path("items").size()).isEqualTo(1);
        assertThat(write(supervisor, Map.of("seq", 1, "text", "x")).status()).isEqualTo(403);
        Desk stranger = new Desk(port, new Bureau(city, jdbc, city.agencyIn(bureau.agency.region())).officer);
        assertThat(stranger.browser.get("/api/cases/" + id + "/notes").status()).isEqualTo(404);
    }

    @Test
    void badNotesAreRefusedWithWhereAndSentTwiceItIsOne() {
        assertThat(Desk.pointers(write(officer, Map.of("seq", 9, "text", "x")))).containsExactly("/seq");
        assertThat(Desk.pointers(write(officer, Map.of("seq", 1, "text", " ")))).containsExactly("/text");
        assertThat(Desk.pointers(write(officer, Map.of("seq", 1, "text", "x".repeat(1001))))).containsExactly("/text");
        TestCity.Person far = new Bureau(city, jdbc).officer;
        assertThat(Desk.pointers(write(officer, Map.of("seq", 1, "text", "x", "ask", Long.toString(far.id()))))).containsExactly("/ask");
        assertThat(Desk.pointers(write(officer, new HashMap<>(Map.of("seq", 1, "text", "x", "answers", "12345"))))).containsExactly("/answers");
        String body = JsonMapper.shared().writeValueAsString(Map.of("seq", 1, "text", "一次"));
        for (int i = 0; i < 2; i++) {
            assertThat(officer.browser.send("POST", "/api/cases/" + id + "/notes", body, "Idempotency-Key", "n1").status()).isEqualTo(201);
        }
        assertThat(officer.get("/api/cases/" + id + "/notes?limit=1").path("items").size()).isEqualTo(1);
        assertThat(officer.get("/api/cases/" + id + "/notes").path("items").size()).isEqualTo(1);
    }
}
