package org.mingfa.server.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.cases.CaseFilter.Sort;
import org.mingfa.server.cases.CaseFilter.State;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With tens of thousands of cases every list finds its page through an index, however deep, under the row policies. */
@ServerTest
@Import(TestCity.class)
class PlansTest {

    private static final int CASES = 60_000;

    private static TestCity.Agency filled;
    private static Runnable end = () -> {};

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    CaseListStore store;

    @Autowired
    PinStore pins;

    @Autowired
    ClosedStore closed;

    @Autowired
    CarriedStore carried;

    @Autowired
    SubmissionStore submissions;

    @Autowired
    NoticeStore notices;

    @Test
    void everyListUsesAnIndex() throws Exception {
        TestCity.Agency agency = filled();
        Cursor deep = Cursor.of("2026-01-05T00:00:00Z", "0");
        uses(agency, filter(null, null, State.OPEN, false, false, Sort.UPDATED), null, "enforcement_case_open");
        uses(agency, filter(null, null, State.ALL, false, false, Sort.UPDATED), deep, "enforcement_case_updated");
        uses(agency, filter(null, null, State.ALL, false, false, Sort.FILED), Cursor.of("2026-02-01", "0"), "enforcement_case_filed");
        uses(agency, filter(null, null, State.OPEN, false, false, Sort.DUE), Cursor.of("2026-06-01", "0"), "enforcement_case_due");
        uses(agency, filter(null, null, State.OPEN, false, true, Sort.DUE), null, "enforcement_case_due");
        uses(agency, filter(null, "听证", State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_stage");
        uses(agency, filter(null, null, State.ALL, true, false, Sort.UPDATED), null, "case_person_person");
        uses(agency, filter("稀有", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_words");
        uses(agency, filter("mxd", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_initials");
        uses(agency, filter("公司", null, State.ALL, false, false, Sort.UPDATED), deep, "enforcement_case_updated");
        uses(agency, filter("甲市监罚立〔2026〕7号", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_number");
        pinsUseAnIndex(agency);
        countsOfAProcedureUseAnIndex(agency.scope());
        countsOfAProcedureUseAnIndex(whole(agency));
        closedUseAnIndex(agency.scope());
        closedUseAnIndex(whole(agency));
        workloadUsesItsIndexes(agency);
    }

    /** Whoever carries something is found person by person, whatever they once did (工作量). */
    private void workloadUsesItsIndexes(TestCity.Agency agency) {
        List<String> plan = agency.scope().<List<String>, RuntimeException>call(() -> transactions.read(
                () -> carried.plan(new CarriedStore.Body(agency.region(), agency.id(), LocalDate.of(2026, 6, 1)))));
        assertThat(String.join("\n", plan)).contains("case_person_carries").doesNotContain("Seq Scan on case_person", "Seq Scan on enforcement_case");
    }

    /** Pending cases of procedures are counted in one statement, by field and place: from the procedure's index, or where an agency has few open cases from these. */
    private void countsOfAProcedureUseAnIndex(Scope scope) {
        List<String> procedures = List.of("penalty-ordinary", "inspection");
        List<Amendment.Place> everywhere = List.of(new Amendment.Place("", ""));
        scope.run(() -> transactions.write(() -> {
            assertThat(String.join("\n", pins.planOf(procedures, everywhere, scope))).containsPattern("Index (Only )?Scan (using|on) enforcement_case_(procedure|open|pin)").doesNotContain("Seq Scan on enforcement_case");
            assertThat(pins.countOf(procedures, everywhere, scope, 1000)).isEqualTo(1000);
            assertThat(pins.countOf(List.of("inspection"), everywhere, scope, 1000)).isZero();
            assertThat(pins.countOf(procedures, List.of(new Amendment.Place("林业草原", "")), scope, 1000)).isZero();
            assertThat(pins.countOf(procedures, List.of(new Amendment.Place("市场监管", "99")), scope, 1000)).isZero();
            return null;
        }));
    }

    /** Closed cases of a procedure, the last first, are read agency by agency in the order of their index. */
    private void closedUseAnIndex(Scope scope) {
        List<String> plan = scope.<List<String>, RuntimeException>call(() -> transactions.write(
                () -> closed.plan("penalty-ordinary", LocalDate.of(2025, 6, 1), scope)));
        assertThat(String.join("\n", plan)).contains("enforcement_case_ended").doesNotContain("Seq Scan on enforcement_case");
    }

    @Test
    void whoOverseesManyAgenciesReadsTheRegionInOneOrder() throws Exception {
        TestCity.Agency agency = filled();
        Scope many = whole(agency);
        uses(many, filter(null, null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_region_updated");
        uses(many, filter(null, null, State.OPEN, false, false, Sort.DUE), null, "enforcement_case_region_due");
        uses(many, filter(null, null, State.ALL, false, false, Sort.FILED), null, "enforcement_case_region_filed");
        uses(many, filter("公司", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_region_updated");
        uses(many, filter("稀有", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_words");
        uses(many, filter("mxd", null, State.ALL, false, false, Sort.UPDATED), null, "enforcement_case_initials");
    }

    @Test
    void wordsThatNearlyAllCasesHoldAndWordsThatFewHoldAreFoundAlike() throws Exception {
        TestCity.Agency agency = filled();
        Cursor first = null;
        for (int page = 0; page < 3; page++) {
            List<CaseListStore.Listed> all = page(agency, null, State.OPEN, first);
            assertThat(ids(page(agency, "公司", State.OPEN, first))).hasSize(51).isEqualTo(ids(all));
            first = all.getLast().cursor();
        }
        // Every 4,000th case of those that end in 0, which are the agency's.
        assertThat(ids(page(agency, "稀有", State.ALL, null))).hasSize(CASES / 4000).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(count(agency, "稀有")).isEqualTo(Counted.of(CASES / 4000));
        assertThat(ids(page(agency, "mxd", State.ALL, null))).isEqualTo(ids(page(agency, "稀有", State.ALL, null)));
        assertThat(ids(page(agency, "jgs", State.OPEN, null))).hasSize(51);
        assertThat(count(agency, "公司")).isEqualTo(Counted.of(CASES / 10, Counted.SEARCH_BOUND)).extracting(Counted::more).isEqualTo(true);
        assertThat(count(agency, "乙公")).isEqualTo(Counted.of(0));
    }

    @Test
    void aSupervisorOfManyAgenciesFindsCommonAndRareWordsAlike() throws Exception {
        TestCity.Agency agency = filled();
        Scope whole = whole(agency);
        // Only the first agency is in the register: of a page of the region its cases are shown.
        assertThat(ids(page(whole, "公司", State.ALL, null))).isNotEmpty().isEqualTo(ids(page(whole, null, State.ALL, null)));
        assertThat(ids(page(whole, "稀有", State.ALL, null))).isEqualTo(ids(page(agency, "稀有", State.ALL, null)));
    }

    private List<CaseListStore.Listed> page(TestCity.Agency agency, String q, State state, Cursor after) {
        return page(agency.scope(), q, state, after);
    }

    private List<CaseListStore.Listed> page(Scope scope, String q, State state, Cursor after) {
        CaseFilter filter = filter(q, null, state, false, false, Sort.UPDATED);
        return scope.<List<CaseListStore.Listed>, RuntimeException>call(
                () -> transactions.write(() -> store.page(filter, scope, 7, Bureau.TODAY, after, 51)));
    }

    private Counted count(TestCity.Agency agency, String q) {
        CaseFilter filter = filter(q, null, State.ALL, false, false, Sort.UPDATED);
        return agency.scope().<Counted, RuntimeException>call(
                () -> transactions.write(() -> store.count(filter, agency.scope(), 7, Bureau.TODAY)));
    }

    private static List<Long> ids(List<CaseListStore.Listed> page) {
        return page.stream().map(l -> l.head().id().id()).toList();
    }

    /** All of its region: 558 agencies, of which the first ten have cases. */
    private static Scope whole(TestCity.Agency agency) {
        return Scope.of(LongStream.rangeClosed(agency.id(), agency.id() + 557).boxed().toList(), List.of(agency.region()));
    }

    private void uses(TestCity.Agency agency, CaseFilter filter, Cursor after, String index) {
        uses(agency.scope(), filter, after, index);
    }

    private void uses(Scope scope, CaseFilter filter, Cursor after, String index) {
        List<String> plan = scope.<List<String>, RuntimeException>call(() -> transactions.write(() -> store.plan(filter, scope, 7, Bureau.TODAY, after, 51)));
        assertThat(String.join("\n", plan)).contains(index).doesNotContain("Seq Scan on enforcement_case");
    }

    /** From one law that cases are pinned to straight to the next, however many cases stand between them. */
    private void pinsUseAnIndex(TestCity.Agency agency) {
        List<String> plan = agency.scope().<List<String>, RuntimeException>call(() -> transactions.write(() -> pins.plan(agency.scope())));
        assertThat(String.join("\n", plan)).contains("enforcement_case_pin").doesNotContain("Seq Scan on enforcement_case");
        assertThat(plan).as("the law and the pack are part of the index condition").anyMatch(l -> l.contains("Index Cond") && l.contains("ROW("));
    }

    @Test
    void whatWaitsForADecisionIsFoundThroughAnIndexHoweverMuchWasDecided() throws Exception {
        TestCity.Agency agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> jdbc.sql("""
                        insert into submission (region_id, agency_id, case_id, act, title, on_objects, to_role, sender_id, state, version, events, sent_at, case_seq)
                        select ?, ?, n, 'decide', 'x', '{}', 'agency-head', n % 50, case when n % 1000 = 0 then 'sent' else 'done' end, 1, 1, now(), 1
                        from generate_series(1, ?) n""").params(agency.region(), agency.id(), CASES).update()));
        analyze();
        List<String> plan = agency.scope().<List<String>, RuntimeException>call(
                () -> transactions.read(() -> submissions.plans(agency.region(), agency.id(), 7, List.of("agency-head", "unit-head"))));
        assertThat(String.join("\n", plan)).contains("submission_to", "submission_sender").doesNotContain("Seq Scan on submission");
    }

    @Test
    void noticesAreFoundThroughIndexesHoweverManyDutiesThereAre() throws Exception {
        TestCity.Agency agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> {
            jdbc.sql("""
                    insert into case_duty (region_id, case_id, duty_id, agency_id, seat, due_on, duty, notice_on)
                    select ?, n, 'd', ?, 'p:' || n % 400, date '2026-01-01' + n % 300, '{}', case when n % 1000 = 0 then date '2026-01-01' else 'infinity' end
                    from generate_series(1, ?) n""").params(agency.region(), agency.id(), CASES).update();
            return jdbc.sql("""
                    insert into duty_notice (region_id, case_id, duty_id, seat, agency_id, step, due_on, told_at)
                    select region_id, case_id, duty_id, seat, agency_id, 3, due_on, now() from case_duty where region_id = ? and agency_id = ?""")
                    .params(agency.region(), agency.id()).update();
        }));
        analyze();
        List<String> plan = agency.scope().<List<String>, RuntimeException>call(
                () -> transactions.read(() -> notices.plans(new TodoStore.Seats(agency.region(), agency.id(), List.of("p:7", "r:agency-head")), LocalDate.of(2026, 6, 1))));
        assertThat(String.join("\n", plan)).contains("case_duty_notice", "duty_notice_seat").doesNotContain("Seq Scan on case_duty", "Seq Scan on duty_notice");
        agency.scope().run(() -> transactions.write(() -> jdbc.sql("delete from case_duty where region_id = ? and agency_id = ?").params(agency.region(), agency.id()).update()));
    }

    @Test
    void whatNamesACaseIsFoundThroughAnIndexFromItsOwnEnd() throws Exception {
        TestCity.Agency agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> jdbc.sql("""
                        insert into case_link (region_id, case_id, agency_id, seq, field, relation, number, to_region_id, to_case_id,
                            to_agency_id, on_day, recorded_at)
                        select :region, n, :agency, 1, 'relatedCase', 'parent', 'x', :region, n / 3, :agency, '2026-01-01', now()
                        from generate_series(1, :cases) n""")
                .param("region", agency.region()).param("agency", agency.id()).param("cases", CASES).update()));
        analyze();
        List<String> plan = agency.scope().<List<String>, RuntimeException>call(() -> transactions.read(() -> jdbc.sql(
                "explain select seq from case_link where to_region_id = ? and to_case_id = 77").param(agency.region()).query(String.class).list()));
        assertThat(String.join("\n", plan)).contains("case_link_to").doesNotContain("Seq Scan");
    }

    /** An agency lies in one region: one index of its fines does for what it decided and for what the row policy adds. */
    @Test
    void finesOfAnAgencyAreFoundThroughTheirOneIndex() throws Exception {
        TestCity.Agency agency = city.agency();
        whole(agency).run(() -> transactions.write(() -> jdbc.sql("""
                        insert into case_fine (region_id, case_id, agency_id, seq, party, field, region, table_code, conduct, grade, fine, departs, decided_on)
                        select :region, n, :agency + n / 10 % 10, 1, '1', '市场监管', '149901', 'plans', 'x', '一般', 100, false, date '2026-01-01' + n % 300
                        from generate_series(1, 20000) n""").param("region", agency.region()).param("agency", agency.id()).update()));
        analyze();
        for (String where : List.of("agency_id = :agency", "region_id = :region and agency_id = :agency")) {
            List<String> plan = agency.scope().<List<String>, RuntimeException>call(() -> transactions.read(() -> jdbc.sql(
                    "explain select fine from case_fine where " + where + " and decided_on between date '2026-03-01' and date '2026-03-05' and :region > 0")
                    .param("agency", agency.id()).param("region", agency.region()).query(String.class).list()));
            assertThat(String.join("\n", plan)).contains("case_fine_of_agency").doesNotContain("Seq Scan");
        }
    }

    private static CaseFilter filter(String q, String stage, State state, boolean mine, boolean overdue, Sort sort) {
        return new CaseFilter(q, stage, null, state, mine, overdue, null, null, sort);
    }

    /** Filled once for all these tests. */
    private TestCity.Agency filled() throws Exception {
        if (filled == null) {
            TestCity.Agency agency = city.agency();
            whole(agency).run(() -> transactions.write(() -> fill(agency)));
            analyze();
            filled = agency;
            end = () -> whole(agency).run(() -> transactions.write(
                    () -> jdbc.sql("update enforcement_case set ended_on = filed_on where region_id = ? and ended_on is null").param(agency.region()).update()));
        }
        return filled;
    }

    private int fill(TestCity.Agency agency) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        jdbc.sql("""
                        insert into enforcement_case (region_id, case_id, agency_id, procedure, title, field, region, law, packs, stage,
                            filed_on, party, violation, bigrams, due_on, ended_on, seq, updated_at)
                        select ?, n, ? + n / 10 % 10, 'penalty-ordinary', '行政处罚普通程序', '市场监管', '149901', 'x', '[]',
                            case when n % 50 = 0 then '听证' else '立案' end, cast(? as date) + n % 300, case when n % 4000 = 0 then '猫鑫店' else '甲公司' end, '案由',
                            case when n % 4000 = 0 then array['稀有', '公司'] else array['甲公', '公司'] end,
                            cast(? as date) + n % 400, case when n % 3 = 0 then cast(? as date) end, 1,
                            timestamptz '2026-01-01' + n * interval '1 minute'
                        from generate_series(1, ?) n""")
                .params(agency.region(), agency.id(), day, day, day, CASES)
                .update();
        return jdbc.sql("""
                        insert into case_person (region_id, case_id, person_id, part, agency_id)
                        select ?, n, case when n % 1000 = 0 then 7 else 8 end, 'lead', ? + n / 10 % 10 from generate_series(1, ?) n""")
                .params(agency.region(), agency.id(), CASES)
                .update();
    }

    /** Cases without a record would stand in the way of whoever goes through all that run. */
    @AfterAll
    static void theyNoLongerRun() {
        end.run();
    }

    private static void analyze() throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze enforcement_case; analyze case_person; analyze case_link; analyze case_fine; analyze submission; analyze case_duty; analyze duty_notice");
        }
    }
}
