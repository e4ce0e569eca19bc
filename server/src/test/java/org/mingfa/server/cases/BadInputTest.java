package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

@ServerTest
@Import(TestCity.class)
class BadInputTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    Bureau bureau;
    Desk officer;
    String id;

    @BeforeEach
    void aCase() {
        bureau = new Bureau(city, jdbc);
        id = new Desk(port, bureau.head).open(bureau.filing(TODAY));
        officer = new Desk(port, bureau.officer);
    }

    @Test
    void tellsAnUnknownAct() {
        refused(Desk.act("dance", TODAY, Map.of()), "/code");
    }

    @Test
    void tellsEveryFieldThatDoesNotFitAtOnce() {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("place", 7, "certificateShown", "yes", "signature", "maybe", "colour", "red"));
        refused(inspection(form), "/form/place", "/form/certificateShown", "/form/signature", "/form/colour", "/form/findings");
    }

    @Test
    void tellsAFractionWhereMoneyIsWhole() {
        Map<String, Object> notice = Desk.act("pay", TODAY, Map.of("amount", 10.5, "receipt", "1"), "party-1");
        refused(notice, "/form/amount");
    }

    @Test
    void takesNoNumberBeyondTheRange() {
        String body = """
                {"code":"pay","at":"%s","on":{"party":"party-1"},"form":{"amount":99999999999999999999999,"receipt":"1"},"expectedSeq":1}"""
                .formatted(TODAY);
        Browser.Answer answer = officer.browser.send("POST", "/api/cases/" + id + "/acts", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).contains("application/problem+json");
        nothingChanged();
    }

    @Test
    void takesNoDateInTheFutureNorBeforeTheCase() {
        refused(at(TODAY.plusDays(1).toString()), "/at");
        refused(at(TODAY.minusDays(1).toString()), "/at");
        refused(at("yesterday"), "/at");
        refused(at("2026-13-01"), "/at");
    }

    @Test
    void tellsAnObjectThatIsNotInTheCase() {
        refused(Desk.act("tell-rights", TODAY, Map.of("statement", true, "recusal", true), "party-9"), "/on/party");
        refused(Desk.act("tell-rights", TODAY, Map.of("statement", true, "recusal", true)), "/on/party");
    }

    @Test
    void takesNoConfirmationThatIsNotGiven() {
        refused(Desk.act("tell-rights", TODAY, Map.of("statement", false, "recusal", true), "party-1"), "/form/statement");
    }

    @Test
    void tellsAnOfficerWhoDoesNotExist() {
        Map<String, Object> act = bureau.inspection(TODAY, 1);
        act.put("officers", List.of(Long.toString(bureau.officer.id()), "987654321"));
        refused(act, "/officers/1");
        act.put("officers", List.of("Li"));
        refused(act, "/officers/0");
    }

    @Test
    void readsNoBodyThatIsNoJson() {
        Browser.Answer broken = officer.browser.send("POST", "/api/cases/" + id + "/acts", "{\"code\": ");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.type()).contains("application/problem+json");
        Browser.Answer unknown = officer.browser.send("POST", "/api/cases/" + id + "/acts", "{\"codex\": 1}");
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(400);
        nothingChanged();
    }

    @Test
    void takesNoHugeBody() {
        String body = "{\"code\":\"inspect\",\"reason\":\"" + "长".repeat(4_000_000) + "\"}";
        Browser.Answer answer = officer.browser.send("POST", "/api/cases/" + id + "/acts", body);
        assertThat(answer.status()).isEqualTo(413);
        nothingChanged();
    }

    @Test
    void openingNeedsAProcedureAnOpeningActAndAFieldThatIsNotIssued() {
        Desk head = new Desk(port, bureau.head);
        assertThat(Desk.pointers(head.browser.post("/api/cases", Map.of("act", Map.of())))).containsExactly("/procedure");
        assertThat(Desk.pointers(head.browser.post("/api/cases", Map.of("procedure", "marriage", "act", Map.of()))))
                .containsExactly("/procedure");
        Map<String, Object> numbered = bureau.filingAct(TODAY, "甲公司");
        ((Map<String, Object>) form(numbered)).put("caseNumber", "云市监罚立〔2026〕99号");
        Browser.Answer answer = head.browser.post("/api/cases", Map.of("procedure", "penalty-ordinary", "act", numbered));
        assertThat(Desk.pointers(answer)).containsExactly("/act/form/caseNumber");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(Map<String, Object> act) {
        return (Map<String, Object>) act.get("form");
    }

    private Map<String, Object> inspection(Map<String, Object> form) {
        Map<String, Object> act = bureau.inspection(TODAY, 1);
        act.put("form", form);
        return act;
    }

    private Map<String, Object> at(String when) {
        Map<String, Object> act = bureau.inspection(TODAY, 1);
        act.put("at", when);
        return act;
    }

    private void refused(Map<String, Object> act, String... pointers) {
        Browser.Answer answer = officer.act(id, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).contains("application/problem+json");
        assertThat(Desk.pointers(answer)).contains(pointers);
        nothingChanged();
    }

    private void nothingChanged() {
        assertThat(officer.seq(id)).isEqualTo(1);
    }
}
