package org.mingfa.server.catalogue.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a list of twenty thousand rows costs who looks at it: the page, not the list. */
@ServerTest
@Import(TestCity.class)
class ListReadsTest {

    private static final int ROWS = 20_000;

    @Autowired TestCity city;
    @Autowired JdbcClient jdbc;
    @Autowired Transactions transactions;
    @Autowired ListStore lists;
    @Autowired ListRows rows;

    private TestCity.Agency agency;
    private long list;
    private ListVersion first;
    private ListVersion draft;

    /** A version and the draft after it, in which every fortieth row is changed and the last three are left out. */
    @BeforeEach
    void twoLongVersions() throws Exception {
        agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> {
            list = lists.add("fees", agency.id(), null, "长清单");
            first = lists.draft(list, null, "", 1);
            jdbc.sql("""
                            insert into list_row (version_id, key, ordinal, cells, recorded_by)
                            select ?, n::text, n, jsonb_build_object('number', n::text, 'title', '项目' || n), 1 from generate_series(1, ?) n""")
                    .params(first.id(), ROWS).update();
            return jdbc.sql("update list_version set state = 'published', from_day = '2026-01-01', published_on = '2026-01-01', published_by = 1 where id = ?").param(first.id()).update();
        }));
        agency.scope().run(() -> transactions.write(() -> {
            draft = lists.draft(list, lists.version(list, 1).orElseThrow(), "", 1);
            rows.copy(first.id(), draft.id(), 1);
            jdbc.sql("update list_row set cells = cells || '{\"title\": \"改\"}' where version_id = ? and ordinal % 40 = 0").param(draft.id()).update();
            return jdbc.sql("delete from list_row where version_id = ? and ordinal > ?").params(draft.id(), ROWS - 3).update();
        }));
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"), System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze list_row; analyze list_version");
        }
    }

    private long read(Runnable what) {
        return agency.scope().<Long, RuntimeException>call(() -> transactions.read(() -> {
            long before = fetched();
            what.run();
            return fetched() - before;
        }));
    }

    /** Of this transaction, with what the connection has not told the statistics yet. */
    private long fetched() {
        return jdbc.sql("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'list_row'").query(Long.class).single();
    }

    @Test
    void theHeadsOfVersionsKnowHowManyRowsTheyHaveWithoutReadingOne() {
        assertThat(read(() -> assertThat(lists.versions(list)).extracting(ListVersion::rows).containsExactly(ROWS - 3L, (long) ROWS))).isZero();
    }

    @Test
    void theNumberOfRowsIsRightWhateverIsDoneToThem() {
        agency.scope().run(() -> transactions.write(() -> {
            rows.put(draft.id(), "7", 7, java.util.Map.of("title", "再改"), 1);
            rows.put(draft.id(), "x", ROWS, java.util.Map.of("title", "新"), 1);
            rows.remove(draft.id(), "8");
            rows.remove(draft.id(), "9");
            assertThat(lists.version(list, 2).orElseThrow().rows()).isEqualTo(ROWS - 4L);
            rows.clear(draft.id());
            assertThat(lists.version(list, 2).orElseThrow().rows()).isZero();
            rows.putAll(draft.id(), List.of(new ListRow("a", 1, java.util.Map.of()), new ListRow("b", 2, java.util.Map.of())), 1);
            assertThat(lists.version(list, 2).orElseThrow().rows()).isEqualTo(2);
            return null;
        }));
    }

    @Test
    void aPageOfRowsReadsThePage() {
        assertThat(read(() -> assertThat(rows.page(draft.id(), ROWS - 3, "", 0, 50).rows()).hasSize(50))).isLessThanOrEqualTo(60);
        assertThat(read(() -> assertThat(rows.after(draft.id(), 15_000, "15000", 50)).hasSize(50))).isLessThanOrEqualTo(60);
    }

    @Test
    void aPageOfDifferencesStopsWithThePageHoweverLongTheListIs() {
        assertThat(read(() -> assertThat(rows.differences(0, first.id(), 0, Integer.MIN_VALUE, "", 50)).hasSize(50))).isLessThanOrEqualTo(60);
        assertThat(read(() -> assertThat(rows.differences(first.id(), draft.id(), 0, 10_000, "10000", 50)).extracting(ListRows.Different::key)
                .startsWith("10040").endsWith("12000"))).as("two thousand rows lie before the fiftieth difference, each looked for once").isLessThanOrEqualTo(4_200);
    }

    @Test
    void whatChangedAndWhatIsGoneIsToldOnceInOrder() {
        List<ListRows.Different> all = agency.scope().<List<ListRows.Different>, RuntimeException>call(() -> transactions.read(() -> rows.differences(first.id(), draft.id(), 0, Integer.MIN_VALUE, "", 1_000)));
        assertThat(all).hasSize(ROWS / 40 - 1 + 3);
        assertThat(all.subList(all.size() - 3, all.size())).extracting(ListRows.Different::key).containsExactly("19998", "19999", "20000");
        ListRows.Counts counts = agency.scope().<ListRows.Counts, RuntimeException>call(() -> transactions.read(() -> rows.counts(first.id(), draft.id())));
        assertThat(counts).isEqualTo(new ListRows.Counts(0, 3, ROWS / 40 - 1, ROWS - 3 - (ROWS / 40 - 1)));
    }
}
