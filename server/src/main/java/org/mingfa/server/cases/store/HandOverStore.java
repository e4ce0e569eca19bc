package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code hand_over}: acts of handing over (交接). */
@Repository
public class HandOverStore {

    /** @param asked SHA-256 of what was asked */
    public record Made(int region, long agency, long from, long to, String reason, int cases, long by, Instant at, @Nullable String key, byte[] asked) {}

    /** What a request made when it was sent before. */
    public record Earlier(long id, int cases, byte[] asked) {}

    /** One as a list shows it. */
    public record Listed(String id, String at, String fromId, String fromName, String toId, String toName, String byName, String reason, int cases) {}

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other in a body, until the transaction ends: who sends twice finds what the first sending made. */
    public void lock(int region, long agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("hand_over " + region + " " + agency).query(rs -> {});
    }

    public long add(Made m) {
        return jdbc.sql("""
                        insert into hand_over (region_id, agency_id, from_id, to_id, reason, cases, by_id, at, request_key, asked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(m.region(), m.agency(), m.from(), m.to(), m.reason(), m.cases(), m.by(), m.at().atOffset(ZoneOffset.UTC), m.key(), m.asked())
                .query(Long.class).single();
    }

    public Optional<Earlier> earlier(int region, long by, String key) {
        return jdbc.sql("select id, cases, asked from hand_over where region_id = ? and by_id = ? and request_key = ?").params(region, by, key)
                .query(Earlier.class).optional();
    }

    /** The latest first. */
    public List<Listed> page(int region, long agency, long before, int limit) {
        return jdbc.sql("""
                        select h.id, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, h.from_id, f.name as from_name, h.to_id,
                               t.name as to_name, b.name as by_name, h.reason, h.cases
                        from (select * from hand_over where region_id = ? and agency_id = ? and id < ? order by id desc limit ?) h
                        join person f on f.id = h.from_id join person t on t.id = h.to_id join person b on b.id = h.by_id
                        order by h.id desc""")
                .params(region, agency, before, limit).query(Listed.class).list();
    }
}
