package org.mingfa.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.sealing.MasterKey;
import org.mingfa.server.record.store.EntryStore;
import org.mingfa.server.record.store.EntryStore.Followed;
import org.mingfa.server.record.store.EntryStore.Position;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Import(TestCity.class)
class ProjectionsTest {

    @Autowired
    TestCity city;

    @Autowired
    RecordStore record;

    @Autowired
    Transactions transactions;

    @Autowired
    @Qualifier("projectionJdbc")
    JdbcClient jdbc;

    @Autowired
    @Qualifier("projectionTransaction")
    TransactionTemplate transaction;

    @Autowired
    MasterKey master;

    TestCity.Agency agency;
    Seen seen;
    Projections projections;

    /** Keeps one row for each entry; a second application of one entry would break its key. */
    record Seen(String name) implements Projection {

        @Override
        public void clear(JdbcClient jdbc) {
            jdbc.sql("delete from " + name).update();
        }

        @Override
        public void apply(JdbcClient jdbc, List<StoredEntry> entries) {
            entries.forEach(entry -> jdbc.sql("insert into " + name + " values (?, ?, ?)")
                    .params(entry.key().toString(), entry.seq(), entry.act().code()).update());
        }
    }

    @BeforeEach
    void aProjection() throws Exception {
        agency = city.agency();
        seen = new Seen("seen_" + agency.id());
        asOwner("create table " + seen.name() + " (case_text text, seq bigint, act text, primary key (case_text, seq));"
                + "grant select, insert, delete on " + seen.name() + " to mingfa_projection");
        StaticListableBeanFactory beans = new StaticListableBeanFactory(java.util.Map.of("seen", seen));
        projections = new Projections(beans.getBeanProvider(Projection.class), jdbc, transaction, master);
    }

    @AfterEach
    void dropItsTable() throws Exception {
        asOwner("drop table " + seen.name());
    }

    private static void asOwner(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(System.getProperty("mingfa.database.url"),
                        System.getProperty("mingfa.database.user"), System.getProperty("mingfa.database.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void append(CaseKey key, long expected, NewEntry... entries) {
        agency.scope().run(() -> transactions.write(() -> record.append(key, agency.id(), expected, List.of(entries))));
    }

    private List<String> actsOf(CaseKey key) {
        return jdbc.sql("select act from " + seen.name() + " where case_text = ? order by seq").param(key.toString()).query(String.class).list();
    }

    @Test
    void aProjectionFollowsTheWholeRecordAcrossAgencies() {
        CaseKey mine = Acts.newCase(agency);
        append(mine, 0, Acts.act("file-case"), Acts.act("inspect"));
        projections.catchUp();
        append(mine, 2, Acts.act("decide"));
        projections.catchUp();
        assertThat(actsOf(mine)).containsExactly("file-case", "inspect", "decide");
    }

    @Test
    void anEntryThatIsCommittedLateIsNotPassedOver() throws Exception {
        CaseKey slow = Acts.newCase(agency);
        CaseKey quick = Acts.newCase(agency);
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread late = Thread.ofPlatform().start(() -> agency.scope().run(() -> transactions.write(() -> {
            record.append(slow, agency.id(), 0, List.of(Acts.act("slow")));
            appended.countDown();
            await(commit);
            return null;
        })));
        appended.await();
        append(quick, 0, Acts.act("quick"));
        projections.catchUp();
        assertThat(actsOf(slow)).isEmpty();
        commit.countDown();
        late.join();
        projections.catchUp();
        assertThat(actsOf(slow)).containsExactly("slow");
        assertThat(actsOf(quick)).containsExactly("quick");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void entriesAreFollowedInTheOrderOfTheirTransactionsAlsoWhenTheirNumbersGainADigit() throws Exception {
        append(Acts.newCase(agency), 0, Acts.act("before"));
        for (long tx = 0; tx < 1_001; ) {
            tx = jdbc.sql("select pg_current_xact_id()::text").query(Long.class).single();
        }
        append(Acts.newCase(agency), 0, Acts.act("after"));
        List<Position> followed = new EntryStore(jdbc).follow(Position.START, 100_000).stream().map(Followed::position).toList();
        assertThat(followed).hasSizeGreaterThan(1)
                .isSortedAccordingTo(Comparator.comparingLong(Position::tx).thenComparingLong(Position::number));
    }

    @Test
    void rebuiltFromNothingAProjectionHasTheSameRows() {
        CaseKey key = Acts.newCase(agency);
        append(key, 0, Acts.act("file-case"), Acts.act("inspect"));
        projections.catchUp();
        List<String> before = all();
        projections.rebuild(seen);
        assertThat(all()).isEqualTo(before).isNotEmpty();
    }

    private List<String> all() {
        return jdbc.sql("select case_text || ' ' || seq || ' ' || act from " + seen.name() + " order by 1").query(String.class).list();
    }

    @Test
    void aProjectionThatFailsIsNotMovedOn() {
        CaseKey key = Acts.newCase(agency);
        append(key, 0, Acts.act("file-case"));
        jdbc.sql("insert into " + seen.name() + " values (?, 1, 'in the way')").param(key.toString()).update();
        org.assertj.core.api.Assertions.assertThatThrownBy(projections::catchUp).isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        jdbc.sql("delete from " + seen.name()).update();
        projections.catchUp();
        assertThat(actsOf(key)).containsExactly("file-case");
    }

    @Test
    void howFarAProjectionIsBehindIsShown() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new LagMeters(projections).bindTo(meters);
        assertThat(gauge(meters, "mingfa.projection.lag.entries")).as("before its first step").isEqualTo(recorded());
        projections.catchUp();
        assertThat(gauge(meters, "mingfa.projection.lag.entries")).isZero();
        assertThat(gauge(meters, "mingfa.projection.lag.seconds")).isZero();
        append(Acts.newCase(agency), 0, Acts.act("file-case"), Acts.act("inspect"));
        assertThat(gauge(meters, "mingfa.projection.lag.entries")).isEqualTo(2);
        assertThat(gauge(meters, "mingfa.projection.lag.seconds")).isBetween(0.0001, 60.0);
        projections.catchUp();
        assertThat(gauge(meters, "mingfa.projection.lag.entries")).isZero();
    }

    private double recorded() {
        return jdbc.sql("select least(count(*), ?) from entry").param(Projections.COUNTED).query(Double.class).single();
    }

    private double gauge(SimpleMeterRegistry meters, String name) {
        return meters.get(name).tag("projection", seen.name()).gauge().value();
    }

    @Test
    void theProjectionsRoleReadsTheRecordAndCannotWriteIt() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql("delete from entry").update())
                .rootCause().extracting("SQLState").isEqualTo("42501");
    }
}
