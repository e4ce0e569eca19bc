package org.mingfa.server.cases.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.cases.store.TodoStore.Seats;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code duty_notice}: what was told of duties whose period runs out (提醒). It counts while the duty is open with the same due date. */
@Repository
public class NoticeStore {

    /** A notice with its duty; {@code step} is 1 and 2 for the shares of the period, 3 for its end. */
    public record Found(long id, CaseKey of, DutyJson duty, String seat, int step, Instant at, boolean read) {}

    /** After how many percent of a period people are told first and again. */
    public record Shares(BigDecimal first, BigDecimal second) {}

    /** A notice that counts, and of several on these seats about one duty the last. */
    private static final String LIVE = """
            from duty_notice n
            join case_duty d on d.region_id = n.region_id and d.case_id = n.case_id and d.duty_id = n.duty_id and d.seat = n.seat and d.due_on = n.due_on
            where n.region_id = :region and n.agency_id = :agency and n.seat = s.seat
              and not exists (
                select from duty_notice o
                join case_duty e on e.region_id = o.region_id and e.case_id = o.case_id and e.duty_id = o.duty_id and e.seat = o.seat and e.due_on = o.due_on
                where o.region_id = n.region_id and o.case_id = n.case_id and o.duty_id = n.duty_id and o.seat = any (:seats) and o.id > n.id)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Looks at the duties of an agency whose day has come, at most {@code limit}: writes what is to be told and the day on
     * which each is looked at next. A step that was told for the same due date is not told again.
     *
     * @return how many were looked at
     */
    public int tell(AgencyKeys.Key a, LocalDate today, Shares shares, Instant now, int limit) {
        return jdbc.sql("""
                        with due as (
                            select region_id, agency_id, case_id, duty_id, seat, due_on, cast(left(duty ->> 'from', 10) as date) as since
                            from case_duty where region_id = :region and agency_id = :agency and notice_on <= :today and notice_on < 'infinity'
                            order by notice_on limit :limit for update skip locked),
                        days as (
                            select *, case when isfinite(due_on) and since < due_on then since + cast(ceil((due_on - since) * :first / 100) as int) else due_on end as first_on,
                                      case when isfinite(due_on) and since < due_on then since + cast(ceil((due_on - since) * :second / 100) as int) else due_on end as second_on
                            from due),
                        steps as (
                            select *, case when due_on <= :today then 3 when second_on <= :today then 2 when first_on <= :today then 1 else 0 end as step from days),
                        told as (
                            insert into duty_notice (region_id, case_id, duty_id, seat, agency_id, step, due_on, told_at)
                            select region_id, case_id, duty_id, seat, agency_id, step, due_on, :now from steps where step > 0
                            on conflict (region_id, case_id, duty_id, seat) do update
                                set id = excluded.id, step = excluded.step, due_on = excluded.due_on, told_at = excluded.told_at, read_by = '{}'
                                where duty_notice.due_on <> excluded.due_on or duty_notice.step < excluded.step)
                        update case_duty c set notice_on = case s.step when 3 then 'infinity' when 2 then s.due_on when 1 then s.second_on else s.first_on end
                        from steps s where c.region_id = s.region_id and c.case_id = s.case_id and c.duty_id = s.duty_id and c.seat = s.seat""")
                .param("region", a.region()).param("agency", a.agency()).param("today", today).param("limit", limit)
                .param("first", shares.first()).param("second", shares.second()).param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes away what counts no more: the duty is done, has another due date or lies on another desk; at most {@code limit}. */
    public int forget(AgencyKeys.Key a, int limit) {
        return jdbc.sql("""
                        delete from duty_notice n using (
                            select n.region_id, n.case_id, n.duty_id, n.seat from duty_notice n
                            where n.region_id = :region and n.agency_id = :agency and not exists (
                                select from case_duty d where d.region_id = n.region_id and d.case_id = n.case_id and d.duty_id = n.duty_id and d.seat = n.seat and d.due_on = n.due_on)
                            limit :limit) g
                        where n.region_id = g.region_id and n.case_id = g.case_id and n.duty_id = g.duty_id and n.seat = g.seat""")
                .param("region", a.region()).param("agency", a.agency()).param("limit", limit).update();
    }

    /** A person with notices they have not read: how many at the end of their period and before, and when the last came of those past the second share. */
    public record Waiting(long person, int ended, int soon, @Nullable Instant pressing) {}

    /** Whoever in an agency has not read something that lies on their desk, on that of a role they hold on that day or of whom they stand in for. */
    public List<Waiting> waiting(AgencyKeys.Key a, LocalDate today) {
        return jdbc.sql("""
                        select person, count(*) filter (where step = 3) as ended, count(*) filter (where step < 3) as soon, max(told_at) filter (where step > 1) as pressing
                        from (
                            select distinct on (person, n.case_id, n.duty_id) person, n.step, n.told_at
                            from duty_notice n
                            join case_duty d on d.region_id = n.region_id and d.case_id = n.case_id and d.duty_id = n.duty_id and d.seat = n.seat and d.due_on = n.due_on
                            cross join lateral (
                                select cast(substr(n.seat, 3) as bigint) as person where n.seat like 'p:%'
                                union all
                                select person_id from person_role r where n.seat = 'r:' || r.role_code and r.agency_id = n.agency_id
                                    and r.valid_from <= :today and (r.valid_to is null or r.valid_to >= :today)
                                union all
                                select substitute_id from substitution s where n.seat = 'p:' || s.absent_id and s.region_id = n.region_id and s.agency_id = n.agency_id
                                    and s.from_day <= :today and s.to_day >= :today) p
                            where n.region_id = :region and n.agency_id = :agency and not person = any (n.read_by)
                            order by person, n.case_id, n.duty_id, n.id desc) t
                        group by person""")
                .param("region", a.region()).param("agency", a.agency()).param("today", today)
                .query((rs, n) -> new Waiting(rs.getLong("person"), rs.getInt("ended"), rs.getInt("soon"),
                        rs.getTimestamp("pressing") == null ? null : rs.getTimestamp("pressing").toInstant())).list();
    }

    /** The latest first. */
    public List<Found> page(Seats s, long person, long before, int limit) {
        return seated(s, """
                        select * from unnest(:seats) s (seat) cross join lateral (
                            select n.id, n.region_id, n.case_id, n.seat as on_seat, n.step, n.told_at, :person = any (n.read_by) as read, d.duty::text as json
                        """ + LIVE + " and n.id < :before order by n.id desc limit :limit) t order by id desc limit :limit")
                .param("person", person).param("before", before).param("limit", limit)
                .query((rs, n) -> new Found(rs.getLong("id"), new CaseKey(rs.getInt("region_id"), rs.getLong("case_id")),
                        json.readValue(rs.getString("json"), DutyJson.class), rs.getString("on_seat"), rs.getInt("step"),
                        rs.getObject("told_at", java.time.OffsetDateTime.class).toInstant(), rs.getBoolean("read")))
                .list();
    }

    /** How many the person has not read; bounded. */
    public Counted unread(Seats s, long person) {
        return Counted.of(seated(s, "select count(*) from (select from unnest(:seats) s (seat) cross join lateral (select n.id " + LIVE
                        + " and not :person = any (n.read_by) limit :bound) t limit :bound) x")
                .param("person", person).param("bound", Counted.BOUND + 1).query(Integer.class).single());
    }

    /** Marks one as read, on whichever of these seats it lies; false where there is none. */
    public boolean read(Seats s, long person, long id) {
        return seated(s, """
                        update duty_notice n set read_by = case when :person = any (n.read_by) then n.read_by else n.read_by || :person end
                        from (select region_id, case_id, duty_id from duty_notice where region_id = :region and agency_id = :agency and seat = any (:seats) and id = :id) o
                        where n.region_id = o.region_id and n.case_id = o.case_id and n.duty_id = o.duty_id and n.seat = any (:seats)""")
                .param("person", person).param("id", id).update() > 0;
    }

    /** Marks as read all on these seats up to that one: what came since, or is told anew this moment, stays unread. */
    public void readUntil(Seats s, long person, long id) {
        seated(s, """
                        update duty_notice n set read_by = n.read_by || :person
                        from (select region_id, case_id, duty_id, seat from duty_notice
                              where region_id = :region and agency_id = :agency and seat = any (:seats) and id <= :id and not :person = any (read_by)
                              for update skip locked) o
                        where n.region_id = o.region_id and n.case_id = o.case_id and n.duty_id = o.duty_id and n.seat = o.seat""")
                .param("person", person).param("id", id).update();
    }

    private JdbcClient.StatementSpec seated(Seats s, String sql) {
        return jdbc.sql(sql).param("seats", s.seats().toArray(String[]::new)).param("region", s.region()).param("agency", s.agency());
    }

    /** How the database finds what is due to be told, a person's notices and what they have not read. */
    List<String> plans(Seats s, LocalDate today) {
        String due = "explain select * from case_duty where region_id = :region and agency_id = :agency and notice_on <= :today and notice_on < 'infinity' order by notice_on limit 200";
        String page = "explain select * from unnest(:seats) s (seat) cross join lateral (select n.id " + LIVE + " order by n.id desc limit 50) t order by id desc limit 50";
        return java.util.stream.Stream.concat(seated(s, due).param("today", today).query(String.class).list().stream(), seated(s, page).query(String.class).list().stream()).toList();
    }
}
