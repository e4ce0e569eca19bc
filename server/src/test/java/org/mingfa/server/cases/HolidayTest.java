package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A year's holidays are announced: looked at before, applied to running due dates, taken back. */
@ServerTest
@Import(TestCity.class)
class HolidayTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private Bureau bureau;
    private Desk officer;
    private Browser keeper;
    private String id;
    private LocalDate due;

    @BeforeEach
    void aRunningCase() {
        bureau = new Bureau(city, jdbc);
        jdbc.sql("update agency set name = ? where id = ?").params(name(), bureau.agency.id()).update();
        officer = new Desk(port, bureau.officer);
        id = new Desk(port, bureau.head).open(bureau.filing(Bureau.TODAY));
        keeper = Browser.of(port, city.person(bureau.agency, "system-admin"));
        due = decisionDue();
    }

    @AfterEach
    void nothingStaysAnnounced() {
        while (back("测试结束").status() == 204) {
            assertThat(years()).isNotEmpty();
        }
    }

    @Test
    void theKeeperSeesWhatWouldMoveWithoutSeeingACase() {
        JsonNode row = mine(holiday());
        assertThat(row.path("count").asInt()).isEqualTo(1);
        assertThat(row.path("latest").asInt()).isEqualTo(4);
        assertThat(row.toString()).doesNotContain(id).doesNotContain("禾穗坊");
        assertThat(decisionDue()).as("nothing is announced yet").isEqualTo(due);
    }

    @Test
    void anAnnouncementMovesTheDueDatesInTheCaseAndOnTheDesk() {
        announce(holiday());
        assertThat(decisionDue()).isEqualTo(due.plusDays(4));
        onTheDesk(due.plusDays(4));
    }

    @Test
    void takenBackTheDueDatesAreWhatTheyWere() {
        announce(holiday());
        assertThat(mine(null).path("earliest").asInt()).isEqualTo(-4);
        assertThat(back("文号录错").status()).isEqualTo(204);
        assertThat(decisionDue()).isEqualTo(due);
        onTheDesk(due);
    }

    @Test
    void whatStoodBeforeTheLastAnnouncementComesBack() {
        announce(holiday());
        announce(Map.of("别的节日", Map.of("statutory", List.of("12-24"), "off", List.of("12-24"))));
        assertThat(decisionDue()).isEqualTo(due);
        assertThat(back("以前一份通知为准").status()).isEqualTo(204);
        assertThat(decisionDue()).isEqualTo(due.plusDays(4));
        JsonNode year = StreamSupport.stream(years().spliterator(), false).filter(y -> y.path("year").asInt() == due.getYear()).findFirst().orElseThrow();
        assertThat(year.path("reason").asString()).isEqualTo("以前一份通知为准");
        assertThat(back("也不对").status()).isEqualTo(204);
        assertThat(decisionDue()).isEqualTo(due);
        Browser.Answer none = back("还要撤销");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).contains("没有可以撤销的内容");
    }

    @Test
    void badDaysAreRefusedWithTheirPlaceAndNothingChanges() {
        Browser.Answer bad = keeper.post("/api/calendar/preview", Map.of("year", due.getYear(), "holidays", Map.of("元旦", Map.of("off", List.of("13-45")))));
        assertThat(bad.status()).as(bad.body()).isEqualTo(422);
        assertThat(bad.body()).contains("13-45");
        assertThat(keeper.post("/api/calendar/preview", Map.of("year", due.getYear(), "holidays", holiday(), "after", "x")).status()).isEqualTo(422);
        assertThat(keeper.post("/api/calendar/" + due.getYear() + "/undo", Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(officer.browser.post("/api/calendar/preview", Map.of("year", due.getYear(), "holidays", holiday())).status()).isEqualTo(403);
        assertThat(decisionDue()).isEqualTo(due);
    }

    /** Off on the decision's last day and the three days after it. */
    private Map<String, Object> holiday() {
        List<String> off = due.datesUntil(due.plusDays(4)).map(d -> d.toString().substring(5)).toList();
        return Map.of("测试节", Map.of("statutory", off, "off", off));
    }

    private void announce(Map<String, Object> holidays) {
        Browser.Answer answer = keeper.post("/api/calendar", Map.of("year", due.getYear(), "source", "测试文号", "holidays", holidays));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private Browser.Answer back(String reason) {
        return keeper.post("/api/calendar/" + due.getYear() + "/undo", Map.of("reason", reason));
    }

    /** What would move in this bureau; null: if the last announcement were taken back. */
    private JsonNode mine(Map<String, Object> holidays) {
        Map<String, Object> asked = new HashMap<>(Map.of("year", due.getYear()));
        asked.put("holidays", holidays);
        do {
            Browser.Answer answer = keeper.post("/api/calendar/preview", asked);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            for (JsonNode row : answer.json().path("moved")) {
                if (row.path("agency").asString().equals(name()) && row.path("count").asInt() > 0) {
                    return row;
                }
            }
            asked.put("after", answer.json().path("next").asString(null));
        } while (asked.get("after") != null);
        throw new AssertionError("nothing of this bureau would move");
    }

    private String name() {
        return "云岭市第" + bureau.agency.id() + "局";
    }

    private JsonNode years() {
        return keeper.get("/api/calendar").json();
    }

    /** The latest due date among the case's duties: the decision's (行政处罚法 第六十条). */
    private LocalDate decisionDue() {
        return dues(officer.get("/api/cases/" + id).path("duties")).stream().map(d -> LocalDate.parse(d.substring(0, 10))).max(LocalDate::compareTo).orElseThrow();
    }

    private void onTheDesk(LocalDate day) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(dues(officer.get("/api/todo").path("items"))).anyMatch(d -> d.startsWith(day.toString())));
    }

    private static List<String> dues(JsonNode duties) {
        return StreamSupport.stream(duties.spliterator(), false).map(d -> d.path("due").asString("")).filter(d -> !d.isEmpty()).toList();
    }
}
