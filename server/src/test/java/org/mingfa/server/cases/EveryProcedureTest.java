package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One case of every procedure, from opening to archive over HTTP, and the documents that its acts promise. */
@ServerTest
@Import(TestCity.class)
class EveryProcedureTest {

    /** Not handled by people: it reads a log of another country's fines. */
    private static final String LOG = "road-traffic-fines";

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentLaw law;

    static Set<String> procedures() {
        return Walks.read().procedures();
    }

    @Test
    void everyProcedureHasAWalk() {
        Set<String> codes = new TreeSet<>(law.laws().codes());
        codes.remove(LOG);
        assertThat(procedures()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void whoMayOpenACaseIsOfferedIt() {
        Bureau bureau = new Bureau(city, jdbc);
        Set<String> offered = new TreeSet<>();
        for (TestCity.Person person : List.of(bureau.officer, bureau.head)) {
            offered.addAll(new Desk(port, person).get("/api/procedures").findValuesAsString("code"));
        }
        assertThat(offered).containsAll(procedures());
        assertThat(new Desk(port, bureau.reviewer).get("/api/procedures").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void aCaseOfItIsOpenedAndBroughtToItsEnd(String code) {
        Bureau bureau = new Bureau(city, jdbc);
        LocalDate start = Bureau.TODAY.minusDays(150);
        Walks walks = Walks.read();
        Walks.Days days = new Walks.Days(start, law.calendar(), Long.toString(bureau.officer.id()));
        Procedure procedure = law.laws().procedure(code, "市场监管", "14", start);
        String id = "";
        List<String> promised = new ArrayList<>();
        for (Walks.Step step : walks.of(code)) {
            ActSpec spec = procedure.act(step.act());
            Desk desk = new Desk(port, who(bureau, spec));
            Map<String, Object> act = step.input(days, spec.needsOfficers() ? bureau.officers() : List.of());
            if (id.isEmpty()) {
                id = desk.open(Map.of("procedure", code, "act", act));
            } else {
                act.put("on", on(desk.one(id), spec, step));
                desk.done(id, act);
            }
            promised.addAll(spec.documents());
        }
        JsonNode ended = new Desk(port, bureau.officer).one(id);
        assertThat(ended.path("ended").asBoolean()).as(code).isTrue();
        assertThat(new Desk(port, bureau.officer).get("/api/cases/" + id + "/documents").findValuesAsString("template")).as(code)
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    private static TestCity.Person who(Bureau bureau, ActSpec spec) {
        return spec.by().isEmpty() || spec.by().contains("officer") ? bureau.officer
                : spec.by().contains("agency-head") || spec.by().contains("unit-head") ? bureau.head
                : spec.by().contains("legal-reviewer") || spec.by().contains("hearing-officer") ? bureau.reviewer : bureau.keeper;
    }

    /** The objects an act is about: the one the step names, else the newest of the kind. */
    private static Map<String, String> on(JsonNode one, ActSpec spec, Walks.Step step) {
        Map<String, String> on = new java.util.HashMap<>();
        for (JsonNode object : one.path("objects")) {
            String kind = object.path("kind").asString();
            if (spec.on().contains(kind)) {
                on.put(kind, step.on().isEmpty() ? object.path("id").asString() : step.on());
            }
        }
        return on;
    }
}
