package org.mingfa.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code session}. */
@Repository
public class SessionStore {

    private static final String COLUMNS = "session_id, person_id, created_at, last_seen_at, address, agent, agency_id";

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session as kept. @param agency the body worked for; null: not chosen */
    public record Session(long id, long person, Instant createdAt, Instant lastSeenAt, String address, String agent, @Nullable Long agency) {}

    public void begin(byte[] tokenHash, long person, Instant now, String address, String agent, @Nullable Long agency) {
        jdbc.sql("insert into session (token_hash, person_id, created_at, last_seen_at, address, agent, agency_id) values (?, ?, ?, ?, ?, ?, ?)")
                .params(tokenHash, person, Timestamp.from(now), Timestamp.from(now), address, agent, agency).update();
    }

    /** The same session under another token and for another body; 0 where it has ended. */
    public int move(byte[] tokenHash, byte[] nextHash, long agency) {
        return jdbc.sql("update session set token_hash = ?, agency_id = ? where token_hash = ?").params(nextHash, agency, tokenHash).update();
    }

    /** Those of a person that still run, last used first, at most {@code limit}. */
    public List<Session> of(long person, Instant seenAfter, Instant begunAfter, int limit) {
        return jdbc.sql("select " + COLUMNS + " from session where person_id = ? and last_seen_at > ? and created_at > ? order by last_seen_at desc limit ?")
                .params(person, Timestamp.from(seenAfter), Timestamp.from(begunAfter), limit).query(SessionStore::session).list();
    }

    /** Ends one of a person's; the number of its row, 0 where there is none. */
    public int endOne(long person, long id) {
        return jdbc.sql("delete from session where person_id = ? and session_id = ?").params(person, id).update();
    }

    /** Ends a person's but for the one of this token. */
    public void endOthers(long person, byte[] tokenHash) {
        jdbc.sql("delete from session where person_id = ? and token_hash <> ?").params(person, tokenHash).update();
    }

    public Optional<Session> find(byte[] tokenHash) {
        return jdbc.sql("select " + COLUMNS + " from session where token_hash = ?").param(tokenHash).query(SessionStore::session).optional();
    }

    private static Session session(ResultSet row, int n) throws SQLException {
        return new Session(row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getTimestamp(4).toInstant(), row.getString(5), row.getString(6), row.getObject(7, Long.class));
    }

    public void seen(byte[] tokenHash, Instant now) {
        jdbc.sql("update session set last_seen_at = ? where token_hash = ?").params(Timestamp.from(now), tokenHash).update();
    }

    public void end(byte[] tokenHash) {
        jdbc.sql("delete from session where token_hash = ?").param(tokenHash).update();
    }

    public void endOf(long person) {
        jdbc.sql("delete from session where person_id = ?").param(person).update();
    }

    /** Forgets those last seen or begun before these times. */
    public int forget(Instant seenBefore, Instant begunBefore) {
        return jdbc.sql("delete from session where last_seen_at < ? or created_at < ?")
                .params(Timestamp.from(seenBefore), Timestamp.from(begunBefore)).update();
    }
}
