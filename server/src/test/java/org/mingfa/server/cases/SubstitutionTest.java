package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One stands in for another for days (代理): sees their duties, gains no right, and the record says so. */
@ServerTest
@Import(TestCity.class)
class SubstitutionTest {

    private static final LocalDate TODAY = Bureau.TODAY;

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Desk head;
    private TestCity.Person third;

    @BeforeEach
    void bureau() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
        third = city.person(bureau.agency, "officer");
    }

    private Browser.Answer make(TestCity.Person absent, TestCity.Person substitute, LocalDate from, LocalDate to) {
        return head.browser.post("/api/substitutions", Map.of("absent", Long.toString(absent.id()), "substitute", Long.toString(substitute.id()),
                "from", from.toString(), "to", to.toString(), "reason", "年休假"));
    }

    private List<JsonNode> todo(TestCity.Person p) {
        return new Desk(port, p).get("/api/todo").path("items").valueStream().toList();
    }

    @Test
    void theSubstituteSeesTheOthersDutiesFromTheFirstDayToTheLast() throws Exception {
        head.open(bureau.filing(TODAY));
        assertThat(make(bureau.officer, third, TODAY.plusDays(1), TODAY.plusDays(5)).status()).isEqualTo(201);
        assertThat(todo(third)).as("it has not begun").isEmpty();
        assertThat(make(bureau.second, third, TODAY, TODAY).status()).isEqualTo(201);
        assertThat(todo(third)).as("duties of the second officer").isEmpty();
        String id = head.get("/api/substitutions").at("/items/1/id").asString();
        days(id, TODAY, TODAY);
        assertThat(todo(third)).hasSize(1).allSatisfy(d -> assertThat(d.at("/instead/id").asString()).isEqualTo(Long.toString(bureau.officer.id())));
        assertThat(new Desk(port, third).get("/api/overview").at("/duties/open/value").asInt()).isEqualTo(1);
        assertThat(todo(bureau.officer)).as("the other sees them still").hasSize(1).allSatisfy(d -> assertThat(d.path("instead").isNull()).isTrue());
        days(id, TODAY.minusDays(5), TODAY.minusDays(1));
        assertThat(todo(third)).as("it has ended by itself").isEmpty();
    }

    /** As if it had been made for other days: the application itself may only end one. */
    private void days(String id, LocalDate from, LocalDate to) throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("set app.agencies = '" + bureau.agency.id() + "'; set app.regions = '" + bureau.agency.region() + "'");
            assertThat(statement.executeUpdate("update substitution set from_day = '" + from + "', to_day = '" + to + "' where id = " + id)).isEqualTo(1);
        }
    }

    @Test
    void whatIsDoneInSubstitutionStandsInTheRecordAsSuchAndTheLawHoldsForTheSubstitute() {
        String id = head.open(bureau.filing(TODAY));
        make(bureau.officer, third, TODAY, TODAY.plusDays(3));
        Desk desk = new Desk(port, third);
        Map<String, Object> own = bureau.inspection(TODAY, 1);
        own.put("officers", List.of(Long.toString(third.id()), Long.toString(bureau.second.id())));
        Browser.Answer barred = desk.act(id, own);
        assertThat(barred.status()).isEqualTo(422);
        assertThat(Desk.rules(barred.json().path("findings")).toString()).as("a substitute without a certificate is no officer of an inspection").contains("officers.");
        JsonNode done = desk.done(id, Desk.act("tell-rights", TODAY, Map.of("statement", true, "recusal", true), "party-1"));
        assertThat(done.at("/entry/instead/id").asString()).as(done.toString()).isEqualTo(Long.toString(bureau.officer.id()));
        JsonNode second = new Desk(port, bureau.second).done(id, bureau.inspection(TODAY, 2));
        assertThat(second.at("/entry/instead").isNull()).as("an officer of the case acts in their own name").isTrue();
    }

    @Test
    void substitutionNeverChains() {
        assertThat(make(bureau.officer, bureau.second, TODAY, TODAY.plusDays(5)).status()).isEqualTo(201);
        assertThat(Desk.pointers(make(bureau.second, third, TODAY.plusDays(5), TODAY.plusDays(9)))).containsExactly("/absent");
        assertThat(Desk.pointers(make(third, bureau.officer, TODAY, TODAY))).containsExactly("/substitute");
        assertThat(Desk.pointers(make(bureau.officer, third, TODAY, TODAY))).as("two substitutes at once").containsExactly("/absent");
        assertThat(make(bureau.second, third, TODAY.plusDays(6), TODAY.plusDays(9)).status()).as("afterwards it is free").isEqualTo(201);
    }

    @Test
    void madeTwiceItIsOneAndEndedItIsOver() {
        head.open(bureau.filing(TODAY));
        String id = make(bureau.officer, third, TODAY, TODAY.plusDays(5)).json().path("id").asString();
        assertThat(make(bureau.officer, third, TODAY, TODAY.plusDays(5)).json().path("id").asString()).isEqualTo(id);
        assertThat(head.get("/api/workload").at("/items/0/substitute/id").asString()).isEqualTo(Long.toString(third.id()));
        assertThat(todo(third)).hasSize(1);
        assertThat(head.browser.post("/api/substitutions/" + id + "/end", Map.of()).json().path("ended").asBoolean()).isTrue();
        assertThat(head.browser.post("/api/substitutions/" + id + "/end", Map.of()).status()).isEqualTo(200);
        assertThat(todo(third)).isEmpty();
    }

    @Test
    void wrongDaysAndStrangersAreRefusedWithWhereItIsWrong() {
        Bureau neighbour = new Bureau(city, jdbc, city.agencyIn(bureau.agency.region()));
        assertThat(Desk.pointers(make(bureau.officer, neighbour.officer, TODAY, TODAY))).containsExactly("/substitute");
        assertThat(Desk.pointers(make(bureau.officer, third, TODAY.minusDays(1), TODAY))).containsExactly("/from");
        assertThat(Desk.pointers(make(bureau.officer, third, TODAY, TODAY.minusDays(1)))).containsExactly("/to");
        assertThat(Desk.pointers(head.browser.post("/api/substitutions", Map.of("from", "下周")))).containsExactly("/from");
        assertThat(head.browser.post("/api/substitutions/99999999/end", Map.of()).status()).isEqualTo(404);
        String id = make(bureau.officer, third, TODAY, TODAY).json().path("id").asString();
        assertThat(new Desk(port, neighbour.head).browser.post("/api/substitutions/" + id + "/end", Map.of()).status()).isEqualTo(404);
    }
}
