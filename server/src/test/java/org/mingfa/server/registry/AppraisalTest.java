package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The year of an officer, judged by indicators that count no fines; and a lawyer called upon. */
@ServerTest
@Import(TestCity.class)
class AppraisalTest {

    private static final String AT = "/api/registry/appraisals";
    private static final List<Integer> SCORES = List.of(10, 15, 18, 18, 9, 10, 8, 5);

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private RegisterDesk desk;
    private TestCity.Person officer;
    private Browser self;
    private Browser unit;
    private Browser head;

    @BeforeEach
    void anOfficerAUnitAndAHead() {
        desk = new RegisterDesk(port, city, jdbc);
        officer = city.person(desk.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, kind, recorded_by) values (?, date '2024-01-01', ?, true, 'officer', 0)")
                .params(officer.id(), desk.agency.id()).update();
        self = Browser.of(port, officer);
        unit = Browser.of(port, city.person(desk.agency, "unit-head"));
        head = Browser.of(port, city.person(desk.agency, "agency-head"));
    }

    private Browser.Answer fill(List<Integer> scores) {
        return unit.post(AT, Map.of("person", officer.id(), "year", 2025, "scores", scores, "remark", "履职情况良好"));
    }

    private int step(Browser who, String id, String what, String note) {
        return who.post(AT + "/" + id + "/steps", Map.of("what", what, "note", note)).status();
    }

