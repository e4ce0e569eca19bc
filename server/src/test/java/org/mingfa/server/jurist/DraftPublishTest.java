package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingfa.server.jurist.DraftDesk.named;
import static org.mingfa.server.jurist.DraftDesk.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.Restart;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A draft of law is replayed over closed cases, published by a second person, and in force from its day on. */
@ServerTest
@Import({TestCity.class, Restart.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DraftPublishTest {

    private static final String CODE = "assistance";
    private static final String FILE = "national/assistance/procedure.yaml";
    private static final LocalDate FROM = DraftDesk.soon();

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired CurrentLaw law;
    @Autowired Restart restart;
    @Autowired Transactions transactions;
    Bureau bureau;
    DraftDesk author;
    DraftDesk supervisor;

    @BeforeEach
    void twoPeople() {
        bureau = new Bureau(city, jdbc);
        author = new DraftDesk(port, bureau.reviewer);
        supervisor = new DraftDesk(port, city.person(bureau.agency, "supervisor"));
    }

    private String opened() {
        return new Desk(port, bureau.head).open(Map.of("procedure", CODE, "act", Bureau.act("request", Bureau.TODAY, List.of(),
                Map.of("body", "乙县公安局", "matter", "调取监控", "reasons", "涉案车辆", "document", "云协〔2026〕1号"))));
    }

    private String closed() {
        String id = opened();
        Desk head = new Desk(port, bureau.head);
        head.done(id, Bureau.act("receive-result", Bureau.TODAY, List.of(), Map.of("outcome", "assisted", "result", "已提供")));
        assertThat(head.done(id, Bureau.act("close-case", Bureau.TODAY, List.of(), Map.of())).path("case").path("ended").asBoolean()).isTrue();
        return id;
    }

    private static Map<String, Object> rule(String act, String text) {
        return Map.of("act", act, "file", FILE, "text", text);
    }

    @Test
    @Order(1)
    void theReplayListsWhatTheDraftWouldHaveBarredFoundAndNoLongerFound() {
        String first = closed();
        closed();
        opened();
        String id = author.begin(CODE, FROM);
        author.done("POST", id, "/rules", rule("close-case", "{id: summary, title: 办结应当写明情况, severity: bar, require: has(act.summary), cite: 行政处罚法 第二十六条}"));
        author.done("POST", id, "/rules", rule("request", "{id: number, title: 应当写明案号, severity: warn, require: has(act.caseNumber), cite: 行政处罚法 第二十六条}"));
        JsonNode replay = author.post(id, "/replay").path("replay");
        assertThat(List.of(replay.path("cases").asInt(), replay.path("of").asInt(), replay.path("barred").asInt(), replay.path("added").asInt(), replay.path("removed").asInt()))
                .as(replay.toString()).containsExactly(2, 2, 2, 2, 0);
        JsonNode row = named(replay.path("rows"), "kind", "BARRED");
        assertThat(row.path("act").asString()).isEqualTo("close-case");
        assertThat(row.path("actTitle").asString()).isEqualTo("办结");
        assertThat(row.path("finding").path("rule").asString()).isEqualTo("close-case.summary");
        assertThat(replay.path("rows").findValuesAsString("case")).contains(first);
        assertThat(named(author.read(id).path("history"), "what", "replayed").path("note").asString()).contains("试跑 2 件").contains("拦截 2");
        assertThat(new DraftDesk(port, new Bureau(city, jdbc).reviewer).read(id).path("replay").isNull()).as("another agency does not see these cases").isTrue();
        assertThat(supervisor.read(id).path("replay").path("barred").asInt()).isEqualTo(2);
        JsonNode changed = author.put(id, "/rules/close-case/summary", Map.of("text", "{id: summary, title: 甲, require: act.none}"));
        assertThat(changed.path("replay").isNull()).as("it was of the draft as it was").isTrue();
        assertThat(author.send("POST", id, "/replay", Map.of()).status()).as("it does not compile").isEqualTo(422);
    }

    @Test
    @Order(2)
    void aRuleLeftOutIsNoLongerFound() {
        String id = opened();
        Map<String, Object> early = Bureau.act("close-case", Bureau.TODAY, List.of(), Map.of());
        early.putAll(Map.of("mode", "IRREGULAR", "reason", "未收到结果即办结"));
        early.put("approver", Long.toString(bureau.head.id()));
        Browser.Answer answer = new Desk(port, bureau.officer).act(id, early);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String draft = author.begin(CODE, FROM);
        author.put(draft, "/rules/close-case/answered", Map.of("removed", true));
        JsonNode replay = author.post(draft, "/replay").path("replay");
        assertThat(replay.path("removed").asInt()).as(replay.toString()).isEqualTo(1);
        assertThat(replay.path("rows").get(0).path("finding").path("rule").asString()).isEqualTo("close-case.answered");
    }

    private String submitted(DraftDesk by, String value) {
        String id = by.begin(CODE, FROM);
        by.put(id, "/parameters/assist", value(value));
        JsonNode check = by.post(id, "/check").path("check");
        assertThat(check.path("passed").asBoolean()).as(check.toString()).isTrue();
        by.done("POST", id, "/submit", Map.of("note", "请审核"));
        return id;
    }

    @Test
    @Order(3)
    void whoeverWroteADraftMayNotPublishIt() {
        String own = submitted(supervisor, "12 wd");
        assertThat(supervisor.read(own).path("why").asString()).contains("另一人");
        Browser.Answer answer = supervisor.send("POST", own, "/publish", Map.of("note", ""));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asString()).contains("另一人");
        supervisor.done("POST", own, "/withdraw", Map.of("note", ""));
        String touched = author.begin(CODE, FROM);
        supervisor.put(touched, "/parameters/assist", value("12 wd"));
        supervisor.post(touched, "/check");
        author.post(touched, "/submit");
        assertThat(supervisor.send("POST", touched, "/publish", Map.of("note", "")).status()).as("edited by the supervisor").isEqualTo(403);
        assertThat(days(law.laws().procedure(CODE, "市场监管", "14", FROM))).isEqualTo("15 wd");
    }

    private static String days(Procedure p) {
        return p.parameters().stream().filter(x -> x.name().equals("assist")).findFirst().orElseThrow().value().toString();
    }

    @Test
    @Order(4)
    void aPublishedDraftIsInForceFromItsDayOnAndOldCasesStayUnderTheOldLaw(@TempDir Path folder) throws IOException {
        String old = opened();
        String before = law.digest();
        String due = due(old);
        String id = submitted(author, "10 wd");
        String other = submitted(author, "9 wd");
        assertThat(author.send("POST", id, "/publish", Map.of("note", "")).status()).isEqualTo(403);
        JsonNode published = supervisor.done("POST", id, "/publish", Map.of("note", "同意"));
        assertThat(published.path("state").asString()).isEqualTo("published");
        JsonNode value = named(published.path("parameters"), "name", "assist");
        assertThat(List.of(value.path("value").asString(), value.path("change").path("value").asString())).as("beside the law that it changed").containsExactly("15 wd", "10 wd");
        assertThat(law.digest()).isNotEqualTo(before);
        inForce(law);
        assertThat(days(law.procedure(before, CODE, "市场监管", "14", FROM))).as("a case pinned before").isEqualTo("15 wd");
        assertThat(due(old)).isEqualTo(due);
        new Desk(port, bureau.head).done(old, Bureau.act("told-delay", Bureau.TODAY, List.of(), Map.of("days", 3)));
        assertThat(pinned(old)).isEqualTo(before);
        assertThat(pinned(opened())).as("a case of today is pinned to the law with the draft, whose day has not come").isEqualTo(law.digest());
        assertThat(tried(FROM)).as("a request of the day in force").isEqualTo(after(FROM, 10));
        assertThat(tried(Bureau.TODAY)).as("one of today").isEqualTo(after(Bureau.TODAY, 15));
        assertThat(supervisor.read(other).path("publishable").asBoolean()).isTrue();
        assertThat(supervisor.send("POST", other, "/publish", Map.of("note", "")).status()).as("what it changes has changed").isEqualTo(422);
        inForce(restart.with(null));
        assertThat(restart.with(null).digest()).isEqualTo(law.digest());
        misfit(folder, id);
    }

    private void inForce(CurrentLaw now) {
        Procedure after = now.laws().procedure(CODE, "市场监管", "14", FROM);
        assertThat(days(after)).isEqualTo("10 wd");
        assertThat(after.version()).isEqualTo("2026.1@" + FROM);
        assertThat(days(now.laws().procedure(CODE, "市场监管", "14", FROM.minusDays(1)))).isEqualTo("15 wd");
        assertThat(now.laws().procedure("penalty-ordinary", "市场监管", "14", FROM).version()).isEqualTo("2026.1");
    }

    private String due(String id) {
        return named(new Desk(port, bureau.head).one(id).path("duties"), "act", "receive-result").path("due").asString();
    }

    private String pinned(String id) {
        return bureau.agency.scope().call(() -> transactions.read(() -> jdbc.sql("select law from enforcement_case where region_id || '-' || case_id = ?")
                .param(id).query(String.class).single()));
    }

    /** When the result is due of a request that is made on that day. */
    private String tried(LocalDate day) {
        JsonNode out = bureau.as(port, bureau.officer).post("/api/procedures/" + CODE + "/what-if", Map.of("acts", List.of(Map.of("code", "request", "at", day.toString())))).json();
        return named(out.path("duties"), "act", "receive-result").path("due").asString();
    }

    private String after(LocalDate day, int workdays) {
        LocalDate d = day;
        for (int n = 0; n < workdays; n += law.calendar().isWorkday(d) ? 1 : 0) {
            d = d.plusDays(1);
        }
        return d.toString();
    }

    /** Packs that come later and say something else where the draft changed them stop the start. */
    private void misfit(Path folder, String id) throws IOException {
        Path shipped = Path.of("..", "law");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path f : files.filter(x -> x.toString().endsWith(".yaml")).toList()) {
                Path to = folder.resolve(shipped.relativize(f).toString());
                Files.createDirectories(to.getParent());
                Files.copy(f, to);
            }
        }
        inForce(restart.with(folder));
        Path file = folder.resolve(FILE);
        Files.writeString(file, Files.readString(file).replace("title: 执法协助\n", "title: 执法协助（修订）\n"));
        assertThat(days(restart.with(folder).laws().procedure(CODE, "市场监管", "14", FROM))).as("changed elsewhere: it still fits").isEqualTo("10 wd");
        Files.writeString(file, Files.readString(file).replace("value: 15 wd", "value: 14 wd"));
        assertThatThrownBy(() -> restart.with(folder)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("draft " + id).hasMessageContaining(FILE).hasMessageContaining("'assist'");
        assertThat(days(restart.with(folder, Long.valueOf(id)).laws().procedure(CODE, "市场监管", "14", FROM))).as("left out").isEqualTo("14 wd");
    }
}
