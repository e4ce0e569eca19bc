package org.mingfa.server.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.RecordStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code entry}, as bytes. Every statement names the region first. */
public final class EntryStore {

    private static final String COLUMNS = "region_id, case_id, seq, agency_id, recorded_at, schema, bytes, sha256, sm3";

    private final JdbcClient jdbc;

    public EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row; the hashes are 32 bytes each. */
    public record Row(CaseKey key, long seq, long agency, Instant recordedAt, int schema, byte[] bytes, byte[] sha256, byte[] sm3) {}

    /** The end of a chain on which the next entry is built. */
    public record Link(Instant recordedAt, byte[] sha256, byte[] sm3) {

        public static final Link FIRST = new Link(Instant.MIN, new byte[32], new byte[32]);
    }

    /** Where a reader of the whole record stands: all entries up to here, in the order (tx, position), are behind it. */
    public record Position(long tx, long number) {

        public static final Position START = new Position(0, 0);
    }

    /** A row with the place that a reader has reached with it. */
    public record Followed(Row row, Position position) {}

    public Optional<Link> link(CaseKey key, long seq) {
        return jdbc.sql("select recorded_at, sha256, sm3 from entry where region_id = ? and case_id = ? and seq = ?")
                .params(key.region(), key.id(), seq)
                .query((row, n) -> new Link(row.getTimestamp(1).toInstant(), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    /** @return false where an entry with this number exists already, of a transaction that this one waited for */
    public boolean insert(Row row) {
        return jdbc.sql("insert into entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (region_id, case_id, seq) do nothing")
                .params(row.key.region(), row.key.id(), row.seq, row.agency, Timestamp.from(row.recordedAt), row.schema, row.bytes, row.sha256, row.sm3)
                .update() == 1;
    }

    /** Entries after a number, in their order, at most so many. */
    public List<Row> after(CaseKey key, long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from entry where region_id = ? and case_id = ? and seq > ? order by seq limit ?")
                .params(key.region(), key.id(), seq, limit)
                .query(EntryStore::row)
                .list();
    }

    /** Entries of all cases after a place in the order of region, case and number, at most so many. */
    public List<Row> page(CaseKey key, long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from entry where (region_id, case_id, seq) > (?, ?, ?) order by region_id, case_id, seq limit ?")
                .params(key.region(), key.id(), seq, limit)
                .query(EntryStore::row)
                .list();
    }

    /** What a reader has before it. @param seconds age of the oldest entry among them, by the database's clock; 0 where there is none */
    public record Behind(long entries, double seconds) {}

    /** Entries after a place, those counted that are within the limit. */
    public Behind behind(Position after, int limit) {
        return jdbc.sql("""
                select count(*), coalesce(greatest(extract(epoch from clock_timestamp() - min(recorded_at)), 0), 0)
                from (select recorded_at from entry where (tx, position) > (cast(? as text)::xid8, ?)
                      order by entry.tx, entry.position limit ?) as ahead
                """).params(Long.toString(after.tx()), after.number(), limit)
                .query((row, n) -> new Behind(row.getLong(1), row.getDouble(2)))
                .single();
    }

    /** Entries before a number, the latest first, at most so many. */
    public List<Row> before(CaseKey key, long seq, int limit) {
        return jdbc.sql("select " + COLUMNS + " from entry where region_id = ? and case_id = ? and seq < ? order by seq desc limit ?")
                .params(key.region(), key.id(), seq, limit)
                .query(EntryStore::row)
                .list();
    }

    /**
     * Committed entries after a place, in the order of following; none of a transaction that may still be joined by another.
     * Ordered by the columns, not by the text of {@code tx} that is read: as text 1000 comes before 999.
     */
    public List<Followed> follow(Position after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                , tx::text, position from entry
                where (tx, position) > (cast(? as text)::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by entry.tx, entry.position limit ?
                """).params(Long.toString(after.tx()), after.number(), limit)
                .query((row, n) -> new Followed(row(row, n), new Position(Long.parseLong(row.getString(10)), row.getLong(11))))
                .list();
    }

    /** Who did which act in these cases, or carried it out, and how often; what was sealed stays so. */
    public List<RecordStore.Acted> acted(int region, Collection<Long> cases) {
        return jdbc.sql("""
                        select x.case_id as id, x.entry ->> 'act' as act, who.person, count(*) as times
                        from (select case_id, convert_from(bytes, 'UTF8')::json as entry from entry where region_id = ? and case_id = any (?)) x
                        cross join lateral (select x.entry ->> 'actor' as person union
                            select json_array_elements_text(case when json_typeof(x.entry -> 'officers') = 'array' then x.entry -> 'officers' else '[]'::json end)) who
                        where who.person <> '' group by x.case_id, act, who.person""")
                .param(region).param(cases.toArray(Long[]::new)).query(RecordStore.Acted.class).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new CaseKey(row.getInt(1), row.getLong(2)),
                row.getLong(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant(),
                row.getInt(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