    @Test
    void theUnitFillsInTheBodyChecksThePersonSeesObjectsAndIsAnswered() {
        assertThat(fill(List.of(10, 16, 18, 18, 9, 10, 8, 5)).status()).as("more than the points of an indicator").isEqualTo(422);
        assertThat(fill(List.of(10)).status()).isEqualTo(422);
        String id = fill(SCORES).json().at("/id").asString();
        assertThat(fill(SCORES).status()).as("twice").isEqualTo(409);
        assertThat(self.get(AT + "/" + id).status()).as("before it is checked").isEqualTo(404);
        assertThat(step(unit, id, "check", "")).as("not by whoever filled it in").isEqualTo(409);
        assertThat(step(head, id, "return", "")).as("without a reason").isEqualTo(422);
        assertThat(step(head, id, "return", "案卷质量请复核")).isEqualTo(204);
        assertThat(fill(List.of(10, 15, 18, 16, 9, 10, 8, 5)).status()).isEqualTo(201);
        assertThat(step(head, id, "check", "")).isEqualTo(204);
        assertThat(step(head, id, "check", "")).as("twice").isEqualTo(409);
        assertThat(step(self, id, "see", "")).isEqualTo(204);
        assertThat(step(self, id, "object", "评查成绩与通报不符")).isEqualTo(204);
        assertThat(step(unit, id, "answer", "维持")).as("not by whoever filled it in").isEqualTo(409);
        assertThat(head.post(AT + "/" + id + "/steps", Map.of("what", "answer", "note", "采纳，改为 18 分", "scores", SCORES)).status()).isEqualTo(204);
        String later = "insert into register_parameter (name, valid_from, value, title, cite, recorded_by) values ('appraisal.excellent', date '2025-06-01', ?, '年度考核优秀的最低分', '平台默认值', 0)";
        jdbc.sql(later).param(99).update();
        var page = self.get(AT + "/" + id).json();
        jdbc.sql(later).param(90).update();
        assertThat(page.at("/appraisal/total").asInt()).isEqualTo(93);
        assertThat(page.at("/appraisal/grade").asString()).as("the grade stays as it was given").isEqualTo("优秀");
        assertThat(page.path("steps").findValuesAsString("what")).containsExactly("answer", "object", "see", "check", "fill", "return", "fill");
        assertThat(desk.supervisor.get(AT + "/" + id).status()).as("what it says is not the supervisor's").isIn(403, 404);
        assertThat(desk.supervisor.get(AT + "/progress?year=2025").json().at("/items/0/checked").asInt()).isEqualTo(1);
        assertThat(self.get("/api/registry/people/" + officer.id() + "/service").json().at("/appraisals/0/grade").asString()).isEqualTo("优秀");
        assertThat(desk.supervisor.get("/api/registry/people/" + officer.id() + "/service").json().path("appraisals").isEmpty()).isTrue();
        Browser colleague = Browser.of(port, city.person(desk.agency, "officer"));
        assertThat(colleague.get(AT + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void anAppraisalStaysWithTheBodyThatFilledItIn() {
        String id = fill(SCORES).json().at("/id").asString();
        assertThat(step(head, id, "return", "请复核")).isEqualTo(204);
        TestCity.Agency other = city.agencyIn(desk.agency.region());
        Browser.Answer moved = desk.security.send("PUT", "/api/registry/people/" + officer.id(),
                "{\"from\":\"%s\",\"agency\":%d,\"kind\":\"officer\"}".formatted(ExamHall.TODAY, other.id()));
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        Browser there = Browser.of(port, city.person(other, "unit-head"));
        Map<String, Object> again = Map.of("person", officer.id(), "year", ExamHall.TODAY.getYear(), "scores", SCORES, "remark", "");
        assertThat(there.post(AT, Map.of("person", officer.id(), "year", 2025, "scores", SCORES, "remark", "别局改写")).status()).isEqualTo(403);
        assertThat(unit.get(AT + "/" + id).json().at("/appraisal/state").asString()).isEqualTo("returned");
        assertThat(fill(SCORES).status()).as("its own body does").isEqualTo(201);
        assertThat(there.post(AT, again).status()).as("the new body, a year of its own").isEqualTo(201);
    }

    @Test
    void whoFillsInForTheBodyDoesNotSeeTheirOwnBeforeItIsChecked() {
        officer = city.person(desk.agency, "officer", "registrar");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, kind, recorded_by) values (?, date '2024-01-01', ?, true, 'officer', 0)")
                .params(officer.id(), desk.agency.id()).update();
        self = Browser.of(port, officer);
        String id = fill(SCORES).json().at("/id").asString();
        assertThat(self.get(AT + "/" + id).status()).isEqualTo(404);
        assertThat(self.get(AT + "?year=2025").json().path("items").isEmpty()).isTrue();
        assertThat(unit.get(AT + "?year=2025").json().path("items")).hasSize(1);
        assertThat(step(head, id, "check", "")).isEqualTo(204);
        assertThat(self.get(AT + "/" + id).status()).isEqualTo(200);
        assertThat(self.get(AT + "?year=2025").json().path("items")).hasSize(1);
    }

    private Browser.Answer indicators(String title, String standard, int year) {
        return desk.supervisor.post(AT + "/indicators", Map.of("fromYear", year, "cite", "本县考核办法", "indicators",
                List.of(Map.of("title", title, "standard", standard, "points", 60), Map.of("title", "程序合法", "standard", "告知、听证、审核齐备", "points", 40))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"罚款金额", "罚 没 收入", "罚​款完成率", "行政处罚案件数量", "办案数", "立案件数", "检查户次", "全年办结不少于20件", "每查处一起加1分", "处罚数量排名", "没收金额", "执法检查次数", "检查企业不少于50家", "完成检查20次",
            "每办1件加1分", "至少立案10起", "完成50家企业的检查"})
    void anIndicatorThatCountsFinesPenaltiesOrInspectionsIsRefused(String title) {
        Browser.Answer refused = indicators(title, "按完成情况打分", 2026);
        assertThat(refused.status()).as(title).isEqualTo(422);
        assertThat(refused.body()).containsAnyOf("行政处罚法 第七十四条", "国办发〔2022〕27号");
        assertThat(indicators("工作实绩", title, 2026).status()).as("in the standard").isEqualTo(422);
    }

    @Test
    void otherIndicatorsAreTakenAndCountFromTheirYear() {
        assertThat(indicators("案卷质量", "案卷评查的平均成绩", 2026).status()).isEqualTo(201);
        assertThat(indicators("案卷质量", "案卷评查的平均成绩", 2026).status()).as("the same year again").isEqualTo(422);
        assertThat(unit.get(AT + "/indicators?year=2025").json().path("indicators")).hasSize(8);
        assertThat(unit.get(AT + "/indicators?year=2026").json().path("indicators")).hasSize(2);
        int year = 2027;
        for (String fine : List.of("处罚决定符合裁量权基准", "案件办理期限", "检查行为规范", "重大案件集体讨论", "投诉查实的扣分", "执法记录达到国家标准", "每年至少参加培训2次",
                "完成证件年审", "案卷评查达到优秀等次", "完成一次性告知", "检查量化评分", "执法人次培训", "被纠错案件数量占比", "行政处罚培训每年不少于2次")) {
            assertThat(indicators(fine, "按完成情况打分", year++).status()).as(fine).isEqualTo(201);
            assertThat(jdbc.sql("select count(*) from appraisal_forbidden where ? ~ pattern").param(fine).query(Integer.class).single()).as(fine).isZero();
        }
    }

    @Test
    void aLawyerIsAskedForAssignedAndTheAssignmentEnds() {
        String at = "/api/registry/counsel";
        Map<String, Object> lawyer = new HashMap<>(desk.officer("段律师"));
        lawyer.put("kind", "government-lawyer");
        long person = Long.parseLong(desk.security.post("/api/registry/people", lawyer).json().at("/id").asString());
        Browser reviewer = Browser.of(port, city.person(desk.agency, "legal-reviewer"));
        Map<String, Object> ask = Map.of("matter", "重大复杂案件法制审核协助", "from", "2026-01-01", "to", "2199-12-31");
        String id = reviewer.post(at, ask).json().at("/id").asString();
        assertThat(reviewer.post(at, ask).status()).as("twice").isEqualTo(409);
        assertThat(reviewer.post(at + "/" + id + "/assignment", Map.of("person", person, "from", "2026-01-05", "to", "2026-12-31")).status()).isEqualTo(403);
        assertThat(desk.supervisor.get(at + "/lawyers").json().findValuesAsString("name")).containsExactly("段律师");
        assertThat(desk.supervisor.post(at + "/" + id + "/assignment", Map.of("person", officer.id(), "from", "2026-01-05", "to", "2026-12-31")).status()).as("no lawyer").isEqualTo(422);
        Map<String, Object> assign = Map.of("person", person, "from", "2026-01-05", "to", "2026-12-31");
        assertThat(desk.supervisor.post(at + "/" + id + "/assignment", assign).status()).isEqualTo(204);
        assertThat(desk.supervisor.post(at + "/" + id + "/assignment", assign).status()).as("twice").isEqualTo(409);
        assertThat(desk.supervisor.get(at + "/lawyers").json().at("/0/running").asInt()).isEqualTo(1);
        TestCity.Agency other = city.agencyIn(desk.agency.region());
        Browser asks = Browser.of(port, city.person(other, "legal-reviewer"));
        String theirs = asks.post(at, Map.of("matter", "别的单位的事项", "from", "2026-01-01", "to", "2199-12-31")).json().at("/id").asString();
        assertThat(desk.supervisor.post(at + "/" + theirs + "/assignment", assign).status()).isEqualTo(204);
        assertThat(reviewer.get("/api/registry/people/" + person + "/service").body()).as("another body's request").doesNotContain("别的单位的事项");
        assertThat(desk.supervisor.get("/api/registry/people/" + person + "/service").body()).contains("别的单位的事项");
        Browser neighbour = Browser.of(port, city.person(city.agencyIn(desk.agency.region()), "legal-reviewer"));
        assertThat(neighbour.get(at).json().path("items").isEmpty()).isTrue();
        assertThat(neighbour.post(at + "/" + id + "/closing", Map.of("what", "end", "on", "2026-02-01", "note", "完成")).status()).isEqualTo(404);
        assertThat(reviewer.post(at + "/" + id + "/closing", Map.of("what", "end", "on", "2026-02-01", "note", "已提出书面意见")).status()).isEqualTo(204);
        assertThat(reviewer.get(at + "?state=ended").json().at("/items/0/note").asString()).isEqualTo("已提出书面意见");
        assertThat(reviewer.get("/api/registry/people/" + person + "/service").json().at("/counsel/0/state").asString()).isEqualTo("ended");
    }
}
