package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.cases.store.CarriedStore.Body;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code substitution}: who stands in for whom, from day to day (代理). */
@Repository
public class SubstitutionStore {

    /** A substitution as it is made. */
    public record Made(Body body, long absent, long substitute, LocalDate from, LocalDate to, String reason, long by, Instant at) {}

    /** One that runs today. @param name of the substitute */
    public record Running(long absent, long substitute, String name, LocalDate until) {}

    /** Somebody whom a person stands in for today. */
    public record Absent(long id, String name) {}

    /** One as a list shows it. */
    public record Listed(
            String id, String absentId, String absentName, String substituteId, String substituteName, LocalDate fromDay, LocalDate toDay, String reason,
            String byName, boolean ended) {}

    private final JdbcClient jdbc;

    SubstitutionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other in a body, until the transaction ends. */
    public void lock(Body b) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("substitution " + b.region() + " " + b.agency()).query(rs -> {});
    }

    public long add(Made m) {
        return jdbc.sql("""
                        insert into substitution (region_id, agency_id, absent_id, substitute_id, from_day, to_day, reason, by_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(m.body().region(), m.body().agency(), m.absent(), m.substitute(), m.from(), m.to(), m.reason(), m.by(), m.at().atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
    }

    /** The same one, made before and not ended. */
    public Optional<Long> same(Made m) {
        return jdbc.sql("""
                        select id from substitution where region_id = ? and agency_id = ? and absent_id = ? and substitute_id = ? and from_day = ? and to_day = ?
                          and ended_by is null order by id limit 1""")
                .params(m.body().region(), m.body().agency(), m.absent(), m.substitute(), m.from(), m.to()).query(Long.class).optional();
    }

    /** Whether a person is away, and somebody stands in, on one of these days. */
    public boolean isAway(Body b, long person, LocalDate from, LocalDate to) {
        return exists("absent_id", b, person, from, to);
    }

    /** Whether a person stands in for somebody on one of these days. */
    public boolean standsIn(Body b, long person, LocalDate from, LocalDate to) {
        return exists("substitute_id", b, person, from, to);
    }

    private boolean exists(String column, Body b, long person, LocalDate from, LocalDate to) {
        return jdbc.sql("select exists (select from substitution where region_id = ? and agency_id = ? and " + column
                        + " = ? and to_day >= ? and from_day <= ? and to_day >= from_day)")
                .params(b.region(), b.agency(), person, from, to).query(Boolean.class).single();
    }

    /** Whom a person stands in for on the day; at most 20. */
    public List<Absent> insteadOf(Body b, long person) {
        return jdbc.sql("""
                        select p.id, p.name from substitution s join person p on p.id = s.absent_id
                        where s.region_id = ? and s.agency_id = ? and s.substitute_id = ? and s.to_day >= ? and s.from_day <= ? order by p.id limit 20""")
                .params(b.region(), b.agency(), person, b.on(), b.on()).query(Absent.class).list();
    }

    /** Those that run on the day for these people. */
    public List<Running> away(Body b, List<Long> people) {
        return jdbc.sql("""
                        select s.absent_id as absent, s.substitute_id as substitute, p.name, s.to_day as until
                        from substitution s join person p on p.id = s.substitute_id
                        where s.region_id = ? and s.agency_id = ? and s.absent_id = any (?) and s.to_day >= ? and s.from_day <= ? order by s.id""")
                .params(b.region(), b.agency(), people.toArray(Long[]::new), b.on(), b.on()).query(Running.class).list();
    }

    /** Ends one before its last day, from today on; false where there is none that has not ended. */
    public boolean end(Body b, long id, long by) {
        return jdbc.sql("""
                        update substitution set to_day = greatest(from_day - 1, cast(? as date) - 1), ended_by = ?
                        where region_id = ? and agency_id = ? and id = ? and ended_by is null and to_day >= ?""")
                .params(b.on(), by, b.region(), b.agency(), id, b.on()).update() == 1;
    }

    /** The latest first. */
    public List<Listed> page(Body b, long before, int limit) {
        return listed("s.id < ?", b, before, limit);
    }

    public Optional<Listed> one(Body b, long id) {
        return listed("s.id = ?", b, id, 1).stream().findFirst();
    }

    private List<Listed> listed(String where, Body b, long id, int limit) {
        return jdbc.sql("""
                        select s.id, s.absent_id, a.name as absent_name, s.substitute_id, t.name as substitute_name, s.from_day, s.to_day, s.reason,
                               b.name as by_name, s.to_day < ? or s.ended_by is not null as ended
                        from (select * from substitution s where s.region_id = ? and s.agency_id = ? and %s order by s.id desc limit ?) s
                        join person a on a.id = s.absent_id join person t on t.id = s.substitute_id join person b on b.id = s.by_id order by s.id desc""".formatted(where))
                .params(b.on(), b.region(), b.agency(), id, limit).query(Listed.class).list();
    }
}
