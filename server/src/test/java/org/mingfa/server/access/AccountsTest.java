package org.mingfa.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.factor.Authenticator;
import org.mingfa.server.access.store.PendingStore;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Passwords, second factor, sessions, and what the auditor sees of them. */
@ServerTest
@Import(TestCity.class)
class AccountsTest {

    private static final Map<String, String> OWN = Map.of("password", TestCity.PASSWORD);

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Browser.Answer signIn(TestCity.Person person, String code) {
        return new Browser(port).post("/api/session", Map.of("account", person.login(), "password", TestCity.PASSWORD, "code", code));
    }

    /** The authenticator's secret, proven; the codes of recovery go into {@code codes}. */
    private String factorOf(Browser browser, List<String> codes) {
        String secret = browser.post("/api/account/second-factor", Map.of("password", TestCity.PASSWORD)).json().at("/secret").asString();
        assertThat(browser.send("PUT", "/api/account/second-factor", "{\"code\":\"000000\"}").status()).isEqualTo(422);
        JsonNode told = browser.send("PUT", "/api/account/second-factor", "{\"code\":\"" + Authenticator.code(secret, -1) + "\"}").json();
        told.forEach(code -> codes.add(code.asString()));
        return secret;
    }

    @Test
    void aSecondFactorIsAskedForAndEachCodeCountsOnce() {
        TestCity.Person person = city.person(city.agency(), "officer");
        List<String> codes = new java.util.ArrayList<>();
        String secret = factorOf(Browser.of(port, person), codes);
        Browser.Answer asked = new Browser(port).signIn(person.login(), TestCity.PASSWORD);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.json().at("/secondFactor").asBoolean()).isTrue();
        String code = Authenticator.code(secret, 0);
        assertThat(signIn(person, code).status()).isEqualTo(200);
        assertThat(signIn(person, code).status()).as("the same code again").isEqualTo(401);
        assertThat(codes).hasSize(10);
        assertThat(signIn(person, codes.getFirst()).status()).isEqualTo(200);
        assertThat(signIn(person, codes.getFirst()).status()).as("a recovery code again").isEqualTo(401);
    }

    @Test
    void wrongCodesLockTheAccountAndTheSecretIsKeptSealed() {
        TestCity.Person person = city.person(city.agency(), "officer");
        String secret = factorOf(Browser.of(port, person), new java.util.ArrayList<>());
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(person, "not-a-code").status()).isEqualTo(401);
        }
        assertThat(signIn(person, Authenticator.code(secret, 0)).status()).isEqualTo(423);
        byte[] kept = jdbc.sql("select sealed from second_factor where person_id = ?").param(person.id()).query(byte[].class).single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void aRoleMayObligeToASecondFactor() {
        TestCity.Person person = city.person(city.agency(), "officer");
        AccessSettings settings = new AccessSettings(5, 100, Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(12), 4, Duration.ofHours(72),
                AccessSettings.Bind.ADDRESS, List.of("officer"), false);
        PendingStore pending = new PendingStoreFor(jdbc, settings).store();
        assertThat(pending.of(person.id(), LocalDate.now())).isEqualTo(PendingStore.Pending.SECOND_FACTOR);
        factorOf(Browser.of(port, person), new java.util.ArrayList<>());
        assertThat(pending.of(person.id(), LocalDate.now())).isEqualTo(PendingStore.Pending.NOTHING);
    }

    @Test
    void theSecurityAdministratorResetsAPasswordAndItMustBeChanged() {
        TestCity.Agency agency = city.agency();
        TestCity.Person officer = city.person(agency, "officer");
        Browser before = Browser.of(port, officer);
        Browser security = Browser.of(port, city.person(agency, "security-admin"));
        String once = security.post("/api/accounts/" + officer.id() + "/password", OWN).json().at("/password").asString();
        assertThat(before.get("/api/session").status()).as("the old session").isEqualTo(401);
        Browser after = new Browser(port);
        assertThat(after.signIn(officer.login(), once).json().at("/pending").asString()).isEqualTo("password");
        assertThat(after.get("/api/cases").status()).isEqualTo(403);
        assertThat(after.send("PUT", "/api/account/password", "{\"password\":\"" + once + "\",\"next\":\"short\"}").status()).isEqualTo(422);
        assertThat(after.send("PUT", "/api/account/password", "{\"password\":\"" + once + "\",\"next\":\"another long one\"}").status()).isEqualTo(204);
        assertThat(after.get("/api/cases").status()).isEqualTo(200);
        assertThat(after.get("/api/session").json().at("/pending").isNull()).isTrue();
    }

    @Test
    void aOneTimePasswordEnds() {
        TestCity.Agency agency = city.agency();
        TestCity.Person officer = city.person(agency, "officer");
        String once = Browser.of(port, city.person(agency, "security-admin")).post("/api/accounts/" + officer.id() + "/password", OWN).json().at("/password").asString();
        jdbc.sql("update account set one_time_until = now() - interval '1 minute' where person_id = ?").param(officer.id()).update();
        assertThat(new Browser(port).signIn(officer.login(), once).status()).isEqualTo(401);
    }

    @Test
    void anAccountIsOpenedForSomeoneOfTheRegionOnly() {
        TestCity.Agency agency = city.agency();
        Browser security = Browser.of(port, city.person(agency, "security-admin"));
        TestCity.Person elsewhere = city.person(city.agency(), "officer");
        assertThat(security.post("/api/accounts/" + elsewhere.id() + "/password", OWN).status()).isEqualTo(404);
        long fresh = jdbc.sql("insert into person (agency_id, name) values (?, '新来的') returning id").param(agency.id()).query(Long.class).single();
        assertThat(security.post("/api/accounts/" + fresh + "/password", OWN).status()).isEqualTo(422);
        assertThat(security.post("/api/accounts/" + fresh + "/password", Map.of("password", TestCity.PASSWORD, "login", elsewhere.login())).status()).isEqualTo(422);
        assertThat(security.post("/api/accounts/" + fresh + "/password", Map.of("password", TestCity.PASSWORD, "login", "New." + fresh)).json().at("/login").asString()).isEqualTo("new." + fresh);
        JsonNode rows = security.get("/api/accounts?q=" + java.net.URLEncoder.encode("新来", java.nio.charset.StandardCharsets.UTF_8)).json().at("/items");
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.at("/0/oneTime").asBoolean()).isTrue();
    }

    @Test
    void oneSeesAndEndsOnesSessions() {
        TestCity.Person person = city.person(city.agency(), "officer");
        Browser desk = Browser.of(port, person);
        Browser phone = Browser.of(port, person);
        JsonNode sessions = desk.get("/api/account").json().at("/sessions");
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(sessions.at("/0/address").asString()).isEqualTo("127.0.0.1");
        String other = StreamSupport.stream(sessions.spliterator(), false).filter(s -> !s.at("/current").asBoolean()).findFirst().orElseThrow().at("/id").asString();
        assertThat(desk.delete("/api/account/sessions/" + other).status()).isEqualTo(204);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void theAuditorFollowsOnePersonAndChangesNothing() {
        TestCity.Agency agency = city.agency();
        TestCity.Person officer = city.person(agency, "officer");
        new Browser(port).signIn(officer.login(), "wrong password");
        Browser.of(port, officer).send("POST", "/api/calendar", "{}");
        Browser.of(port, city.person(agency, "security-admin")).post("/api/accounts/" + officer.id() + "/password", OWN);
        Browser auditor = Browser.of(port, city.person(agency, "audit-admin"));
        JsonNode rows = auditor.get("/api/audit?person=" + officer.id()).json().at("/items");
        assertThat(StreamSupport.stream(rows.spliterator(), false).map(r -> r.at("/title").asString() + r.at("/done").asBoolean()))
                .containsExactly("设置一次性密码true", "工作日历：新增或者办理false", "登录true", "登录false");
        assertThat(auditor.get("/api/audit?person=" + officer.id() + "&done=false&limit=1").json().at("/next").isNull()).isFalse();
        assertThat(auditor.bytes("/api/audit/export?person=" + officer.id()).statusCode()).isEqualTo(200);
        assertThat(auditor.get("/api/audit?act=audit-export").json().at("/items/0/title").asString()).isEqualTo("导出审计记录");
        Browser elsewhere = Browser.of(port, city.person(city.agency(), "audit-admin"));
        assertThat(elsewhere.get("/api/audit?person=" + officer.id()).json().at("/items").size()).as("another region").isZero();
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set act = ''").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void aResetIsOfSomebodyElseAskedForWithOnesOwnPasswordAndNeverOfBothByOne() {
        TestCity.Agency agency = city.agency();
        TestCity.Person admin = city.person(agency, "security-admin");
        Browser security = Browser.of(port, admin);
        assertThat(security.post("/api/accounts/" + admin.id() + "/password", OWN).status()).as("one's own").isEqualTo(409);
        assertThat(security.post("/api/accounts/" + admin.id() + "/second-factor/removal", OWN).status()).as("one's own").isEqualTo(409);
        TestCity.Person officer = city.person(agency, "officer");
        factorOf(Browser.of(port, officer), new java.util.ArrayList<>());
        String reset = "/api/accounts/" + officer.id() + "/second-factor/removal";
        assertThat(security.post(reset, Map.of()).status()).isEqualTo(422);
        assertThat(security.post(reset, Map.of("password", "wrong password")).status()).isEqualTo(422);
        assertThat(security.post(reset, OWN).status()).isEqualTo(204);
        assertThat(security.post("/api/accounts/" + officer.id() + "/password", OWN).status()).as("both by one").isEqualTo(409);
        Browser second = Browser.of(port, city.person(agency, "security-admin"));
        assertThat(second.post("/api/accounts/" + officer.id() + "/password", OWN).status()).isEqualTo(200);
        TestCity.Person other = city.person(agency, "officer");
        assertThat(security.post("/api/accounts/" + other.id() + "/password", OWN).status()).isEqualTo(200);
        assertThat(security.post("/api/accounts/" + other.id() + "/second-factor/removal", OWN).status()).as("both by one").isEqualTo(409);
    }

    @Test
    void aProvenFactorIsNotProvenAgainAndWrongCodesAreCounted() {
        TestCity.Person person = city.person(city.agency(), "officer");
        Browser browser = Browser.of(port, person);
        browser.post("/api/account/second-factor", OWN);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.send("PUT", "/api/account/second-factor", "{\"code\":\"not-a-code\"}").status()).isEqualTo(422);
        }
        assertThat(browser.send("PUT", "/api/account/second-factor", "{\"code\":\"not-a-code\"}").status()).isEqualTo(423);
        TestCity.Person with = city.person(city.agency(), "officer");
        Browser proven = Browser.of(port, with);
        factorOf(proven, new java.util.ArrayList<>());
        assertThat(proven.send("PUT", "/api/account/second-factor", "{\"code\":\"000000\"}").status()).isEqualTo(409);
    }

    @Test
    void triesAtOneTimeDoNotPassTheLimitAndLockedOnesAreKept() throws Exception {
        TestCity.Agency agency = city.agency();
        TestCity.Person person = city.person(agency, "officer");
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            List<java.util.concurrent.Callable<Integer>> tries = java.util.Collections.nCopies(12, () -> new Browser(port).signIn(person.login(), "wrong password").status());
            List<Integer> answers = new java.util.ArrayList<>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
            assertThat(answers).filteredOn(status -> status == 423).hasSize(7);
        }
        Browser auditor = Browser.of(port, city.person(agency, "audit-admin"));
        assertThat(auditor.get("/api/audit?person=" + person.id() + "&done=false&act=sign-in").json().at("/items").size()).isEqualTo(12);
    }

    @Test
    void refusalsLeaveAnEntryAlsoWhereWhatIsDoneIsToldElsewhere() {
        TestCity.Agency agency = city.agency();
        TestCity.Person officer = city.person(agency, "officer");
        Browser browser = Browser.of(port, officer);
        assertThat(browser.get("/api/audit").status()).isEqualTo(403);
        assertThat(browser.post("/api/accounts/" + officer.id() + "/password", OWN).status()).isEqualTo(403);
        assertThat(browser.get("/api/cases/3-1").status()).isEqualTo(404);
        assertThat(browser.get("/api/cases").status()).isEqualTo(200);
        Browser auditor = Browser.of(port, city.person(agency, "audit-admin"));
        String today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        JsonNode rows = auditor.get("/api/audit?person=" + officer.id() + "&done=false&from=" + today + "&to=" + today).json().at("/items");
        assertThat(StreamSupport.stream(rows.spliterator(), false).map(r -> r.at("/act").asString()))
                .containsExactly("GET /api/cases/{id}", "POST /api/accounts/{person}/password", "GET /api/audit");
        assertThat(auditor.get("/api/audit?kind=/api/accounts").json().at("/items").size()).isEqualTo(1);
        assertThat(auditor.get("/api/audit?object=" + officer.id()).json().at("/items").size()).isEqualTo(1);
        assertThat(auditor.get("/api/audit?to=2020-01-01").json().at("/items").size()).isZero();
    }

    @Test
    void theMachinesOwnerFindsTheWayBackIn(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws java.io.IOException {
        TestCity.Person person = city.person(city.agency(), "security-admin");
        factorOf(Browser.of(port, person), new java.util.ArrayList<>());
        jdbc.sql("update account set disabled = true where person_id = ?").param(person.id()).update();
        var environment = new org.springframework.core.env.StandardEnvironment();
        environment.getPropertySources().addFirst(new org.springframework.core.env.MapPropertySource("test",
                Map.of("mingfa.data", folder.toString(), "mingfa.access.password-cost", "4")));
        java.nio.file.Path file = AccountProgram.reset(environment, person.login());
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        String once = java.nio.file.Files.readString(file).split(" ")[1];
        assertThat(new Browser(port).signIn(person.login(), once).json().at("/pending").asString()).isEqualTo("password");
        assertThatThrownBy(() -> AccountProgram.reset(environment, "nobody-at-all")).hasMessageContaining("There is no account");
    }
}
