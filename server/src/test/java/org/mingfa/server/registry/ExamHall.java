package org.mingfa.server.registry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.TestCity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A region with a bank of thirty questions, a unit's clerk, and people who want a certificate. */
final class ExamHall {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final List<String> CONDITIONS = List.of("staff", "adult", "conduct", "excluded", "record");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Someone who applies. */
    record Applicant(String id, Browser browser) {}

    final RegisterDesk desk;
    final Browser registrar;
    final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
            System.getProperty("mingfa.database.password")));
    private final int port;
    private final TestCity city;

    ExamHall(int port, TestCity city, JdbcClient jdbc) {
        this.port = port;
        this.city = city;
        desk = new RegisterDesk(port, city, jdbc);
        registrar = Browser.of(port, city.person(desk.agency, "registrar"));
        StringBuilder csv = new StringBuilder("题号,题型,题干,选项A,选项B,选项C,选项D,选项E,选项F,答案,类别,执法领域,依据,状态\n");
        for (int i = 0; i < 10; i++) {
            csv.append(",单选,单选题").append(i).append(",甲,乙,丙,,,,B,公共法律知识,,秘密依据 第一条,\n,多选,多选题").append(i).append(",甲,乙,丙,丁,,,BD,公共法律知识,,秘密依据 第二条,\n,判断,判断题").append(i)
                    .append(",,,,,,,错误,公共法律知识,,秘密依据 第三条,\n");
        }
        ok(200, RegisterDesk.upload(desk.supervisor, "/api/registry/questions/imports?dryRun=false", "题库.csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static Browser.Answer ok(int status, Browser.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** An officer by post without a certificate. */
    Applicant applicant(String kind) {
        TestCity.Person person = city.person(desk.agency, "candidate");
        ok(204, desk.security.send("PUT", "/api/registry/people/" + person.id(), JSON.writeValueAsString(Map.of("from", TODAY.minusYears(1).toString(), "agency", desk.agency.id(), "kind", kind))));
        return new Applicant(Long.toString(person.id()), Browser.of(port, person));
    }

    Browser.Answer file(Applicant a) {
        return a.browser.post("/api/registry/applications", Map.of("field", "市场监管", "regionCode", desk.regionCode, "statement", "新录用"));
    }

    String filed(Applicant a) {
        return ok(201, file(a)).json().at("/id").asString();
    }

    String checked(Applicant a) {
        String id = filed(a);
        ok(204, registrar.post("/api/registry/applications/" + id + "/check", Map.of("agrees", true, "confirmed", CONDITIONS)));
        return id;
    }

    void trained(Applicant a, int hours) {
        String course = ok(201, desk.supervisor.post("/api/registry/training/courses",
                Map.of("title", "岗前培训" + RegisterDesk.number(), "kind", "public", "form", "classroom", "hours", hours, "heldOn", TODAY.minusDays(3).toString()))).json().at("/id").asString();
        ok(201, desk.supervisor.post("/api/registry/training/courses/" + course + "/attendance", Map.of("people", List.of(Long.valueOf(a.id)))));
    }

    /** Three of each kind: 5, 10 and 5 points, 60 in all, passed with 36. */
    static Map<String, Object> exam(String title) {
        Map<String, Object> exam = new LinkedHashMap<>();
        LocalDateTime opens = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusHours(2).withNano(0);
        exam.putAll(Map.of("title", title, "opensAt", opens.toString(), "closesAt", opens.plusHours(3).toString(), "minutes", 60));
        exam.put("parts", new ArrayList<>(List.of(Map.of("kind", "single", "category", "public", "questions", 3, "points", 5), Map.of("kind", "multiple", "category", "public", "questions", 3, "points", 10),
                Map.of("kind", "judgement", "category", "public", "questions", 3, "points", 5))));
        return exam;
    }

    String announced(Map<String, Object> exam) {
        return ok(201, desk.supervisor.post("/api/registry/exams", exam)).json().at("/id").asString();
    }

    /** An exam that is open, with these applications admitted. */
    String open(String... applications) {
        String exam = announced(exam("资格考试" + RegisterDesk.number()));
        ok(201, admit(exam, applications));
        shift(exam, "3 hours");
        return exam;
    }

    Browser.Answer admit(String exam, String... applications) {
        return registrar.post("/api/registry/exams/" + exam + "/candidates", Map.of("applications", java.util.Arrays.stream(applications).map(Long::valueOf).toList()));
    }

    /** Lets time pass for one exam. */
    void shift(String exam, String interval) {
        owner.sql("update exam_session set opens_at = opens_at - cast(? as interval), closes_at = closes_at - cast(? as interval) where id = ?").params(interval, interval, Long.valueOf(exam)).update();
        owner.sql("update exam_candidate set started_at = started_at - cast(? as interval), ends_at = ends_at - cast(? as interval) where session_id = ? and handed_in_at is null")
                .params(interval, interval, Long.valueOf(exam)).update();
    }

    static JsonNode begin(Applicant a, String exam) {
        return ok(200, a.browser.post("/api/exams/" + exam + "/paper", Map.of())).json();
    }

    static Browser.Answer answer(Applicant a, String exam, int position, String letters) {
        return a.browser.send("PUT", "/api/exams/" + exam + "/paper/answers/" + position, "{\"answer\":\"" + letters + "\"}");
    }

    /** Answers so many questions right, the others wrong. */
    static void answerAll(Applicant a, String exam, int right) {
        for (JsonNode q : begin(a, exam).path("questions")) {
            int n = q.path("position").asInt();
            String kind = q.path("kind").asString();
            ok(200, answer(a, exam, n, n > right ? "A" : kind.equals("multiple") ? "BD" : "B"));
        }
    }

    static JsonNode handIn(Applicant a, String exam) {
        return ok(200, a.browser.post("/api/exams/" + exam + "/paper/handing-in", Map.of())).json();
    }

    JsonNode application(String id) {
        return ok(200, desk.supervisor.get("/api/registry/applications/" + id)).json();
    }
}
