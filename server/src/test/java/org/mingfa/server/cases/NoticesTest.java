package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.AgencyKeys;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People are told when two thirds and nine tenths of a period are over and at its end (提醒), once each, and not of what is done. */
@ServerTest
@Import(TestCity.class)
class NoticesTest {

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
    Noticing noticing;

    @Autowired
    Rebuilding rebuilding;

    private Bureau bureau;
    private Desk head;
    private Desk officer;
    private AgencyKeys.Key key;
    private String id;
    private LocalDate from;
    private LocalDate due;

    @BeforeEach
    void aCaseWithAPeriod() {
        bureau = new Bureau(city, jdbc);
        head = new Desk(port, bureau.head);
        officer = new Desk(port, bureau.officer);
        key = new AgencyKeys.Key(bureau.agency.id(), bureau.agency.region(), "");
        id = head.open(bureau.filing(TODAY));
        JsonNode duty = officer.get("/api/todo").at("/items/0");
        from = LocalDate.parse(duty.path("from").asString().substring(0, 10));
        due = LocalDate.parse(duty.path("due").asString().substring(0, 10));
    }

    private LocalDate at(double share) {
        return from.plusDays((long) Math.ceil(ChronoUnit.DAYS.between(from, due) * share));
    }

    private void tell(LocalDate day) {
        noticing.tell(key, day);
    }

    private List<JsonNode> notices(Desk desk) {
        return desk.get("/api/notices").path("items").valueStream().toList();
    }

    private List<String> steps(Desk desk) {
        return notices(desk).stream().map(n -> n.path("step").asString()).toList();
    }

    private static int unread(Desk desk) {
        return desk.get("/api/overview").at("/notices/unread/value").asInt();
    }

    private void change(String sql, Object... values) {
        CaseKey of = CaseKey.parse(id).orElseThrow();
        bureau.agency.scope().run(() -> transactions.write(
                () -> jdbc.sql(sql + " where region_id = ? and case_id = ?").params(values).param(of.region()).param(of.id()).update()));
    }

    @Test
    void aPeriodIsToldOfAtTwoThirdsNineTenthsAndItsEndEachOnce() {
        tell(at(0.6666).minusDays(1));
        assertThat(notices(officer)).isEmpty();
        tell(at(0.6666));
        assertThat(notices(officer)).singleElement().satisfies(n -> {
            assertThat(n.path("step").asString()).isEqualTo("first");
            assertThat(n.path("read").asBoolean()).isFalse();
            assertThat(n.at("/case/id").asString()).isEqualTo(id);
            assertThat(n.at("/duty/due").asString()).startsWith(due.toString());
            assertThat(n.at("/duty/cite").asString()).isNotEmpty();
        });
        String first = notices(officer).getFirst().path("id").asString();
        tell(at(0.6666));
        tell(at(0.9).minusDays(1));
        assertThat(notices(officer)).as("once").singleElement().satisfies(n -> assertThat(n.path("id").asString()).isEqualTo(first));
        tell(at(0.9));
        assertThat(steps(officer)).containsExactly("second");
        tell(due);
        tell(due.plusDays(3));
        assertThat(steps(officer)).containsExactly("end");
        assertThat(unread(officer)).isEqualTo(1);
    }

    @Test
    void whoComesLateIsToldOfTheLastStepAlone() {
        tell(due.plusDays(20));
        assertThat(steps(officer)).containsExactly("end");
    }

    @Test
    void readIsReadForTheReaderAloneAndTheNextStepIsUnreadAgain() {
        tell(at(0.6666));
        Desk second = new Desk(port, bureau.second);
        String notice = notices(officer).getFirst().path("id").asString();
        assertThat(officer.browser.post("/api/notices/" + notice + "/read", Map.of()).status()).isEqualTo(204);
        assertThat(officer.browser.post("/api/notices/" + notice + "/read", Map.of()).status()).as("again").isEqualTo(204);
        assertThat(unread(officer)).isZero();
        assertThat(notices(officer)).singleElement().satisfies(n -> assertThat(n.path("read").asBoolean()).isTrue());
        assertThat(unread(second)).isEqualTo(notices(second).size());
        tell(at(0.9));
        assertThat(unread(officer)).isEqualTo(1);
    }

