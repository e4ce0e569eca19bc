package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code case_step}: what follows in a case from linked ones, by seat. */
@Repository
public class StepStore {

    /**
     * @param act in the case where it follows, about {@code on}
     * @param title what the step is called
     * @param from the linked case, and {@code after} the title of the act there
     */
    public record Step(String act, Map<String, String> on, String title, String from, String procedureTitle, String after, String at) {}

    /** A step on one seat. */
    public record StepRow(String id, String seat, LocalDate since, Step step) {}

    /** A step in a page. */
    public record Found(CaseKey id, Step step, Cursor cursor) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Until the end of the transaction nobody else writes the steps of this case. */
    public void lock(CaseKey id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('case_step ' || ?, 0))").params(id.toString()).query((rs, n) -> 0).list();
    }

    /** Writes the steps of a case in the place of those that are there; a row that does not change is not touched. */
    public void replace(CaseKey id, long agency, Collection<StepRow> rows) {
        List<String> keys = rows.stream().map(r -> r.id() + "\n" + r.seat()).toList();
        jdbc.sql("delete from case_step where region_id = ? and case_id = ? and not (step_id || chr(10) || seat) = any (?)")
                .params(id.region(), id.id(), keys.toArray(String[]::new)).update();
        for (StepRow r : rows) {
            jdbc.sql("""
                            insert into case_step (region_id, case_id, agency_id, step_id, seat, since, step) values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
                            on conflict (region_id, case_id, step_id, seat) do update set since = excluded.since, step = excluded.step
                            where (case_step.since, case_step.step) is distinct from (excluded.since, excluded.step)""")
                    .params(id.region(), id.id(), agency, r.id(), r.seat(), r.since(), json.writeValueAsString(r.step())).update();
        }
    }

    /** What has waited longest first. Each seat is read in index order; a step on two seats appears once. */
    public List<Found> page(TodoStore.Seats s, @Nullable Cursor after, int limit) {
        return statement("", s, after, limit)
                .query((rs, n) -> new Found(new CaseKey(rs.getInt("region_id"), rs.getLong("case_id")), json.readValue(rs.getString("json"), Step.class),
                        Cursor.of(rs.getString("day"), rs.getString("case_id"), rs.getString("step_id"))))
                .list();
    }

    /** How the database goes about a page: what tests hold against its indexes. */
    List<String> plan(TodoStore.Seats s) {
        return statement("explain ", s, null, 51).query(String.class).list();
    }

    private JdbcClient.StatementSpec statement(String verb, TodoStore.Seats s, @Nullable Cursor after, int limit) {
        Cursor at = after == null ? Cursor.of("-infinity", "0", "") : after;
        return jdbc.sql(verb + """
                        select * from (
                            select distinct on (since, case_id, step_id) t.* from unnest(:seats) s (seat)
                            cross join lateral (
                                select region_id, case_id, step_id, since::text as day, since, step::text as json
                                from case_step d
                                where d.region_id = :region and d.agency_id = :agency and d.seat = s.seat
                                  and (d.since, d.case_id, d.step_id) > (cast(:since as date), :case, :step)
                                order by d.since, d.case_id, d.step_id limit :limit) t
                            order by since, case_id, step_id) x
                        order by since, case_id, step_id limit :limit""")
                .param("seats", s.seats().toArray(String[]::new)).param("region", s.region()).param("agency", s.agency())
                .param("since", at.parts().get(0)).param("case", Long.parseLong(at.parts().get(1)))
                .param("step", at.parts().get(2)).param("limit", limit);
    }

    /** Counted no further than the bound. */
    public Counted count(TodoStore.Seats s) {
        return Counted.of(jdbc.sql("""
                        select count(*) from (
                            select distinct t.case_id, t.step_id from unnest(:seats) s (seat)
                            cross join lateral (
                                select case_id, step_id from case_step d
                                where d.region_id = :region and d.agency_id = :agency and d.seat = s.seat limit :bound) t
                            limit :bound) x""")
                .param("seats", s.seats().toArray(String[]::new)).param("region", s.region()).param("agency", s.agency())
                .param("bound", Counted.BOUND + 1).query(Integer.class).single());
    }
}
