package org.mingfa.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.support.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the database's own catalogue: whatever module made a table, the cases must be able to spread over many databases. */
@ServerTest
class CaseTablesTest {

    /**
     * A table belongs to a case if it names one, or a region without being the region's own description: its agencies, and the
     * registers that are kept of them (V20: shared reference tables, whose lists carry the caller's scope). A guiding case (V38)
     * is a publication: it outlives its source, and all may read it.
     */
    private static final String CASE_TABLES = """
            with case_tables as (
                select distinct c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname in ('case_id', 'region_id') and not a.attisdropped
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in
                    ('agency', 'body_application', 'confirmation_drive', 'training_course', 'exam_session', 'exam_question', 'equipment_standard', 'appraisal_set', 'guidance', 'audit_entry'))
            """;

    @Autowired
    JdbcClient jdbc;

    private List<String> names(String sql) {
        return jdbc.sql(CASE_TABLES + sql).query(String.class).list();
    }

    @Test
    void theRecordIsAmongTheCaseTables() {
        assertThat(names("select relname from case_tables")).contains("entry", "idempotency_key", "party_key").doesNotContain("person", "region");
    }

    @Test
    void everyPrimaryAndUniqueKeyOfACaseTableBeginsWithTheRegion() {
        assertThat(names("""
                select t.relname || '.' || i.indexrelid::regclass from case_tables t join pg_index i on i.indrelid = t.oid
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                where i.indisunique and a.attname is distinct from 'region_id'
                """)).isEmpty();
    }

    @Test
    void everyCaseTableHasAPrimaryKey() {
        assertThat(names("select relname from case_tables t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)")).isEmpty();
    }

    @Test
    void noForeignKeyLeavesARegion() {
        assertThat(names("""
                select t.relname || ': ' || pg_get_constraintdef(f.oid) from case_tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
                where not exists (select from pg_attribute mine join pg_attribute theirs on true
                    where mine.attrelid = f.conrelid and mine.attnum = f.conkey[1] and mine.attname = 'region_id'
                    and theirs.attrelid = f.confrelid and theirs.attnum = f.confkey[1] and theirs.attname = 'region_id')
                """)).isEmpty();
    }

    @Test
    void everyCaseTableIsGuardedByItsRowsScopeEvenFromItsOwner() {
        assertThat(names("select relname from case_tables where not (relrowsecurity and relforcerowsecurity)")).isEmpty();
    }

    /** Policies that hold for the application: its own, and those for everybody. */
    private static final String APPLICATIONS = "p.polrelid = t.oid and p.polroles && array[0::oid, 'mingfa_app'::regrole::oid]";

    @Test
    void everyCaseTableHasAPolicyForTheApplication() {
        assertThat(names("select relname from case_tables t where not exists (select from pg_policy p where " + APPLICATIONS + ")")).isEmpty();
    }

    @Test
    void noPolicyLetsTheApplicationReadOrWriteBeyondItsAgenciesAndRegions() {
        assertThat(names("select t.relname || '.' || p.polname from case_tables t join pg_policy p on " + APPLICATIONS + """
                 cross join lateral unnest(array[pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)]) as rule
                where rule is not null and not (rule like '%app.agencies%' and rule like '%app.regions%')
                """)).isEmpty();
    }
}