    @Test
    void allUpToOneAreReadAndWhatCameSinceIsNot() {
        tell(at(0.6666));
        String seen = notices(officer).getFirst().path("id").asString();
        head.open(bureau.filing(TODAY));
        tell(at(0.6666));
        assertThat(unread(officer)).isEqualTo(2);
        assertThat(officer.browser.post("/api/notices/read", Map.of("until", seen)).status()).isEqualTo(204);
        assertThat(unread(officer)).isEqualTo(1);
        JsonNode page = officer.get("/api/notices?limit=1");
        assertThat(page.at("/items/0/read").asBoolean()).isFalse();
        JsonNode next = officer.get("/api/notices?limit=1&cursor=" + page.path("next").asString());
        assertThat(next.at("/items/0/id").asString()).isEqualTo(seen);
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    void aDutyThatIsDoneIsNoLongerToldOf() {
        tell(due);
        change("delete from case_duty");
        assertThat(notices(officer)).isEmpty();
        assertThat(unread(officer)).isZero();
        noticing.forget();
        assertThat(bureau.agency.scope().<Integer, RuntimeException>call(() -> transactions.read(
                () -> jdbc.sql("select count(*) from duty_notice where agency_id = ?").param(bureau.agency.id()).query(Integer.class).single()))).isZero();
    }

    @Test
    void aDutyThatMovesIsToldOfByItsNewDates() {
        tell(due);
        LocalDate later = due.plusYears(1);
        change("update case_duty set due_on = ?, notice_on = '-infinity'", later);
        assertThat(notices(officer)).as("what was told holds no more").isEmpty();
        tell(due);
        assertThat(notices(officer)).as("a fourth of the new period is over").isEmpty();
        tell(later);
        assertThat(steps(officer)).containsExactly("end");
    }

    @Test
    void aCaseProjectedAnewIsNotToldOfAgain() {
        tell(at(0.6666));
        String notice = notices(officer).getFirst().path("id").asString();
        officer.browser.post("/api/notices/" + notice + "/read", Map.of());
        assertThat(bureau.agency.scope().<Boolean, RuntimeException>call(() -> rebuilding.rebuild(CaseKey.parse(id).orElseThrow()))).isTrue();
        tell(at(0.6666));
        assertThat(unread(officer)).isZero();
        assertThat(notices(officer)).singleElement().satisfies(n -> assertThat(n.path("id").asString()).isEqualTo(notice));
    }

    @Test
    void theSubstituteIsToldInTheOthersStead() {
        TestCity.Person third = city.person(bureau.agency, "officer");
        assertThat(head.browser.post("/api/substitutions", Map.of("absent", Long.toString(bureau.officer.id()), "substitute", Long.toString(third.id()),
                "from", TODAY.toString(), "to", TODAY.toString(), "reason", "年休假")).status()).isEqualTo(201);
        tell(at(0.6666));
        Desk desk = new Desk(port, third);
        assertThat(notices(desk)).singleElement().satisfies(n -> assertThat(n.at("/instead/id").asString()).isEqualTo(Long.toString(bureau.officer.id())));
        desk.browser.post("/api/notices/" + notices(desk).getFirst().path("id").asString() + "/read", Map.of());
        assertThat(unread(desk)).isZero();
        assertThat(unread(officer)).as("the other has not read it").isEqualTo(1);
    }

    @Test
    void aHandedOverCaseIsToldToWhoeverHasItNow() {
        TestCity.Person third = certified();
        tell(at(0.6666));
        assertThat(head.browser.post("/api/hand-overs", Map.of("from", Long.toString(bureau.officer.id()), "to", Long.toString(third.id()), "reason", "调离")).status()).isEqualTo(201);
        assertThat(notices(officer)).isEmpty();
        tell(at(0.6666));
        assertThat(steps(new Desk(port, third))).containsExactly("first");
    }

    private TestCity.Person certified() {
        TestCity.Person p = city.person(bureau.agency, "officer");
        jdbc.sql("insert into person_post (person_id, valid_from, agency_id, officer, reviewer, qualified, hearing_host, recorded_by) values (?, ?, ?, true, false, false, false, 0)")
                .params(p.id(), Bureau.SINCE, bureau.agency.id()).update();
        bureau.certificate(p, LocalDate.of(2099, 12, 31));
        return p;
    }

    @Test
    void nobodySeesOrReadsAnothersNoticeAndNonsenseIsRefused() {
        tell(at(0.6666));
        String notice = notices(officer).getFirst().path("id").asString();
        Desk stranger = new Desk(port, new Bureau(city, jdbc, city.agencyIn(bureau.agency.region())).officer);
        Desk colleague = new Desk(port, city.person(bureau.agency, "officer"));
        for (Desk other : List.of(stranger, colleague)) {
            assertThat(notices(other)).isEmpty();
            assertThat(other.browser.post("/api/notices/" + notice + "/read", Map.of()).status()).isEqualTo(404);
        }
        assertThat(officer.browser.post("/api/notices/x/read", Map.of()).status()).isEqualTo(404);
        assertThat(Desk.pointers(officer.browser.post("/api/notices/read", Map.of()))).containsExactly("/until");
        assertThat(officer.browser.get("/api/notices?cursor=%27").status()).isEqualTo(400);
    }

    @Test
    void sharesAreFiguresOfThePlatformWithTheirDay() {
        assertThat(jdbc.sql("select name || ' ' || cite from register_parameter where name like 'notice.%' order by name").query(String.class).list())
                .containsExactly("notice.first-share 平台默认值", "notice.second-share 平台默认值");
    }
}
