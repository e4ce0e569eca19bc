package org.mingfa.server.jurist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.server.jurist.DraftDesk.named;
import static org.mingfa.server.jurist.DraftDesk.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Change;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.cases.Rebuilding;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.PublishedAmendment;
import org.mingfa.server.catalogue.Restart;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A new version says for pending cases keep or switch; the switch is an entry that holds for later acts. */
@ServerTest
@Import({TestCity.class, Restart.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PendingCasesTest {

    private static final String CODE = "jurisdiction-dispute";
    private static final String FILE = "national/jurisdiction-dispute/procedure.yaml";
    private static final String CITE = "行政处罚法 第八十六条";
    private static final LocalDate BEGUN = Bureau.TODAY.minusDays(3);

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired CurrentLaw law;
    @Autowired Rebuilding rebuilding;
    @Autowired Restart restart;
    @Autowired Transactions transactions;
    Bureau bureau;
    DraftDesk author;
    Desk head;

    @BeforeEach
    void people() {
        bureau = new Bureau(city, jdbc);
        author = new DraftDesk(port, bureau.reviewer);
        head = new Desk(port, bureau.head);
    }

    private String opened() {
        return head.open(Map.of("procedure", CODE, "act", Bureau.act("raise", BEGUN, List.of(),
                Map.of("kind", "jurisdiction", "body", "乙县市场监管局", "matter", "网络经营", "ownView", "属于本机关管辖"))));
    }

    private static Map<String, Object> pending(String pending, String cite) {
        return Map.of("title", "试改", "reason", "上位法修改", "from", DraftDesk.soon().toString(), "pending", pending, "cite", cite);
    }

    @Test
    @Order(1)
    void aDraftSaysWhatBecomesOfPendingCasesAndHowManyThereAre() {
        String id = author.begin(CODE, DraftDesk.soon());
        assertThat(author.read(id).path("transition").path("pending").asString()).isEqualTo("keep");
        assertThat(author.read(id).path("transition").path("cases").asInt(-1)).isZero();
        opened();
        assertThat(author.read(id).path("transition").path("cases").asInt()).isEqualTo(1);
        assertThat(Desk.pointers(author.send("PUT", id, "", pending("switch", " ")))).containsExactly("/cite");
        assertThat(Desk.pointers(author.send("PUT", id, "", pending("at once", CITE)))).containsExactly("/pending");
        JsonNode over = author.put(id, "", pending("switch", CITE));
        assertThat(over.path("transition").path("cite").asString()).isEqualTo(CITE);
        assertThat(author.post(id, "/check").path("check").path("passed").asBoolean()).as("it changes no law yet").isFalse();
        author.put(id, "/parameters/talk", value("5 wd"));
        assertThat(author.post(id, "/check").path("check").path("passed").asBoolean()).isTrue();
        assertThat(author.put(id, "", pending("keep", "")).path("transition").path("pending").asString()).isEqualTo("keep");
    }

    /** As a draft that was published before today has left it. */
    private void inForceToday(CurrentLaw publishing, String draft) {
        Amendment now = new Amendment(law.loaded().texts(), CODE, Bureau.TODAY);
        Change days = Change.parameter(FILE, "talk", String.valueOf(now.parameter(FILE, "talk")), "5 wd", CITE, true, "");
        Change rule = Change.added(FILE, "settle", "ours-first", "{id: ours-first, title: 交由对方管辖的应当报批, severity: bar, require: \"act.result != 'theirs'\", cite: 行政处罚法 第二十五条}");
        publishing.publish(new PublishedAmendment(Long.parseLong(draft), "试改", CODE, Bureau.TODAY, List.of(days, rule, Change.transition(CITE)), null), bureau.head.id(), () -> {});
    }

    private static String due(JsonNode one) {
        return named(one.path("duties"), "act", "settle").path("due").asString();
    }

    private static Map<String, Object> settle() {
        return Bureau.act("settle", Bureau.TODAY, List.of(), Map.of("result", "theirs", "document", "纪要1号"));
    }

    private static Map<String, Object> told(LocalDate day) {
        return Bureau.act("handle-urgently", day, List.of(), Map.of("ground", "public-safety", "measures", "先行封存"));
    }

    @Test
    @Order(2)
    void aPendingCaseGoesOverWithItsNextActAndKeepsWhatItHas() {
        String id = opened();
        String pinned = law.digest();
        String due = due(head.one(id));
        CurrentLaw elsewhere = restart.with(null);
        inForceToday(elsewhere, author.begin(CODE, DraftDesk.soon()));
        head = new Desk(port, bureau.head);
        assertThat(Desk.rules(head.act(id, settle()).json().path("findings"))).as("published on another server, the next act knows").contains("settle.ours-first");
        assertThat(law.digest()).isEqualTo(elsewhere.digest()).isNotEqualTo(pinned);
        assertThat(law.procedure(pinned, "assistance", "市场监管", "14", BEGUN)).as("not changed by it: not read again")
                .isSameAs(law.laws().procedure("assistance", "市场监管", "14", BEGUN));
        JsonNode pending = named(head.get("/api/procedures/" + CODE + "/text").path("layers"), "version", "2026.1@" + Bureau.TODAY).path("pending");
        assertThat(pending.path("text").asString()).contains("自 " + Bureau.TODAY + " 起").contains("尚未办结的案件也改用");
        assertThat(pending.path("cite").asString()).isEqualTo(CITE);
        rebuild(id);
        JsonNode waiting = head.one(id);
        assertThat(waiting.path("transition").path("state").asString()).isEqualTo("waiting");
        assertThat(waiting.path("transition").path("version").asString()).isEqualTo("2026.1@" + Bureau.TODAY);
        assertThat(due(waiting)).as("a duty of before keeps its date").isEqualTo(due);
        Map<String, Object> close = settle();
        assertThat(Desk.rules(head.act(id, close).json().path("findings"))).as("the new rule").contains("settle.ours-first");
        head.done(id, told(BEGUN.plusDays(1)));
        assertThat(head.seq(id)).as("what was done before the day stands under the old version").isEqualTo(2);
        Map<String, Object> first = told(Bureau.TODAY);
        first.put("expectedSeq", 2);
        Browser.Answer done = head.send(id, first, "once");
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.json().path("entry").path("seq").asLong()).isEqualTo(4);
        assertThat(head.send(id, first, "once").json().path("entry").path("seq").asLong()).as("sent twice").isEqualTo(4);
        over(id, pinned);
        rebuild(id);
        over(id, pinned);
        assertThat(head.get("/api/cases/" + id + "?validAt=" + BEGUN).path("seq").asLong()).isEqualTo(1);
        assertThat(Desk.pointers(head.act(id, corrects(id)))).isNotEmpty();
        assertThat(law.procedure(pinned, CODE, "市场监管", "14", BEGUN).version()).isEqualTo("2026.1");
    }

    private static Map<String, Object> corrects(String id) {
        Map<String, Object> act = told(Bureau.TODAY);
        act.putAll(Map.of("corrects", 3, "reason", "更正", "mode", "NOW"));
        return act;
    }

    private void rebuild(String id) {
        assertThat(bureau.agency.scope().call(() -> rebuilding.rebuild(CaseKey.parse(id).orElseThrow()))).isTrue();
    }

    private void over(String id, String pinned) {
        JsonNode one = head.one(id);
        assertThat(one.path("transition").isNull()).isTrue();
        assertThat(one.path("seq").asLong()).isEqualTo(4);
        assertThat(one.path("packs").findValuesAsString("version")).contains("2026.1@" + Bureau.TODAY);
        JsonNode entry = head.get("/api/cases/" + id + "/entries").path("items").valueStream().filter(e -> e.path("seq").asLong() == 3).findFirst().orElseThrow();
        assertThat(entry.path("title").asString()).isEqualTo("改用新版本");
        assertThat(entry.path("actor").path("name").asString()).isEqualTo("平台");
        assertThat(entry.path("at").asString()).isEqualTo(Bureau.TODAY.toString());
        assertThat(entry.path("form").path("cite").asString()).isEqualTo(CITE);
        assertThat(Desk.rules(head.act(id, settle()).json().path("findings"))).contains("settle.ours-first");
        List<String> kept = bureau.agency.scope().call(() -> transactions.read(() -> jdbc.sql(
                "select law || ' ' || now_on from enforcement_case where region_id || '-' || case_id = ?").param(id).query(String.class).list()));
        assertThat(kept).containsExactly(pinned + " " + Bureau.TODAY);
    }

    @Test
    @Order(3)
    void aDayToComeIsAnnounced() {
        String id = opened();
        String draft = author.begin(CODE, DraftDesk.soon());
        author.put(draft, "", pending("switch", CITE));
        author.put(draft, "/parameters/talk", value("4 wd"));
        author.post(draft, "/check");
        author.post(draft, "/submit");
        new DraftDesk(port, city.person(bureau.agency, "supervisor")).post(draft, "/publish");
        head.done(id, told(Bureau.TODAY));
        JsonNode announced = head.one(id).path("transition");
        assertThat(announced.path("state").asString()).isEqualTo("announced");
        assertThat(announced.path("from").asString()).isEqualTo(DraftDesk.soon().toString());
    }
}
