package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody reads or acts across agencies and regions: on no endpoint, and not in the database either. */
@ServerTest
@Import(TestCity.class)
class ScopeTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aStrangerFindsNothingOnAnyEndpointOfACase() {
        Bureau ours = new Bureau(city, jdbc);
        String id = new Desk(port, ours.head).open(ours.filing(TODAY));
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(ours.agency.region()));
        Bureau far = new Bureau(city, jdbc);
        List<String[]> endpoints = endpointsOfACase();
        assertThat(endpoints.size()).isGreaterThan(4);
        for (Bureau stranger : List.of(neighbour, far)) {
            Browser officer = Browser.of(port, stranger.officer);
            for (String[] e : endpoints) {
                String path = e[1].replace("{id}", id).replaceAll("\\{[a-zA-Z]+}", "1") + (e[1].endsWith("/receivers") ? "?act=inspect" : "");
                Browser.Answer answer = officer.send(e[0], path, body(e[1]));
                assertThat(answer.status()).as(e[0] + " " + path + " " + answer.body()).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("禾穗坊");
            }
        }
    }

    private static String body(String path) {
        return path.endsWith("/acts") || path.endsWith("/examine")
                ? "{\"code\":\"inspect\",\"at\":\"" + TODAY + "\",\"form\":{},\"expectedSeq\":1}"
                : path.endsWith("/preview") ? "{\"template\":\"立案审批表\",\"act\":{\"code\":\"inspect\"}}" : "{}";
    }

    private List<String[]> endpointsOfACase() {
        List<String[]> out = new ArrayList<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/cases/{id}")) {
                    RequestMethod method = info.getMethodsCondition().getMethods().stream().findFirst().orElse(RequestMethod.GET);
                    out.add(new String[] {method.name(), pattern});
                }
            }
        }
        return out;
    }

    @Test
    void listsShowOnesOwnCasesOnly() {
        Bureau ours = new Bureau(city, jdbc);
        new Desk(port, ours.head).open(ours.filing(TODAY));
        Desk stranger = new Desk(port, new Bureau(city, jdbc, city.agencyIn(ours.agency.region())).head);
        assertThat(stranger.get("/api/cases?state=all").path("items").isEmpty()).isTrue();
        assertThat(stranger.get("/api/cases?state=all&q=禾穗").path("items").isEmpty()).isTrue();
        assertThat(stranger.get("/api/todo").path("items").isEmpty()).isTrue();
        assertThat(stranger.get("/api/numbers?kind=罚立&year=" + TODAY.getYear()).path("items").isEmpty()).isTrue();
        assertThat(stranger.browser.get("/api/people?agency=" + ours.agency.id()).status()).isEqualTo(404);
        assertThat(new Desk(port, ours.head).get("/api/cases?state=all&q=禾穗").path("items").size()).isEqualTo(1);
    }

    @Test
    void aSupervisorOfTheRegionReadsButMayNotAct() {
        Bureau ours = new Bureau(city, jdbc);
        String id = new Desk(port, ours.head).open(ours.filing(TODAY));
        Desk supervisor = new Desk(port, city.person(city.agencyIn(ours.agency.region()), "supervisor"));
        assertThat(supervisor.one(id).path("readOnly").asBoolean()).isTrue();
        assertThat(supervisor.get("/api/cases").path("items").size()).isEqualTo(1);
        assertThat(supervisor.send(id, ours.inspection(TODAY, 1), null).status()).isEqualTo(403);
    }

    @Test
    void theDatabaseGivesNoRowsWithoutScopeOrUnderAnothers() {
        Bureau ours = new Bureau(city, jdbc);
        new Desk(port, ours.head).open(ours.filing(TODAY));
        List<String> tables = List.of("enforcement_case", "case_search", "case_duty", "case_object", "case_person", "case_party", "number_counter", "issued_number");
        Scope wrongRegion = Scope.of(List.of(ours.agency.id()), List.of(ours.agency.region() + 100_000));
        for (String table : tables) {
            assertThat(count(table)).as(table + " without scope").isZero();
            assertThat(wrongRegion.<Long, RuntimeException>call(() -> inScope(table))).as(table + " in another region").isZero();
            assertThat(ours.agency.scope().<Long, RuntimeException>call(() -> inScope(table))).as(table + " in its scope").isPositive();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long inScope(String table) {
        return transactions.read(() -> count(table));
    }

    @Test
    void theAdministratorsOfOneRegionDoNotKeepTheRegistersOfAnother() {
        TestCity.Agency here = city.agency();
        TestCity.Agency there = city.agency();
        Desk admin = new Desk(port, city.person(here, "system-admin"));
        assertThat(admin.get("/api/registry/agencies").path("items").findValuesAsString("id")).containsExactly(Long.toString(here.id()));
        Browser.Answer answer = admin.browser.send("PUT", "/api/registry/agencies/" + there.id(),
                "{\"from\":\"2026-01-01\",\"standing\":false,\"kind\":\"statutory\",\"basis\":\"撤销\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(admin.browser.post("/api/registry/officers/" + 1 + "/roles", Map.of()).status()).as("roles are the security administrator's").isEqualTo(403);
    }
}
