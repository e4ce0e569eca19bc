package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.registry.ExamHall.answer;
import static org.mingfa.server.registry.ExamHall.answerAll;
import static org.mingfa.server.registry.ExamHall.begin;
import static org.mingfa.server.registry.ExamHall.handIn;
import static org.mingfa.server.registry.ExamHall.ok;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.core.drawing.PaperDraw;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.registry.ExamHall.Applicant;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An exam in the browser: drawn, answered, handed in, marked; and that nobody learns what is right. */
@ServerTest
@Import(TestCity.class)
class ExamTest {

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    ExamHall hall;

    @BeforeEach
    void aRegionOfItsOwn() {
        hall = new ExamHall(port, city, jdbc);
    }

    private Browser.Answer paper(Applicant a, String exam) {
        return a.browser().get("/api/exams/" + exam + "/paper");
    }

    @Test
    void thePaperIsTheSameInEveryWindowAndNeverHoldsWhatIsRight() {
        Applicant a = hall.applicant("officer");
        Applicant b = hall.applicant("officer");
        String exam = hall.open(hall.checked(a), hall.checked(b));
        JsonNode first = begin(a, exam);
        assertThat(first.path("questions").size()).isEqualTo(9);
        assertThat(first.path("questions").findValuesAsString("stem")).doesNotHaveDuplicates().isEqualTo(begin(a, exam).path("questions").findValuesAsString("stem"));
        assertThat(first.path("secondsLeft").asLong()).isBetween(3_500L, 3_600L);
        ok(200, answer(a, exam, 2, "C"));
        ok(200, answer(a, exam, 4, "ABD"));
        ok(200, answer(a, exam, 2, "B"));
        Browser.Answer again = paper(a, exam);
        assertThat(again.json().at("/questions/1/answer").asString()).isEqualTo("B");
        assertThat(again.json().at("/questions/3/answer").asString()).isEqualTo("ABD");
        assertThat(again.body()).doesNotContain("秘密依据").contains("\"right\":null");
        assertThat(paper(b, exam).json().path("questions").size()).as("not begun").isZero();
        assertThat(begin(b, exam).path("questions").findValuesAsString("answer")).containsOnly("");
        for (String wrong : List.of("D", "AB", "x")) {
            assertThat(answer(a, exam, 1, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(answer(a, exam, 10, "A").status()).isEqualTo(404);
    }

    @Test
    void whatIsHandedInIsMarkedAtOnceAndStays() {
        Applicant a = hall.applicant("officer");
        String exam = hall.open(hall.checked(a));
        answerAll(a, exam, 5);
        JsonNode result = handIn(a, exam).path("result");
        assertThat(result.path("score").asInt()).as("three singles and two multiples").isEqualTo(35);
        assertThat(result.path("passMark").asInt()).as("60 % of 60, a parameter").isEqualTo(36);
        assertThat(result.path("passed").asBoolean()).isFalse();
        assertThat(answer(a, exam, 6, "BD").status()).isEqualTo(409);
        assertThat(handIn(a, exam).path("result")).as("twice").isEqualTo(result);
        assertThat(paper(a, exam).body()).as("others still sit").doesNotContain("秘密依据");
        hall.shift(exam, "3 hours");
        JsonNode after = paper(a, exam).json();
        assertThat(after.path("questions").findValues("right").stream().filter(JsonNode::asBoolean).count()).isEqualTo(5);
        assertThat(after.at("/questions/8/basis").asString()).isEqualTo("秘密依据 第三条");
        assertThat(after.at("/questions/8/answer").asString()).as("their own, not the right one").isEqualTo("A");
    }

    @Test
    void whenTheTimeIsOverThePaperIsHandedInByTheServersClock() {
        Applicant a = hall.applicant("officer");
        Applicant absent = hall.applicant("officer");
        String exam = hall.open(hall.checked(a), hall.checked(absent));
        answerAll(a, exam, 9);
        ok(200, answer(a, exam, 9, ""));
        hall.shift(exam, "61 minutes");
        Browser.Answer late = answer(a, exam, 9, "B");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("答卷时间已到");
        JsonNode paper = paper(a, exam).json();
        assertThat(paper.at("/result/score").asInt()).isEqualTo(55);
        assertThat(paper.at("/result/byClock").asBoolean()).isTrue();
        hall.shift(exam, "2 hours");
        assertThat(absent.browser().post("/api/exams/" + exam + "/paper", Map.of()).status()).isEqualTo(409);
        assertThat(hall.desk.supervisor.get("/api/registry/exams/" + exam + "/candidates").json().path("items").findValuesAsString("state")).containsExactly("handed-in", "absent");
    }

    @Test
    void aPaperThatIsBegunLateEndsWithTheExam() {
        Applicant a = hall.applicant("officer");
        String exam = hall.open(hall.checked(a));
        hall.shift(exam, "90 minutes");
        assertThat(begin(a, exam).path("secondsLeft").asLong()).isBetween(1_700L, 1_800L);
    }

    @Test
    void onlyTheirOwnPaperIsToBeFound() {
        Applicant a = hall.applicant("officer");
        String exam = hall.open(hall.checked(a));
        begin(a, exam);
        for (Browser other : List.of(hall.applicant("officer").browser(), hall.desk.supervisor, hall.registrar)) {
            assertThat(other.get("/api/exams/" + exam + "/paper").status()).isEqualTo(404);
            assertThat(other.post("/api/exams/" + exam + "/paper", Map.of()).status()).isEqualTo(404);
        }
        assertThat(a.browser().get("/api/registry/exams/" + exam + "/candidates").status()).isEqualTo(403);
    }

    @Test
    void whoSitsAnExamDoesNotSeeTheBankAndWhatItDrawsFromStays() {
        TestCity.Person keeper = city.person(hall.desk.agency, "supervisor", "candidate");
        ok(204, hall.desk.security.send("PUT", "/api/registry/people/" + keeper.id(), "{\"from\":\"2024-01-01\",\"agency\":" + hall.desk.agency.id() + ",\"kind\":\"officer\"}"));
        Applicant a = new Applicant(Long.toString(keeper.id()), Browser.of(port, keeper));
        ok(200, a.browser().get("/api/registry/questions"));
        String application = hall.checked(a);
        String planned = hall.announced(ExamHall.exam("题库管理人员" + RegisterDesk.number()));
        assertThat(hall.admit(planned, application).body()).as("who can read the answers").contains("可以看到答案");
        ok(204, hall.desk.supervisor.post("/api/registry/exams/" + planned + "/cancellation", Map.of("reason", "改期")));
        jdbc.sql("update person_role set valid_from = valid_from - 1, valid_to = current_date - 1 where person_id = ? and role_code = 'supervisor'").param(keeper.id()).update();
        String again = hall.announced(ExamHall.exam("解除题库管理" + RegisterDesk.number()));
        assertThat(hall.admit(again, application).body()).as("the role was dropped, the answers are known").contains("可以看到答案");
        ok(204, hall.desk.supervisor.post("/api/registry/exams/" + again + "/cancellation", Map.of("reason", "改期")));
        jdbc.sql("update person_role set valid_from = valid_from - 1, valid_to = date '2020-01-01' where person_id = ? and role_code = 'supervisor'").param(keeper.id()).update();
        String exam = hall.open(application);
        jdbc.sql("update person_role set valid_to = null where person_id = ? and role_code = 'supervisor'").param(keeper.id()).update();
        a = new Applicant(a.id(), Browser.of(port, keeper));
        assertThat(a.browser().get("/api/registry/questions").status()).isEqualTo(403);
        assertThat(a.browser().get("/api/registry/questions/export").status()).isEqualTo(403);
        assertThat(hall.desk.supervisor.post("/api/registry/questions/1/withdrawal", Map.of("reason", "有误")).body()).contains("抽题范围");
        begin(a, exam);
        assertThat(handIn(a, exam).path("questions").isEmpty()).as("others still sit it").isTrue();
        assertThat(a.browser().get("/api/registry/questions").status()).as("handed in, not closed").isEqualTo(403);
        hall.shift(exam, "3 hours");
        ok(200, a.browser().get("/api/registry/questions"));
        ok(204, hall.desk.supervisor.post("/api/registry/questions/1/withdrawal", Map.of("reason", "有误")));
    }

    @Test
    void theSeedIsCommittedBeforeAndPublishedAfterAndAnybodyDrawsTheSamePapersAgain() {
        Applicant a = hall.applicant("officer");
        Applicant b = hall.applicant("officer");
        String exam = hall.open(hall.checked(a), hall.checked(b));
        String digest = hall.registrar.get("/api/registry/exams/" + exam).json().at("/exam/seedDigest").asString();
        assertThat(a.browser().get("/api/exams/" + exam + "/draw").status()).as("before it is over").isEqualTo(409);
        begin(a, exam);
        begin(b, exam);
        hall.shift(exam, "3 hours");
        JsonNode draw = ok(200, a.browser().get("/api/exams/" + exam + "/draw")).json();
        byte[] seed = HexFormat.of().parseHex(draw.path("seed").asString());
        assertThat(Digests.sha256(seed)).isEqualTo(digest).isEqualTo(draw.path("seedDigest").asString());
        List<List<String>> pools = new ArrayList<>();
        draw.path("parts").forEach(p -> pools.add(p.path("pool").valueStream().map(JsonNode::asString).toList()));
        assertThat(PaperDraw.poolDigest(pools)).isEqualTo(draw.path("poolDigest").asString());
        for (JsonNode paper : draw.path("papers")) {
            List<String> again = new ArrayList<>();
            for (int p = 0; p < pools.size(); p++) {
                again.addAll(new PaperDraw(seed, exam).part(paper.path("ticket").asInt(), p + 1, pools.get(p), 3));
            }
            assertThat(paper.path("questions").valueStream().map(JsonNode::asString).toList()).isEqualTo(again);
            JsonNode redrawn = ok(200, a.browser().get("/api/exams/" + exam + "/draw/" + paper.path("ticket").asInt())).json();
            assertThat(redrawn.path("same").asBoolean()).isTrue();
            assertThat(redrawn.path("again").valueStream().map(JsonNode::asString).toList()).isEqualTo(again);
        }
        assertThat(draw.path("papers").size()).isEqualTo(2);
        JsonNode next = ok(200, a.browser().get("/api/exams/" + exam + "/draw?cursor=1")).json();
        assertThat(next.path("parts").isEmpty()).as("pools with the first page only").isTrue();
        assertThat(next.path("papers").findValuesAsString("ticket")).containsExactly("2");
        assertThat(a.browser().get("/api/exams/" + exam + "/draw/99").status()).isEqualTo(404);
        assertThat(draw.toString()).as("numbers of questions and tickets only").doesNotContain("李执法", "单选题");
    }

    @Test
    void whoWasAdmittedIsRemovedWithAReasonBeforeTheyBegin() {
        Applicant a = hall.applicant("officer");
        Applicant b = hall.applicant("officer");
        String first = hall.checked(a);
        String exam = hall.open(first, hall.checked(b));
        String at = "/api/registry/exams/" + exam + "/candidates/";
        assertThat(hall.registrar.post(at + "1/removal", Map.of("reason", " ")).status()).isEqualTo(422);
        Browser other = Browser.of(port, city.person(city.agencyIn(hall.desk.agency.region()), "registrar"));
        assertThat(other.post(at + "1/removal", Map.of("reason", "别的单位")).status()).isEqualTo(403);
        ok(204, hall.registrar.post(at + "1/removal", Map.of("reason", "已经调离执法岗位")));
        assertThat(hall.registrar.post(at + "1/removal", Map.of("reason", "再一次")).status()).isEqualTo(404);
        assertThat(a.browser().post("/api/exams/" + exam + "/paper", Map.of()).status()).isEqualTo(404);
        assertThat(hall.registrar.get("/api/registry/exams/" + exam + "/removals").json().at("/0/reason").asString()).isEqualTo("已经调离执法岗位");
        assertThat(other.get("/api/registry/exams/" + exam + "/removals").json().isEmpty()).isTrue();
        assertThat(hall.application(first).toString()).contains("名单撤下：已经调离执法岗位");
        ok(201, hall.admit(exam, first));
        assertThat(a.browser().get("/api/exams").json().at("/0/ticket").asInt()).as("a new ticket").isEqualTo(3);
        begin(b, exam);
        assertThat(hall.registrar.post(at + "2/removal", Map.of("reason", "开始以后")).status()).isEqualTo(409);
    }

    @Test
    void onlyWhoseApplicationWasCheckedIsAdmittedAndAResitIsForWhoDidNotPass() {
        Applicant failed = hall.applicant("officer");
        Applicant passed = hall.applicant("officer");
        Applicant unchecked = hall.applicant("officer");
        String f = hall.checked(failed);
        String p = hall.checked(passed);
        String exam = hall.open(f, p);
        assertThat(hall.admit(exam, hall.filed(unchecked)).body()).contains("还没有经单位审查同意");
        assertThat(ok(201, hall.admit(exam, f)).json().at("/admitted").asInt()).as("again").isZero();
        Map<String, Object> resit = ExamHall.exam("补考" + RegisterDesk.number());
        resit.put("resitOf", Long.valueOf(exam));
        String second = hall.announced(resit);
        assertThat(hall.admit(second, f).body()).contains("已列入未结束的考试");
        answerAll(failed, exam, 1);
        answerAll(passed, exam, 9);
        handIn(failed, exam);
        handIn(passed, exam);
        assertThat(hall.admit(second, p).body()).contains("不参加补考");
        ok(201, hall.admit(second, f));
        hall.shift(second, "3 hours");
        answerAll(failed, second, 9);
        assertThat(handIn(failed, second).at("/result/passed").asBoolean()).isTrue();
        assertThat(failed.browser().get("/api/exams").json().at("/0/state").asString()).isEqualTo("handed-in");
    }

    @Test
    void anExamIsAnnouncedBeforeItOpensFromQuestionsThatAreThere() {
        Map<String, Object> past = ExamHall.exam("已过");
        past.put("opensAt", "2020-01-01T09:00");
        past.put("closesAt", "2020-01-01T12:00");
        assertThat(hall.desk.supervisor.post("/api/registry/exams", past).body()).contains("种子须在开考前公布摘要");
        Map<String, Object> many = ExamHall.exam("题目不够");
        many.put("parts", List.of(Map.of("kind", "single", "category", "public", "questions", 11, "points", 5)));
        assertThat(hall.desk.supervisor.post("/api/registry/exams", many).body()).contains("只有 10 道");
        Map<String, Object> twice = ExamHall.exam("两次");
        String id = hall.announced(twice);
        assertThat(hall.desk.supervisor.post("/api/registry/exams", twice).status()).isEqualTo(409);
        ok(204, hall.desk.supervisor.post("/api/registry/exams/" + id + "/cancellation", Map.of("reason", "场地")));
        hall.announced(twice);
        assertThat(hall.desk.supervisor.post("/api/registry/exams/" + hall.open(hall.checked(hall.applicant("officer"))) + "/cancellation", Map.of("reason", "场地")).status()).isEqualTo(409);
    }
}
