package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.cases.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Open duties on the seats of one person: their own, and those of the roles they hold in their agency. */
@Repository
public class TodoStore {

    /** A duty with its case; of several seats the one that was asked for first. */
    public record Todo(CaseKey id, DutyJson duty, String seat, Cursor cursor) {}

    /** Whose duties: an agency, its region and the seats there. */
    public record Seats(int region, long agency, List<String> seats) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TodoStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By due date, overdue first, undated last. Each seat is read in index order; a duty on two seats appears once. */
    public List<Todo> page(Seats s, @Nullable Cursor after, int limit) {
        Cursor at = after == null ? Cursor.of("-infinity", "0", "") : after;
        return jdbc.sql("""
                        select * from (
                            select distinct on (due_on, case_id, duty_id) t.* from unnest(:seats) with ordinality s (seat, place)
                            cross join lateral (
                                select s.place, d.seat, region_id, case_id, duty_id, due_on::text as due, due_on, duty::text as json
                                from case_duty d
                                where d.region_id = :region and d.agency_id = :agency and d.seat = s.seat
                                  and (d.due_on, d.case_id, d.duty_id) > (cast(:due as date), :case, :duty)
                                order by d.due_on, d.case_id, d.duty_id limit :limit) t
                            order by due_on, case_id, duty_id, place) x
                        order by due_on, case_id, duty_id limit :limit""")
                .param("seats", s.seats().toArray(String[]::new)).param("region", s.region()).param("agency", s.agency())
                .param("due", at.parts().get(0)).param("case", Long.parseLong(at.parts().get(1)))
                .param("duty", at.parts().get(2)).param("limit", limit)
                .query((rs, n) -> new Todo(new CaseKey(rs.getInt("region_id"), rs.getLong("case_id")),
                        json.readValue(rs.getString("json"), DutyJson.class), rs.getString("seat"),
                        Cursor.of(rs.getString("due"), rs.getString("case_id"), rs.getString("duty_id"))))
                .list();
    }

    /** How many fall due in [from, until), or from then on and without a date where {@code until} is null; bounded. */
    public Counted count(Seats s, LocalDate from, @Nullable LocalDate until) {
        return Counted.of(jdbc.sql("""
                        select count(*) from (
                            select distinct t.case_id, t.duty_id from unnest(:seats) s (seat)
                            cross join lateral (
                                select case_id, duty_id from case_duty d
                                where d.region_id = :region and d.agency_id = :agency and d.seat = s.seat
                                  and d.due_on >= :from and (cast(:until as date) is null or d.due_on < cast(:until as date))
                                limit :bound) t
                            limit :bound) x""")
                .param("seats", s.seats().toArray(String[]::new)).param("region", s.region()).param("agency", s.agency())
                .param("from", from).param("until", until).param("bound", Counted.BOUND + 1)
                .query(Integer.class)
                .single());
    }
}
