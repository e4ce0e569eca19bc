package org.mingfa.server.discretion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingfa.server.discretion.BenchmarkSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code benchmark_set} and {@code benchmark_set_event}. */
@Repository
public class BenchmarkSetStore {

    private static final String SETS = """
            select s.id, s.title, s.file, s.counts::text, i.name as imported_by, s.imported_at, coalesce(e.what, 'draft') as state,
                   coalesce(e.note, '') as note, d.name as decided_by, e.at as decided_at
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

    public void decide(long id, String what, String note, long by) {
        jdbc.sql("""
                insert into benchmark_set_event (set_id, seq, what, note, person_id)
                select ?, coalesce(max(seq), 0) + 1, ?, ?, ? from benchmark_set_event where set_id = ?""")
                .params(id, what, note, by, id)
                .update();
    }

    /** The tables of every published set by a name that sorts in the order of publication. */
    public Map<String, String> published() {
        Map<String, String> texts = new TreeMap<>();
        jdbc.sql("""
                select s.id, s.tables, e.at from benchmark_set s
                join lateral (select * from benchmark_set_event x where x.set_id = s.id order by seq desc limit 1) e on e.what = 'published'
                order by e.at, s.id""")
                .query(rs -> {
                    texts.put("published/%06d-%d.yaml".formatted(texts.size(), rs.getLong(1)), rs.getString(2));
                });
        return texts;
    }

    private BenchmarkSet set(ResultSet rs, int n) throws SQLException {
        OffsetDateTime decided = rs.getObject("decided_at", OffsetDateTime.class);
        return new BenchmarkSet(rs.getLong("id"), rs.getString("title"), rs.getString("file"), rs.getString("state"),
                json.readValue(rs.getString("counts"), BenchmarkSet.Counts.class), rs.getString("imported_by"),
                rs.getObject("imported_at", OffsetDateTime.class).toInstant(), rs.getString("decided_by"),
                decided == null ? null : decided.toInstant(), rs.getString("note"));
    }
}
