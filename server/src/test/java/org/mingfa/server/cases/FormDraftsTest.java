package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Accounts;
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

/** What is typed outlives the browser; two windows and two people at one form know of each other (草稿). */
@ServerTest
@Import(TestCity.class)
class FormDraftsTest {

    private static final String PLACE = "3-1:inspect:";
    private static final String AT = "/api/form-drafts?place=" + PLACE;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    FormDrafts drafts;

    @Autowired
    Accounts accounts;

    private Bureau bureau;
    private Desk officer;

    @BeforeEach
    void aBureau() {
        bureau = new Bureau(city, jdbc);
        officer = new Desk(port, bureau.officer);
    }

    private static Browser.Answer save(Desk desk, Integer version, String window, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of("place", PLACE, "window", window));
        body.put("version", version);
        body.put("value", value);
        return desk.browser.send("PUT", "/api/form-drafts", JSON.writeValueAsString(body));
    }

    private static Map<String, Object> typed(String findings) {
        return Map.of("date", "2026-03-02", "form", Map.of("findings", findings, "present", "方小满"));
    }

    @Test
    void savingAndThrowingAwayAtOnceNeverBreaks() throws Exception {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new java.util.ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < 200; i++) {
                int n = i;
                sent.add(threads.submit(() -> (switch (n % 4) {
                    case 0 -> save(officer, 0, "w" + n % 3, typed("货架" + n));
                    case 1 -> save(officer, 1, "w" + n % 3, typed("货架" + n));
                    case 2 -> officer.browser.send("PUT", "/api/form-drafts", JSON.writeValueAsString(Map.of("place", PLACE, "window", "w9")));
                    default -> officer.browser.delete(AT);
                }).status()));
            }
            for (var one : sent) {
                assertThat(one.get()).isIn(200, 204, 409);
            }
        }
    }

    @Test
    void theSameFormInAnotherPostIsAnotherDraft() {
        Bureau other = new Bureau(city, jdbc);
        accounts.grant(bureau.officer.id(), "officer", other.agency.id(), LocalDate.of(2020, 1, 1), null);
        Desk both = new Desk(port, bureau.officer);
        work(both, bureau);
        assertThat(save(both, 0, "w1", typed("货架上没有标签")).status()).isEqualTo(200);
        work(both, other);
        assertThat(both.get(AT).path("version").asInt()).isZero();
        assertThat(save(both, 0, "w1", typed("占道堆放")).json().path("version").asInt()).isEqualTo(1);
        work(both, bureau);
        assertThat(both.get(AT).at("/value/form/findings").asString()).isEqualTo("货架上没有标签");
    }

    private static void work(Desk desk, Bureau at) {
        assertThat(desk.browser.send("PUT", "/api/session/post", "{\"agency\":" + at.agency.id() + "}").status()).isEqualTo(200);
    }

    @Test
    void whatIsTypedIsThereAgainInAnotherBrowserAndGoneWhenItIsHandedIn() {
        assertThat(officer.get(AT).path("version").asInt()).isZero();
        assertThat(save(officer, 0, "w1", typed("货架上没有标签")).json().path("version").asInt()).isEqualTo(1);
        assertThat(save(officer, 1, "w1", typed("货架上没有价签")).json().path("version").asInt()).isEqualTo(2);
        JsonNode kept = new Desk(port, bureau.officer).get(AT);
        assertThat(kept.at("/value/form/findings").asString()).isEqualTo("货架上没有价签");
        assertThat(kept.path("window").asString()).isEqualTo("w1");
        assertThat(officer.browser.delete(AT).status()).isEqualTo(204);
        assertThat(officer.browser.delete(AT).status()).as("again").isEqualTo(204);
        assertThat(officer.get(AT).path("value").isNull()).isTrue();
    }

    @Test
    void aSecondWindowIsToldWhatTheFirstSavedAndLosesNothing() {
        save(officer, 0, "w1", typed("一"));
        assertThat(save(officer, 0, "w2", typed("二")).status()).as("it has seen nothing").isEqualTo(409);
        Browser.Answer late = save(officer, 0, "w2", typed("二"));
        assertThat(late.json().at("/draft/value/form/findings").asString()).isEqualTo("一");
        assertThat(late.json().at("/draft/window").asString()).isEqualTo("w1");
        assertThat(save(officer, 1, "w2", typed("二")).status()).as("it has seen it and keeps its own").isEqualTo(200);
        assertThat(save(officer, 1, "w1", typed("三")).json().at("/draft/value/form/findings").asString()).isEqualTo("二");
        assertThat(save(officer, 7, "w3", typed("三")).status()).isEqualTo(409);
        assertThat(officer.get(AT).at("/value/form/findings").asString()).isEqualTo("二");
    }

    @Test
    void whoeverThrewADraftAwayInOneWindowIsNotOverwrittenByAnother() {
        save(officer, 0, "w1", typed("一"));
        officer.browser.delete(AT);
        assertThat(save(officer, 1, "w2", typed("二")).status()).as("it was handed in meanwhile").isEqualTo(409);
        assertThat(officer.get(AT).path("value").isNull()).isTrue();
    }

    @Test
    void colleaguesAtTheSameFormSeeEachOtherAndNotWhatIsTyped() {
        Desk second = new Desk(port, bureau.second);
        save(officer, 0, "w1", typed("一"));
        JsonNode seen = save(second, 0, "w9", null).json();
        assertThat(seen.path("others")).hasSize(1);
        assertThat(seen.at("/others/0").propertyNames()).containsExactlyInAnyOrder("name", "seenAt");
        assertThat(seen.path("value").isNull()).isTrue();
        assertThat(officer.get(AT).path("others")).hasSize(1);
        assertThat(save(officer, 1, "w1", null).json().path("version").asInt()).as("being there changes nothing").isEqualTo(1);
        Bureau other = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        assertThat(new Desk(port, other.officer).get(AT).path("others")).as("of another body nobody is seen").isEmpty();
    }

    @Test
    void itIsSealedAndForgottenWhenNobodyOpensIt() {
        save(officer, 0, "w1", typed("一"));
        byte[] content = bureau.agency.scope().<byte[], RuntimeException>call(() -> transactions.read(
                () -> jdbc.sql("select content from form_draft where person_id = ?").param(bureau.officer.id()).query(byte[].class).single()));
        assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("方小满", "findings");
        drafts.forget();
        assertThat(officer.get(AT).path("version").asInt()).isEqualTo(1);
        bureau.agency.scope().run(() -> transactions.write(() -> jdbc.sql("update form_draft set seen_at = now() - interval '31 days' where person_id = ?").param(bureau.officer.id()).update()));
        drafts.forget();
        assertThat(officer.get(AT).path("version").asInt()).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(Desk.pointers(save(officer, 0, "w 1", typed("一")))).containsExactly("/window");
        assertThat(Desk.pointers(save(officer, null, "w1", typed("一")))).containsExactly("/version");
        assertThat(Desk.pointers(save(officer, -1, "w1", typed("一")))).containsExactly("/version");
        assertThat(Desk.pointers(save(officer, 0, "w1", typed("长".repeat(300_001))))).containsExactly("/value");
        assertThat(Desk.pointers(officer.browser.send("PUT", "/api/form-drafts", "{\"window\":\"w\",\"version\":0,\"value\":{}}"))).containsExactly("/place");
        assertThat(officer.browser.get("/api/form-drafts").status()).isEqualTo(400);
        assertThat(new Desk(port, city.person(bureau.agency, "audit-admin")).browser.get(AT).status()).isEqualTo(403);
    }
}
