package org.mingfa.server.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code session}. */
@Repository
public class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session as kept. */
    public record Session(long person, Instant createdAt, Instant lastSeenAt) {}

    public void begin(byte[] tokenHash, long person, Instant now) {
        jdbc.sql("insert into session (token_hash, person_id, created_at, last_seen_at) values (?, ?, ?, ?)")
                .params(tokenHash, person, Timestamp.from(now), Timestamp.from(now)).update();
    }

    public Optional<Session> find(byte[] tokenHash) {
        return jdbc.sql("select person_id, created_at, last_seen_at from session where token_hash = ?")
                .param(tokenHash)
                .query((row, n) -> new Session(row.getLong(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()))
                .optional();
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
