package org.mingfa.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who holds roles in several bodies works for one of them at a time (选择岗位、换岗). */
@ServerTest
@Import(TestCity.class)
class PostsTest {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Bureau home;
    private Bureau other;
    private TestCity.Person both;

    @BeforeEach
    void officerAtHomeAndHeadOfAnotherBody() {
        home = new Bureau(city, jdbc);
        other = new Bureau(city, jdbc);
        both = city.person(home.agency, "officer");
        accounts.grant(both.id(), "agency-head", other.agency.id(), SINCE, null);
    }

    private static String id(TestCity.Agency a) {
        return Long.toString(a.id());
    }

    private static Browser.Answer choose(Browser browser, TestCity.Agency agency) {
        return browser.send("PUT", "/api/session/post", "{\"agency\":" + agency.id() + "}");
    }

    private Browser at(Bureau bureau) {
        Browser browser = Browser.of(port, both);
        Browser.Answer chosen = choose(browser, bureau.agency);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        return browser;
    }

    private List<String> acts(Bureau of, boolean done) {
        Browser auditor = Browser.of(port, city.person(of.agency, "audit-admin"));
        return auditor.get("/api/audit?person=" + both.id() + "&done=" + done).json().path("items").valueStream().map(r -> r.path("title").asString()).toList();
    }

    @Test
    void afterSignInNothingIsPermittedBeforeOneBodyIsChosen() {
        Browser browser = Browser.of(port, both);
        JsonNode session = browser.get("/api/session").json();
        assertThat(session.path("pending").asString()).isEqualTo("post");
        assertThat(session.path("permissions").isEmpty()).isTrue();
        assertThat(session.path("posts").findValuesAsString("id")).containsExactly(id(home.agency), id(other.agency));
        assertThat(session.at("/posts/1/roleTitles/0").asString()).isEqualTo("机关负责人");
        Browser.Answer refused = browser.get("/api/cases");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("请先选择");
        assertThat(refused.json().path("moved").asBoolean()).isTrue();
    }

    @Test
    void whoHasRolesInOneBodyIsAskedNothing() {
        JsonNode session = Browser.of(port, home.officer).get("/api/session").json();
        assertThat(session.path("pending").isNull()).isTrue();
        assertThat(session.path("posts").size()).isEqualTo(1);
        assertThat(session.at("/agency/id").asString()).isEqualTo(id(home.agency));
        TestCity.Person lent = city.person(home.agency);
        accounts.grant(lent.id(), "officer", other.agency.id(), SINCE, null);
        assertThat(Browser.of(port, lent).get("/api/session").json().at("/agency/id").asString()).as("roles in another body only").isEqualTo(id(other.agency));
    }

    @Test
    void rolesAndRightsAreThoseOfTheChosenBodyAlone() {
        JsonNode officer = at(home).get("/api/session").json();
        assertThat(officer.at("/person/roles").toString()).isEqualTo("[\"officer\"]");
        assertThat(officer.path("permissions").toString()).contains("publication.submit").doesNotContain("case.assign");
        JsonNode head = at(other).get("/api/session").json();
        assertThat(head.at("/person/roles").toString()).isEqualTo("[\"agency-head\"]");
        assertThat(head.path("permissions").toString()).contains("case.assign").doesNotContain("publication.submit");
        assertThat(head.at("/agency/id").asString()).isEqualTo(id(other.agency));
    }

    @Test
    void theOtherBodysCaseIsNotFoundUntilThePostIsChanged() {
        String here = new Desk(port, home.head).open(home.filing(TODAY));
        String there = new Desk(port, other.head).open(other.filing(TODAY));
        Browser browser = at(home);
        assertThat(browser.get("/api/cases/" + here).status()).isEqualTo(200);
        assertThat(browser.get("/api/cases/" + there).status()).isEqualTo(404);
        assertThat(browser.get("/api/hand-overs").status()).as("the right is held in the other body").isEqualTo(403);
        assertThat(browser.get("/api/cases?state=all").json().path("items").findValuesAsString("id")).contains(here).doesNotContain(there);
        assertThat(choose(browser, other.agency).status()).isEqualTo(200);
        assertThat(browser.get("/api/cases/" + here).status()).isEqualTo(404);
        assertThat(browser.get("/api/cases/" + there).status()).isEqualTo(200);
        assertThat(browser.get("/api/hand-overs").status()).isEqualTo(200);
    }

