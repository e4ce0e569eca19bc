package org.mingfa.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.PermissionWords;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What each role may do, how far it reaches and who holds it (角色), as the administrators read it. */
@ServerTest
@Import(TestCity.class)
class RolesTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired PermissionWords words;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    TestCity.Agency agency;
    TestCity.Person administrator;
    Browser security;

    @BeforeEach
    void aSecurityAdministratorSignsIn() {
        agency = city.agency();
        administrator = city.person(agency, "security-admin");
        security = Browser.of(port, administrator);
    }

    private JsonNode holders(Browser by, String query) {
        Browser.Answer answer = by.get("/api/registry/roles/" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> people(JsonNode page) {
        return page.path("items").findValuesAsString("person");
    }

    @Test
    void everyRoleSaysInWordsWhatItMayDoAndHowFarItReaches() {
        JsonNode roles = security.get("/api/registry/roles").json();
        assertThat(roles.size()).isEqualTo(jdbc.sql("select count(*) from role").query(Integer.class).single());
        JsonNode officer = roles.get(0);
        assertThat(officer.path("title").asString()).isEqualTo("执法人员");
        assertThat(officer.path("reach").asString()).isEqualTo("agency");
        assertThat(officer.at("/areas/0/title").asString()).isEqualTo("案件");
        assertThat(officer.at("/areas/0/rights/0/title").asString()).startsWith("查看案件");
        assertThat(officer.path("excludes").valueStream().map(JsonNode::asString)).containsExactly("系统管理", "安全管理", "审计");
        for (JsonNode r : roles) {
            Set<String> held = new TreeSet<>(jdbc.sql("select permission from role_permission where role_code = ?").param(r.path("code").asString()).query(String.class).list());
            assertThat(new TreeSet<>(r.path("areas").findValues("rights").stream().flatMap(a -> a.findValuesAsString("code").stream()).toList())).isEqualTo(held);
        }
    }

    @Test
    void everyPermissionHasItsWords() {
        Set<String> known = new TreeSet<>(jdbc.sql("select distinct permission from role_permission").query(String.class).list());
        mapping.getHandlerMethods().values().stream().filter(h -> h.getBeanType().getName().startsWith("org.mingfa.")).forEach(h -> {
            Permit permit = h.hasMethodAnnotation(Permit.class) ? h.getMethodAnnotation(Permit.class) : AnnotatedElementUtils.findMergedAnnotation(h.getBeanType(), Permit.class);
            if (permit != null) {
                known.addAll(Arrays.asList(permit.value()));
            }
        });
        Set<String> told = new TreeSet<>(words.of(known).stream().flatMap(a -> a.rights().stream()).map(PermissionWords.Right::code).toList());
        assertThat(told).isEqualTo(known);
    }

    @Test
    void whoHoldsARoleIsListedWithWhenAndByWhom() {
        TestCity.Person officer = city.person(agency, "officer");
        TestCity.Person given = city.person(agency);
        TestCity.Person gone = city.person(agency);
        accounts.grant(gone.id(), "officer", agency.id(), LocalDate.of(2020, 1, 1), TODAY.minusDays(1));
        Browser.Answer answer = security.post("/api/registry/officers/" + given.id() + "/roles",
                Map.of("role", "officer", "agency", agency.id(), "from", TODAY.plusDays(3).toString(), "to", TODAY.plusDays(30).toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        JsonNode page = holders(security, "officer/holders");
        assertThat(people(page)).containsExactly(Long.toString(officer.id()), Long.toString(given.id()));
        assertThat(page.at("/items/0/by").isNull()).as("it came with the installation").isTrue();
        assertThat(page.at("/items/1/by").asString()).isEqualTo("李执法");
        assertThat(page.at("/items/1/at").asString()).isNotEmpty();
        assertThat(page.at("/items/1/to").asString()).isEqualTo(TODAY.plusDays(30).toString());
        assertThat(security.get("/api/registry/roles/officer").json().at("/holders/value").asInt()).isEqualTo(2);
    }

    @Test
    void theListGoesOnWhereThePageEndedAndKeepsToOneBody() {
        TestCity.Agency second = city.agencyIn(agency.region());
        List<String> all = List.of(city.person(agency, "officer"), city.person(agency, "officer"), city.person(second, "officer")).stream().map(p -> Long.toString(p.id())).toList();
        JsonNode first = holders(security, "officer/holders?limit=2");
        assertThat(people(first)).isEqualTo(all.subList(0, 2));
        JsonNode rest = holders(security, "officer/holders?limit=2&cursor=" + first.path("next").asString());
        assertThat(people(rest)).isEqualTo(all.subList(2, 3));
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(people(holders(security, "officer/holders?agency=" + second.id()))).isEqualTo(all.subList(2, 3));
        Browser.Answer bad = security.get("/api/registry/roles/officer/holders?cursor=7_x");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().at("/errors/0/pointer").asString()).isEqualTo("/cursor");
        assertThat(security.get("/api/registry/roles/king").status()).isEqualTo(404);
    }

    @Test
    void anotherRegionsHoldersAreNotSeen() {
        TestCity.Person far = city.person(city.agency(), "officer");
        assertThat(people(holders(security, "officer/holders"))).doesNotContain(Long.toString(far.id()));
    }

    @Test
    void theSystemAdministratorReadsWhatTheSecurityAdministratorGives() {
        Browser system = Browser.of(port, city.person(agency, "system-admin"));
        assertThat(system.get("/api/registry/roles").status()).isEqualTo(200);
        TestCity.Person person = city.person(agency);
        Map<String, Object> role = Map.of("role", "officer", "agency", agency.id(), "from", TODAY.toString());
        assertThat(system.post("/api/registry/officers/" + person.id() + "/roles", role).status()).isEqualTo(403);
        assertThat(Browser.of(port, city.person(agency, "officer")).get("/api/registry/roles").status()).isEqualTo(403);
    }

    @Test
    void aRoleInABodyIsTakenBackByWhoAdministersTheBody() {
        TestCity.Agency home = city.agency();
        TestCity.Person lent = city.person(home);
        accounts.grant(lent.id(), "officer", agency.id(), LocalDate.of(2020, 1, 1), null);
        assertThat(holders(security, "officer/holders").at("/items/0/home").isNull()).as("the person's own body is another").isFalse();
        String end = "{\"agency\":" + agency.id() + ",\"last\":\"" + TODAY.minusDays(1) + "\"}";
        Browser stranger = Browser.of(port, city.person(city.agency(), "security-admin"));
        assertThat(stranger.send("PUT", "/api/registry/officers/" + lent.id() + "/roles/officer", end).status()).isEqualTo(404);
        assertThat(security.send("PUT", "/api/registry/officers/" + lent.id() + "/roles/officer", end).status()).isEqualTo(204);
        assertThat(holders(security, "officer/holders").path("items").isEmpty()).isTrue();
    }
}
