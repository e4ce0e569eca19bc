package org.mingfa.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(TestCity.class)
class SigningInTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    Accounts accounts;

    @Test
    void anOfficerSignsInAndIsShownWithAgencyAndRoles() {
        TestCity.Agency agency = city.agency();
        Browser browser = Browser.of(port, city.person(agency, "officer", "legal-reviewer"));
        var shown = browser.get("/api/session").json();
        assertThat(shown.at("/person/roles").toString()).isEqualTo("[\"officer\",\"legal-reviewer\"]");
        assertThat(shown.at("/person/roleTitles/0").asString()).isEqualTo("执法人员");
        assertThat(shown.at("/agency/id").asString()).isEqualTo(Long.toString(agency.id()));
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = Browser.of(port, city.person(city.agency(), "officer"));
        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void nobodyIsToldWhetherAnAccountExists() {
        TestCity.Person person = city.person(city.agency(), "officer");
        Browser browser = new Browser(port);
        var wrong = browser.signIn(person.login(), "wrong password");
        var unknown = browser.signIn("nobody-at-all", "wrong password");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.json().at("/detail")).isEqualTo(unknown.json().at("/detail"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountEvenForTheRightOne() {
        TestCity.Person person = city.person(city.agency(), "officer");
        Browser browser = new Browser(port);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(person.login(), "wrong password").status()).isEqualTo(401);
        }
        var locked = browser.signIn(person.login(), TestCity.PASSWORD);
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.json().at("/detail").asString()).contains("锁定至");
    }

    @Test
    void aNewPasswordUnlocksTheAccountAndEndsItsSessionsInTheDatabase() {
        TestCity.Person person = city.person(city.agency(), "officer");
        Browser browser = new Browser(port);
        for (int i = 0; i < 5; i++) {
            browser.signIn(person.login(), "wrong password");
        }
        accounts.set(person.login(), person.id(), "another long password");
        assertThat(browser.signIn(person.login(), "another long password").status()).isEqualTo(200);
    }

    @Test
    void aRoleThatHasEndedCountsNoMore() {
        TestCity.Agency agency = city.agency();
        TestCity.Person person = city.person(agency, "officer");
        accounts.grant(person.id(), "agency-head", agency.id(), LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
        accounts.grant(person.id(), "unit-head", agency.id(), LocalDate.now().plusYears(1), null);
        var shown = Browser.of(port, person).get("/api/session").json();
        assertThat(shown.at("/person/roles").toString()).isEqualTo("[\"officer\"]");
    }

    @Test
    void aWriteWithoutTheCsrfHeaderIsRefused() {
        Browser browser = new Browser(port);
        var bare = browser.send(browser.request("/api/session").header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.json().at("/detail").asString()).contains("刷新");
    }

    @Test
    void theCsrfTokenOfAPageStaysWhileOtherRequestsAreOnTheirWay() {
        Browser browser = Browser.of(port, city.person(city.agency(), "officer"));
        for (String path : java.util.List.of("/api/session", "/api/todo", "/app/todo", "/api/no-such-thing")) {
            assertThat(browser.get(path).response().headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        TestCity.Person person = city.person(city.agency(), "officer");
        var answer = new Browser(port).signIn(person.login(), TestCity.PASSWORD);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("MINGFA_SESSION=").contains("HttpOnly", "SameSite=Strict"));
    }
}
