package org.mingfa.server.discretion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.server.discretion.BenchmarkSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code benchmark_set} and {@code benchmark_set_event}. */
@Repository
public class BenchmarkSetStore {

    private static final String SETS = """
            select s.id, s.title, s.file, s.counts::text, i.name as imported_by, s.imported_at, coalesce(e.what, 'draft') as state,
                   coalesce(e.note, '') as note, d.name as decided_by, e.at as decided_at,
                   (select x.day from benchmark_set_event x where x.set_id = s.id and x.what = 'published' order by seq desc limit 1) as first_day,
                   case when e.what = 'withdrawn' then e.day end as last_day
            from benchmark_set s
            join person i on i.id = s.imported_by
            left join lateral (select * from benchmark_set_event x where x.set_id = s.id order by seq desc limit 1) e on true
            left join person d on d.id = e.person_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BenchmarkSetStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long add(int region, String title, String file, String tables, BenchmarkSet.Counts counts, long by) {
        return jdbc.sql("insert into benchmark_set (of_region, title, file, tables, counts, imported_by) values (?, ?, ?, ?, cast(? as jsonb), ?) returning id")
                .params(region, title, file, tables, json.writeValueAsString(counts), by)
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    public List<BenchmarkSet> of(List<Integer> regions, int limit) {
        return jdbc.sql(SETS + "where s.of_region = any (?) order by s.id desc limit ?").params(regions.toArray(Integer[]::new), limit).query(this::set).list();
    }

    public Optional<BenchmarkSet> find(long id, List<Integer> regions) {
        return jdbc.sql(SETS + "where s.id = ? and s.of_region = any (?)").params(id, regions.toArray(Integer[]::new)).query(this::set).optional();
    }

    /** Who brought it in, and its tables. */
    public record Content(long importedBy, String tables) {}

    /** Locked until the transaction ends, so that two do not decide at once. */
    public Content locked(long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('benchmark_set'))").query((rs, n) -> 0).list();
        return jdbc.sql("select imported_by, tables from benchmark_set where id = ?").param(id)
                .query((rs, n) -> new Content(rs.getLong(1), rs.getString(2))).single();
    }

    /** @param day first day in force where it is published, the last where it is withdrawn */
    public void decide(long id, String what, String note, LocalDate day, long by) {
        jdbc.sql("""
                insert into benchmark_set_event (set_id, seq, what, note, day, person_id)
                select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ? from benchmark_set_event where set_id = ?""")
                .params(id, what, note, day, by, id)
                .update();
    }

    private record Event(long set, String tables, String what, @Nullable LocalDate day) {}

    /** The tables of every set for the days on which it was published, in the order of publication. */
    public List<Benchmarks.Published> published() {
        return published(null);
    }

    /** @param until as was known then; null: now */
    public List<Benchmarks.Published> published(@Nullable Instant until) {
        List<Event> events = jdbc.sql("""
                        select e.set_id as "set", s.tables, e.what, e.day from benchmark_set_event e join benchmark_set s on s.id = e.set_id
                        where cast(:until as timestamptz) is null or e.at <= :until order by e.at, e.set_id, e.seq""")
                .param("until", until == null ? null : until.atOffset(java.time.ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE).query(Event.class).list();
        List<Benchmarks.Published> out = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Event e = events.get(i);
            if (e.what().equals("published")) {
                Event end = events.subList(i + 1, events.size()).stream().filter(x -> x.set() == e.set()).findFirst().orElse(null);
                if (end == null || end.day() != null) {
                    out.add(new Benchmarks.Published("published/%06d-%d.yaml".formatted(i, e.set()), e.tables(), e.day(), end == null ? null : end.day()));
                }
            }
        }
        return out;
    }

    /** Changes whenever a set is published or withdrawn, here or by another server. */
    public long stamp() {
        return jdbc.sql("select count(*) from benchmark_set_event").query(Long.class).single();
    }

    /** Division code and level (country, province, city, county, township) of a region. */
    public record Place(String code, String level) {}

    public Place place(int region) {
        return jdbc.sql("select code, level from region where id = ?").param(region).query(Place.class).single();
    }

    public Place placeOfSet(long id) {
        return jdbc.sql("select r.code, r.level from benchmark_set s join region r on r.id = s.of_region where s.id = ?").param(id).query(Place.class).single();
    }

    private BenchmarkSet set(ResultSet rs, int n) throws SQLException {
        OffsetDateTime decided = rs.getObject("decided_at", OffsetDateTime.class);
        return new BenchmarkSet(rs.getLong("id"), rs.getString("title"), rs.getString("file"), rs.getString("state"),
                json.readValue(rs.getString("counts"), BenchmarkSet.Counts.class), rs.getString("imported_by"),
                rs.getObject("imported_at", OffsetDateTime.class).toInstant(), rs.getString("decided_by"),
                decided == null ? null : decided.toInstant(), rs.getString("note"),
                rs.getObject("first_day", LocalDate.class), rs.getObject("last_day", LocalDate.class));
    }
}