    @Test
    void aPostThatEndsMidSessionIsLostAtOnce() {
        String there = new Desk(port, other.head).open(other.filing(TODAY));
        Browser browser = at(other);
        assertThat(browser.get("/api/cases/" + there).status()).isEqualTo(200);
        Browser security = Browser.of(port, city.person(other.agency, "security-admin"));
        Browser.Answer ended = security.send("PUT", "/api/registry/officers/" + both.id() + "/roles/agency-head",
                "{\"agency\":" + other.agency.id() + ",\"last\":\"" + TODAY.minusDays(1) + "\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(204);
        assertThat(browser.get("/api/cases/" + there).status()).isEqualTo(404);
        JsonNode session = browser.get("/api/session").json();
        assertThat(session.at("/agency/id").asString()).as("one body is left").isEqualTo(id(home.agency));
        assertThat(session.path("pending").isNull()).isTrue();
        assertThat(choose(browser, other.agency).status()).isEqualTo(422);
    }

    @Test
    void whenTheChosenPostEndsAndSeveralAreLeftOneIsChosenAnew() {
        Bureau third = new Bureau(city, jdbc);
        accounts.grant(both.id(), "archivist", third.agency.id(), SINCE, null);
        Browser browser = at(other);
        jdbc.sql("update person_role set valid_to = ? where person_id = ? and agency_id = ?").params(TODAY.minusDays(1), both.id(), other.agency.id()).update();
        accounts.reread(both.id());
        assertThat(browser.get("/api/cases").status()).isEqualTo(403);
        assertThat(browser.get("/api/session").json().path("pending").asString()).isEqualTo("post");
        assertThat(choose(browser, third.agency).status()).isEqualTo(200);
        assertThat(browser.get("/api/cases").status()).isEqualTo(200);
    }

    @Test
    void nobodyChoosesABodyInWhichTheyHoldNothingToday() {
        Bureau third = new Bureau(city, jdbc);
        accounts.grant(both.id(), "officer", third.agency.id(), SINCE, TODAY.minusDays(1));
        Browser browser = Browser.of(port, both);
        Browser.Answer refused = choose(browser, third.agency);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Desk.pointers(refused)).containsExactly("/agency");
        assertThat(choose(browser, city.agency()).status()).isEqualTo(422);
        assertThat(browser.send("PUT", "/api/session/post", "{}").status()).isEqualTo(422);
        assertThat(new Browser(port).send("PUT", "/api/session/post", "{\"agency\":" + home.agency.id() + "}").status()).isEqualTo(401);
        assertThat(acts(home, false)).as("tries are kept").contains("换岗").hasSize(3);
        assertThat(browser.get("/api/session").json().path("pending").asString()).isEqualTo("post");
    }

    @Test
    void theChoiceIsOfferedNextTimeAndEachSwitchIsAudited() {
        Browser browser = at(home);
        choose(browser, other.agency);
        JsonNode next = Browser.of(port, both).get("/api/session").json();
        assertThat(next.path("pending").asString()).as("offered, not taken").isEqualTo("post");
        assertThat(next.at("/posts/0/last").asBoolean()).isFalse();
        assertThat(next.at("/posts/1/last").asBoolean()).isTrue();
        assertThat(acts(home, true)).contains("登录后选择岗位").doesNotContain("换岗");
        assertThat(acts(other, true)).containsExactly("换岗");
    }

    @Test
    void whatIsDoneIsAuditedWhereItIsDone() {
        Browser browser = at(other);
        browser.get("/api/cases/3-1");
        assertThat(acts(other, false)).containsExactly("案件：导出、下载或者查阅");
        assertThat(acts(home, false)).isEmpty();
    }

    @Test
    void theSwitchGivesTheSessionANewCookieAndTheOldOneOpensNothing() {
        Browser browser = at(home);
        String before = browser.cookie("MINGFA_SESSION");
        JsonNode sessions = browser.get("/api/account").json().path("sessions");
        choose(browser, other.agency);
        assertThat(browser.cookie("MINGFA_SESSION")).isNotEqualTo(before);
        assertThat(browser.get("/api/account").json().path("sessions").findValuesAsString("id")).as("the same session").isEqualTo(sessions.findValuesAsString("id"));
        Browser stale = new Browser(port);
        assertThat(stale.send(stale.request("/api/session").header("Cookie", "MINGFA_SESSION=" + before).GET()).status()).isEqualTo(401);
    }

    @Test
    void aPageOfTheOtherBodyDoesNothingAfterASwitchInAnotherWindow() {
        Browser browser = at(home);
        choose(browser, other.agency);
        Browser.Answer refused = browser.send(browser.request("/api/cases").header("Mingfa-Agency", id(home.agency)).GET());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("moved").asBoolean()).isTrue();
        assertThat(browser.send(browser.request("/api/cases").header("Mingfa-Agency", id(other.agency)).GET()).status()).isEqualTo(200);
    }

    @Test
    void twoSessionsOfOnePersonMayWorkForTwoBodies() {
        Browser desk = at(home);
        Browser phone = at(other);
        assertThat(desk.get("/api/session").json().at("/agency/id").asString()).isEqualTo(id(home.agency));
        assertThat(phone.get("/api/session").json().at("/agency/id").asString()).isEqualTo(id(other.agency));
    }

    @Test
    void aPasswordOfOnesOwnComesBeforeTheChoice() {
        Browser security = Browser.of(port, city.person(home.agency, "security-admin"));
        String once = security.post("/api/accounts/" + both.id() + "/password", Map.of("password", TestCity.PASSWORD)).json().path("password").asString();
        Browser browser = new Browser(port);
        assertThat(browser.signIn(both.login(), once).json().path("pending").asString()).isEqualTo("password");
        choose(browser, home.agency);
        assertThat(browser.get("/api/cases").status()).isEqualTo(403);
    }
}
