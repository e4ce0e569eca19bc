package org.mingfa.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city's identity provider vouches for people; a real one answers (mock-oauth2-server), over HTTP, with signed tokens. */
@ServerTest
@Import(TestCity.class)
class OidcTest {

    private static MockOAuth2Server provider;

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;

    @BeforeAll
    static void provider() throws Exception {
        provider = new MockOAuth2Server();
        provider.start(InetAddress.getLoopbackAddress(), Integer.getInteger("mingfa.test.provider-port"));
    }

    @AfterAll
    static void end() {
        provider.shutdown();
    }

    /** A browser that follows no redirect by itself. */
    private final class Person {
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String address) throws Exception {
            return http.send(HttpRequest.newBuilder(URI.create(address.startsWith("/") ? "http://127.0.0.1:" + port + address : address)).build(), HttpResponse.BodyHandlers.ofString());
        }

        String sent(String address) throws Exception {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return answer.headers().firstValue("Location").orElseThrow();
        }

        /** There and as far as the provider's answer: the callback's path with its code. */
        String vouched(String subject, Map<String, Object> claims) throws Exception {
            provider.enqueueCallback(new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of("mingfa"), claims, 600));
            URI back = URI.create(sent(sent("/api/session/oidc?to=/app/cases?state%3Dall")));
            return back.getPath() + "?" + back.getRawQuery();
        }
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }

    @Test
    void whoHasAnAccountComesInByTheProviderAndGoesWhereTheyWanted() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        Person one = new Person();
        assertThat(one.get("/api/session/ways").body()).contains("统一身份认证");
        assertThat(one.sent(one.vouched(subject(), Map.of("preferred_username", officer.login().toUpperCase(java.util.Locale.ROOT))))).isEqualTo("/app/cases?state=all");
        assertThat(one.get("/api/session").body()).contains("\"id\":\"" + officer.id() + "\"");
    }

    @Test
    void theSubjectCountsOnceItIsBoundAndALoginGivenToAnotherOpensNothing() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        String subject = subject();
        Person one = new Person();
        one.sent(one.vouched(subject, Map.of("preferred_username", officer.login())));
        Person renamed = new Person();
        assertThat(renamed.sent(renamed.vouched(subject, Map.of("preferred_username", "renamed")))).isEqualTo("/app/cases?state=all");
        Person another = new Person();
        assertThat(another.sent(another.vouched(subject(), Map.of("preferred_username", officer.login())))).isEqualTo("/app/sign-in?refused=other");
        assertThat(another.get("/api/session").statusCode()).isEqualTo(401);
        accounts.setOneTime(officer.login(), officer.id());
        assertThat(another.sent(another.vouched(subject(), Map.of("preferred_username", officer.login())))).as("unbound by the reset").isEqualTo("/app/cases?state=all");
    }

    @Test
    void aOneTimePasswordIsNotAskedOfWhoTheProviderVouchesFor() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        Accounts.OneTime once = accounts.setOneTime(officer.login(), officer.id());
        Person one = new Person();
        one.sent(one.vouched(subject(), Map.of("preferred_username", officer.login())));
        assertThat(one.get("/api/session").body()).contains("\"pending\":null");
        assertThat(new Browser(port).signIn(once.login(), once.password()).status()).as("the one-time password is gone").isEqualTo(401);
    }

    @Test
    void closedAndUnknownAccountsAndAnswersOfOtherWindowsOpenNothing() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        Person one = new Person();
        assertThat(one.sent(one.vouched(subject(), Map.of("preferred_username", "nobody-of-this-name")))).isEqualTo("/app/sign-in?refused=unknown");
        assertThat(one.sent(one.vouched(subject(), Map.of()))).isEqualTo("/app/sign-in?refused=unknown");
        URI back = URI.create(one.sent(one.sent("/api/session/oidc")));
        String answer = back.getPath() + "?" + back.getRawQuery();
        Person thief = new Person();
        assertThat(thief.sent(answer)).as("a code from another browser").isEqualTo("/app/sign-in?refused=stale");
        assertThat(one.sent("/api/session/oidc/callback?error=access_denied&state=x")).isEqualTo("/app/sign-in?refused=stale");
        assertThat(one.sent(answer + "x")).as("another state").isEqualTo("/app/sign-in?refused=stale");
        accounts.disable(officer.id());
        Person closed = new Person();
        assertThat(closed.sent(closed.vouched(subject(), Map.of("preferred_username", officer.login())))).isEqualTo("/app/sign-in?refused=unknown");
        assertThat(one.sent("/api/session/oidc?to=//evil.example/app")).startsWith("http://127.0.0.1:" + System.getProperty("mingfa.test.provider-port") + "/city");
    }

    @Test
    void aTokenThatHasEndedIsNone() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        Person one = new Person();
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("city", subject(), "JWT", List.of("mingfa"), Map.of("preferred_username", officer.login()), -600));
        URI back = URI.create(one.sent(one.sent("/api/session/oidc")));
        assertThat(one.sent(back.getPath() + "?" + back.getRawQuery())).isEqualTo("/app/sign-in?refused=away");
    }

    @Test
    void whoHasASecondFactorHereNeedsOneThereToo() throws Exception {
        TestCity.Person officer = city.person(city.agency(), "officer");
        jdbc.sql("insert into second_factor (person_id, sealed, confirmed_at) values (?, '', ?)").params(officer.id(), java.sql.Timestamp.valueOf(LocalDate.now().atStartOfDay())).update();
        String subject = subject();
        Person one = new Person();
        assertThat(one.sent(one.vouched(subject, Map.of("preferred_username", officer.login())))).isEqualTo("/app/sign-in?refused=weak");
        assertThat(one.sent(one.vouched(subject, Map.of("preferred_username", officer.login(), "amr", List.of("pwd", "mfa"))))).isEqualTo("/app/cases?state=all");
    }
}
