package org.mingfa.server.cases.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_to_project}: cases whose rows are to be written anew. */
@Repository
public class ToProject {

    /** @param whole all its rows from the record; otherwise what follows from linked cases only */
    public record Waiting(CaseKey id, boolean whole) {}

    private static final Comparator<CaseKey> ORDER = Comparator.comparingInt(CaseKey::region).thenComparingLong(CaseKey::id);

    private final JdbcClient jdbc;

    ToProject(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes cases of an agency whose steps are to be written. The notes are held until the end of the transaction, also those
     * that were there: whoever takes one away meanwhile waits, and reads what this transaction wrote. Always in key order.
     */
    public void note(long agency, List<CaseKey> ids) {
        List<CaseKey> sorted = ids.stream().sorted(ORDER).toList();
        jdbc.sql("""
                        insert into case_to_project (region_id, case_id, agency_id, whole)
                        select r, c, ?, false from unnest(cast(? as int[]), cast(? as bigint[])) with ordinality x (r, c, n) order by n
                        on conflict (region_id, agency_id, case_id) do update set due_at = least(case_to_project.due_at, excluded.due_at)""")
                .params(agency, sorted.stream().map(CaseKey::region).toArray(Integer[]::new), sorted.stream().map(CaseKey::id).toArray(Long[]::new))
                .update();
    }

    /** Notes all running cases of an agency, each with all its rows; how many. */
    public int noteRunning(int region, long agency) {
        return jdbc.sql("""
                        insert into case_to_project (region_id, case_id, agency_id, whole)
                        select region_id, case_id, agency_id, true from enforcement_case
                        where region_id = ? and agency_id = ? and ended_on is null order by region_id, case_id
                        on conflict (region_id, agency_id, case_id) do update set whole = true, due_at = least(case_to_project.due_at, excluded.due_at)""")
                .params(region, agency).update();
    }

    /** Takes the note of a case away; waits for an act that is just noting it. */
    public void take(long agency, CaseKey id) {
        jdbc.sql("delete from case_to_project where region_id = ? and agency_id = ? and case_id = ?").params(id.region(), agency, id.id()).update();
    }

    /** Cases of an agency that wait, the longest first. */
    public List<Waiting> waiting(int region, long agency, int limit) {
        return jdbc.sql("""
                        select region_id, case_id, whole from case_to_project
                        where region_id = ? and agency_id = ? and due_at <= now() order by due_at, case_id limit ?""")
                .params(region, agency, limit)
                .query((rs, n) -> new Waiting(new CaseKey(rs.getInt(1), rs.getLong(2)), rs.getBoolean(3)))
                .list();
    }

    /** Leaves one that cannot be projected for later, so that it stands in nobody's way. */
    public void later(long agency, CaseKey id, Duration by) {
        jdbc.sql("update case_to_project set due_at = now() + make_interval(secs => ?) where region_id = ? and agency_id = ? and case_id = ?")
                .params(by.toSeconds(), id.region(), agency, id.id()).update();
    }
}
