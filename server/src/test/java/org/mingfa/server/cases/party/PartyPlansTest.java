package org.mingfa.server.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With tens of thousands of parties a party's page, what may be the same, and what was joined are found through an index. */
@ServerTest
@Import(TestCity.class)
class PartyPlansTest {

    private static final int ROWS = 40_000;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    PartyStore store;

    @Autowired
    JoinStore joins;

    @Test
    void everyLookIsThroughAnIndexUnderTheRowPolicies() throws Exception {
        TestCity.Agency agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> fill(agency)));
        analyze();
        Group common = new Group(List.of("common"), List.of("s"), List.of("s7"));
        for (CaseKey after : new CaseKey[] {null, new CaseKey(agency.region(), 20_000)}) {
            assertThat(plan(agency, () -> store.plan(common, after, 21))).contains("case_party_identity").contains("case_party_spelling").doesNotContain("Seq Scan on case_party");
        }
        assertThat(plan(agency, () -> store.plan("name_key", "甲7", 30))).contains("case_party_name").doesNotContain("Seq Scan on case_party");
        assertThat(plan(agency, () -> store.plan("id_mark", "d7", 30))).contains("case_party_id_mark").doesNotContain("Seq Scan on case_party");
        assertThat(plan(agency, () -> store.plan("address_mark", "w7", 30))).contains("case_party_address").doesNotContain("Seq Scan on case_party");
        assertThat(plan(agency, () -> joins.plan(List.of("a7", "a8"), 50))).contains("party_join_a").contains("party_join_b").doesNotContain("Seq Scan on party_join");
        List<PartyStore.InCase> page = agency.scope().<List<PartyStore.InCase>, RuntimeException>call(() -> transactions.read(() -> store.page(common, null, 21)));
        assertThat(page).hasSize(21).isSortedAccordingTo(java.util.Comparator.comparing(PartyStore.InCase::caseId).reversed());
    }

    private String plan(TestCity.Agency agency, java.util.function.Supplier<List<String>> explain) {
        return agency.scope().<String, RuntimeException>call(() -> transactions.read(() -> String.join("\n", explain.get())));
    }

    private int fill(TestCity.Agency agency) {
        jdbc.sql("""
                        insert into case_party (region_id, case_id, agency_id, object_id, identity, known_by, spelling, name, name_key, code, id_mark, address_mark, fines, clauses)
                        select ?, n, ?, 'party-1', case when n % 4 = 0 then 'common' else 'i' || n end, 'code', 's' || n, '甲' || n, '甲' || n, null, 'd' || n, 'w' || n, true, ''
                        from generate_series(1, ?) n""")
                .params(agency.region(), agency.id(), ROWS).update();
        long person = city.person(agency, "agency-head").id();
        return jdbc.sql("""
                        insert into party_join (region_id, agency_id, kind, a, b, a_name, b_name, reason, by_id, at)
                        select ?, ?, 'merge', 'a' || n, 'b' || n, '甲', '乙', '同一家', ?, now() from generate_series(1, ?) n""")
                .params(agency.region(), agency.id(), person, ROWS).update();
    }

    private static void analyze() throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze case_party; analyze party_join");
        }
    }
}
