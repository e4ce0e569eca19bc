package org.mingfa.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much paper an agency has, what is missing and what was scanned are read through an index, a page at a time. */
@ServerTest
@Import(TestCity.class)
class PaperPlansTest {

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Test
    void whatIsMissingAndWhatWasScannedAreReadThroughAnIndex() throws Exception {
        TestCity.Agency agency = city.agency();
        agency.scope().run(() -> transactions.write(() -> fill(agency)));
        analyze();
        plan(agency, """
                select document_id as id, case_id, title, number, act_seq as seq, created_at, signed_by from document
                where region_id = %d and agency_id = %d and document_id > 0 and signed_by is not null and copy_seq is null and replaced_by is null
                order by document_id limit 51""", "document_copy_missing");
        plan(agency, """
                select document_id, case_id, act_seq, title, number, created_at, signed_by, copy_seq from document
                where region_id = %d and agency_id = %d and document_id < 900000000 and replaced_by is null order by document_id desc limit 500""", "document_issued");
        plan(agency, "select * from scan where region_id = %d and agency_id = %d and scan_id < 9000 order by scan_id desc limit 51", "scan_agency");
        plan(agency, "select * from scan where region_id = %d and agency_id = %d and scan_id < 9000000 and open order by scan_id desc limit 51", "scan_agency_open");
    }

    private void plan(TestCity.Agency agency, String sql, String index) {
        String plan = agency.scope().<String, RuntimeException>call(() -> transactions.read(
                () -> String.join("\n", jdbc.sql("explain " + sql.formatted(agency.region(), agency.id())).query(String.class).list())));
        assertThat(plan).contains(index).doesNotContain("Seq Scan", "Sort");
    }

    private int fill(TestCity.Agency agency) {
        jdbc.sql("""
                        insert into document (region_id, agency_id, case_id, act_seq, template, template_digest, title, number, sealed, sha256, sm3, created_at, signed_by, copy_seq)
                        select ?, ?, n / 10, n % 10, '现场笔录', 'x', '现场笔录', '', '\\x00', 'x', 'x', now(), case when n % 3 = 0 then '当事人' end, case when n % 100 <> 0 then 5 end
                        from generate_series(1, 20000) n""").params(agency.region(), agency.id()).update();
        return jdbc.sql("""
                        insert into scan (region_id, agency_id, file_id, name, sha256, pages, open, uploaded_by, uploaded_at)
                        select ?, ?, n, 'x', 'plan' || n, 1, n % 200 = 0, 1, now() from generate_series(1, 20000) n""").params(agency.region(), agency.id()).update();
    }

    private static void analyze() throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze document; analyze scan");
        }
    }
}
