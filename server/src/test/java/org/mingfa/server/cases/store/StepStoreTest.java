package org.mingfa.server.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.StepStore.Step;
import org.mingfa.server.cases.store.StepStore.StepRow;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of an inbox with ten thousand duties and as many steps: every page in index order, each step once. */
@ServerTest
@Import(TestCity.class)
class StepStoreTest {

    private static final int MANY = 10_000;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    StepStore store;

    @Autowired
    TodoStore duties;

    @Autowired
    ToProject waiting;

    private static Step step(String title) {
        return new Step("suspend", Map.of(), title, "1-2", "涉嫌犯罪案件移送", "公安机关签收回执", "2026-03-02");
    }

    @Test
    void aPageOfManyIsReadInIndexOrderAndAStepOnTwoSeatsAppearsOnce() throws Exception {
        TestCity.Agency agency = city.agency();
        TodoStore.Seats seats = new TodoStore.Seats(agency.region(), agency.id(), List.of("p:1", "r:agency-head"));
        agency.scope().run(() -> {
            transactions.write(() -> {
                fill(agency, "case_step", "step_id, seat, since, step", "'suspend', s.seat, date '2026-01-01' + n % 300, cast('{\"act\": \"suspend\", \"on\": {}, \"title\": \"中止调查\", \"from\": \"1-2\", \"procedureTitle\": \"移送\", \"after\": \"回执\", \"at\": \"2026-03-02\"}' as jsonb)");
                fill(agency, "case_duty", "duty_id, seat, due_on, duty", "'1', s.seat, date '2026-01-01' + n % 300, cast('{}' as jsonb)");
                return null;
            });
        });
        analyze();
        agency.scope().run(() -> {
            assertThat(String.join("\n", transactions.read(() -> store.plan(seats)))).contains("case_step_seat").doesNotContain("Seq Scan on case_step");
            Cursor after = null;
            int read = 0;
            java.util.Set<CaseKey> seen = new java.util.HashSet<>();
            for (int page = 0; page < 40; page++) {
                Cursor from = after;
                List<StepStore.Found> found = transactions.read(() -> store.page(seats, from, 50));
                assertThat(found).hasSize(50).extracting(StepStore.Found::id).doesNotHaveDuplicates();
                after = found.getLast().cursor();
                found.forEach(f -> seen.add(f.id()));
                read += found.size();
            }
            assertThat(read).isEqualTo(2000);
            assertThat(seen).hasSize(2000);
            assertThat(transactions.read(() -> store.count(seats))).extracting("value", "more").containsExactly(999, true);
            Cursor deep = after;
            System.out.printf("inbox of %,d duties and as many steps on two seats: first page of steps %.1f ms, a deep one %.1f ms, first page of duties %.1f ms%n", MANY,
                    median(() -> store.page(seats, null, 51)), median(() -> store.page(seats, deep, 51)),
                    median(() -> jdbc.sql("select duty_id from case_duty where region_id = ? and agency_id = ? and seat = 'p:1' order by due_on, case_id, duty_id limit 51")
                            .params(agency.region(), agency.id()).query(String.class).list()));
        });
    }

    /** As the database does by itself after a while. */
    private static void analyze() throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze case_step; analyze case_duty");
        }
    }

    private void fill(TestCity.Agency agency, String table, String columns, String values) {
        jdbc.sql("insert into " + table + " (region_id, case_id, agency_id, " + columns + ") select ?, n, ?, " + values
                        + " from generate_series(1, " + MANY + ") n, (values ('p:1'), ('r:agency-head')) s (seat)")
                .params(agency.region(), agency.id()).update();
    }

    private double median(Runnable read) {
        double[] ms = new double[15];
        for (int i = 0; i < ms.length; i++) {
            long begun = System.nanoTime();
            transactions.read(() -> {
                read.run();
                return null;
            });
            ms[i] = (System.nanoTime() - begun) / 1e6;
        }
        java.util.Arrays.sort(ms);
        return ms[ms.length / 2];
    }

    @Test
    void notesAreTakenLongestWaitingFirstAndOneThatFailedWaits() {
        TestCity.Agency agency = city.agency();
        CaseKey a = new CaseKey(agency.region(), 1);
        CaseKey b = new CaseKey(agency.region(), 2);
        agency.scope().run(() -> transactions.write(() -> {
            waiting.note(agency.id(), List.of(b, a));
            waiting.note(agency.id(), List.of(a));
            waiting.later(agency.id(), a, java.time.Duration.ofHours(1));
            assertThat(waiting.waiting(agency.region(), agency.id(), 10)).containsExactly(new ToProject.Waiting(b, false));
            waiting.note(agency.id(), List.of(a));
            assertThat(waiting.waiting(agency.region(), agency.id(), 10)).as("a new act asks anew").extracting(ToProject.Waiting::id).containsExactlyInAnyOrder(a, b);
            waiting.take(agency.id(), a);
            waiting.take(agency.id(), b);
            assertThat(waiting.waiting(agency.region(), agency.id(), 10)).isEmpty();
            return null;
        }));
    }

    @Test
    void whatNoLongerFollowsGoesAndWhatStaysIsWrittenOnce() {
        TestCity.Agency agency = city.agency();
        TestCity.Agency other = city.agency();
        CaseKey id = new CaseKey(agency.region(), 77);
        TodoStore.Seats seats = new TodoStore.Seats(agency.region(), agency.id(), List.of("p:1", "p:2"));
        LocalDate day = LocalDate.parse("2026-03-02");
        agency.scope().run(() -> {
            transactions.write(() -> {
                store.replace(id, agency.id(), List.of(new StepRow("a", "p:1", day, step("甲")), new StepRow("a", "p:2", day, step("甲")), new StepRow("b", "p:1", day, step("乙"))));
                store.replace(id, agency.id(), List.of(new StepRow("a", "p:1", day, step("甲")), new StepRow("a", "p:2", day, step("甲"))));
                return null;
            });
            assertThat(transactions.read(() -> store.page(seats, null, 10))).extracting(f -> f.step().title()).containsExactly("甲");
        });
        other.scope().run(() -> assertThat(transactions.read(() -> store.page(seats, null, 10))).as("out of scope").isEmpty());
    }
}
