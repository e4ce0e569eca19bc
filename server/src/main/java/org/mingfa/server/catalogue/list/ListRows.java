package org.mingfa.server.catalogue.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of versions. The database itself refuses to change those of a version that is not a draft. */
@Repository
public class ListRows {

    /** One page of rows and how many there are in all. */
    public record Page(List<ListRow> rows, long total) {}

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private static final int SOME = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ListRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param rows how many the version has; counted anew only where words are sought
     * @param q text that any cell contains, empty: all
     */
    Page page(long version, long rows, String q, int offset, int limit) {
        if (q.isEmpty()) {
            return new Page(jdbc.sql("select key, ordinal, cells from list_row where version_id = ? order by ordinal, key limit ? offset ?")
                    .params(version, limit, offset).query((rs, n) -> new ListRow(rs.getString(1), rs.getInt(2), cells(rs.getString(3)))).list(), rows);
        }
        String like = "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String where = " from list_row w where w.version_id = :version and exists (select from jsonb_each_text(w.cells) c where c.value ilike :like)";
        long total = jdbc.sql("select count(*)" + where).param("version", version).param("like", like).query(Long.class).single();
        List<ListRow> found = jdbc.sql("select w.key, w.ordinal, w.cells" + where + " order by w.ordinal, w.key limit :limit offset :offset")
                .param("version", version).param("like", like).param("limit", limit).param("offset", offset)
                .query((rs, n) -> new ListRow(rs.getString(1), rs.getInt(2), cells(rs.getString(3)))).list();
        return new Page(found, total);
    }

    /** The rows in their order, {@value #SOME} at a time: never a whole version in memory. */
    void each(long version, Consumer<List<ListRow>> some) {
        int ordinal = Integer.MIN_VALUE;
        String key = "";
        List<ListRow> chunk;
        do {
            chunk = after(version, ordinal, key, SOME);
            if (!chunk.isEmpty()) {
                ordinal = chunk.getLast().ordinal();
                key = chunk.getLast().key();
                some.accept(chunk);
            }
        } while (chunk.size() == SOME);
    }

    /** As {@link #each}, read as it is asked for. */
    Stream<ListRow> stream(long version) {
        return Stream.iterate(after(version, Integer.MIN_VALUE, "", SOME), c -> !c.isEmpty(),
                c -> c.size() < SOME ? List.of() : after(version, c.getLast().ordinal(), c.getLast().key(), SOME)).flatMap(List::stream);
    }

    /**
     * How many rows differ from another version.
     *
     * @param same rows that both have alike
     */
    record Counts(int added, int removed, int changed, int same) {}

    /** A row that differs; {@code gone} 1 where the later version does not have it. */
    record Different(String key, int gone, int ordinal, @Nullable Map<String, String> was, @Nullable Map<String, String> is) {}

    /** @param old 0: of none */
    Counts counts(long old, long now) {
        if (old == 0) {
            return new Counts(jdbc.sql("select rows from list_version where id = ?").param(now).query(Integer.class).single(), 0, 0, 0);
        }
        return jdbc.sql("""
                        select count(*) filter (where o.key is null) as added, count(*) filter (where n.key is null) as removed,
                            count(*) filter (where n.cells <> o.cells) as changed, count(*) filter (where n.cells = o.cells) as same
                        from (select key, cells from list_row where version_id = :old) o
                        full join (select key, cells from list_row where version_id = :new) n on n.key = o.key""")
                .param("old", old).param("new", now).query(Counts.class).single();
    }

    /**
     * Those that differ, in the order of the later version, then those that are gone; after the last of the page before. Goes along the
     * index from there and stops with the page: each row looks for its like by key.
     */
    List<Different> differences(long old, long now, int gone, int ordinal, String key, int limit) {
        List<Different> found = new ArrayList<>();
        if (gone == 0) {
            beside(now, old, ordinal, key, "o.cells is distinct from w.cells", limit)
                    .forEach(b -> found.add(new Different(b.row.key(), 0, b.row.ordinal(), b.other, b.row.cells())));
        }
        if (found.size() < limit && old != 0) {
            beside(old, now, gone == 0 ? Integer.MIN_VALUE : ordinal, gone == 0 ? "" : key, "o.cells is null", limit - found.size())
                    .forEach(b -> found.add(new Different(b.row.key(), 1, b.row.ordinal(), b.row.cells(), null)));
        }
        return found;
    }

    private record Beside(ListRow row, @Nullable Map<String, String> other) {}

    private List<Beside> beside(long version, long other, int ordinal, String key, String which, int limit) {
        return jdbc.sql("""
                        select w.key, w.ordinal, w.cells, o.cells from list_row w
                        left join lateral (select cells from list_row where version_id = :other and key = w.key limit 1) o on true
                        where w.version_id = :version and (w.ordinal, w.key) > (:ordinal, :key) and\s""" + which + " order by w.ordinal, w.key limit :limit")
                .param("version", version).param("other", other).param("ordinal", ordinal).param("key", key).param("limit", limit)
                .query((rs, n) -> new Beside(new ListRow(rs.getString(1), rs.getInt(2), cells(rs.getString(3))), maybe(rs.getString(4)))).list();
    }

    private @Nullable Map<String, String> maybe(@Nullable String text) {
        return text == null ? null : cells(text);
    }

    List<ListRow> after(long version, int ordinal, String key, int limit) {
        return jdbc.sql("select key, ordinal, cells from list_row where version_id = ? and (ordinal, key) > (?, ?) order by ordinal, key limit ?")
                .params(version, ordinal, key, limit).query((rs, n) -> new ListRow(rs.getString(1), rs.getInt(2), cells(rs.getString(3)))).list();
    }

    Optional<ListRow> find(long version, String key) {
        return jdbc.sql("select key, ordinal, cells from list_row where version_id = ? and key = ? order by from_day desc limit 1").params(version, key)
                .query((rs, n) -> new ListRow(rs.getString(1), rs.getInt(2), cells(rs.getString(3)))).optional();
    }

    void copy(long from, long to, long by) {
        jdbc.sql("insert into list_row (version_id, key, ordinal, cells, recorded_by) select ?, key, ordinal, cells, ? from list_row where version_id = ?")
                .params(to, by, from).update();
    }

    void put(long version, String key, int ordinal, Map<String, String> cells, long by) {
        jdbc.sql("""
                        insert into list_row (version_id, key, ordinal, cells, recorded_by) values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (version_id, key, from_day) do update set cells = excluded.cells, ordinal = excluded.ordinal, recorded_by = excluded.recorded_by""")
                .params(version, key, ordinal, json.writeValueAsString(cells), by).update();
    }

    int last(long version) {
        return jdbc.sql("select coalesce(max(ordinal), 0) from list_row where version_id = ?").param(version).query(Integer.class).single();
    }

    boolean remove(long version, String key) {
        return jdbc.sql("delete from list_row where version_id = ? and key = ?").params(version, key).update() > 0;
    }

    void removeAll(long version, java.util.Set<String> keys) {
        jdbc.sql("delete from list_row where version_id = ? and key = any (?)").params(version, keys.toArray(String[]::new)).update();
    }

    void clear(long version) {
        jdbc.sql("delete from list_row where version_id = ?").param(version).update();
    }

    /** Many rows at once, as {@link #put} one. */
    void putAll(long version, List<ListRow> rows, long by) {
        for (int from = 0; from < rows.size(); from += 1_000) {
            List<ListRow> some = rows.subList(from, Math.min(rows.size(), from + 1_000));
            jdbc.sql("""
                            insert into list_row (version_id, key, ordinal, cells, recorded_by)
                            select :version, r.key, r.ordinal, cast(r.cells as jsonb), :by from unnest(:keys, :ordinals, :cells) r (key, ordinal, cells)
                            on conflict (version_id, key, from_day) do update set cells = excluded.cells, ordinal = excluded.ordinal, recorded_by = excluded.recorded_by""")
                    .param("version", version).param("by", by)
                    .param("keys", some.stream().map(ListRow::key).toArray(String[]::new))
                    .param("ordinals", some.stream().map(ListRow::ordinal).toArray(Integer[]::new))
                    .param("cells", some.stream().map(r -> json.writeValueAsString(r.cells())).toArray(String[]::new))
                    .update();
        }
    }

    Map<String, String> cells(String text) {
        return json.readValue(text, CELLS);
    }
}
