package org.mingfa.server.record.store;

import java.time.Duration;
import java.util.Optional;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Request;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code idempotency_key}. */
public final class RequestStore {

    private final JdbcClient jdbc;

    public RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an earlier sending left: what was asked, and what it made. */
    public record Kept(byte[] sha256, Request.Receipt receipt) {}

    public Optional<Kept> find(Request request) {
        return jdbc.sql("select request_sha256, case_id, seq from idempotency_key where region_id = ? and actor = ? and key = ?")
                .params(request.region(), request.actor(), request.key())
                .query((row, n) -> new Kept(row.getBytes(1), new Request.Receipt(new CaseKey(request.region(), row.getLong(2)), row.getLong(3))))
                .optional();
    }

    /** @return false where the key is taken, by a transaction that this one waited for */
    public boolean keep(Request request, long agency, Request.Receipt receipt) {
        return jdbc.sql("""
                insert into idempotency_key (region_id, actor, key, agency_id, request_sha256, case_id, seq) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (region_id, actor, key) do nothing
                """)
                .params(request.region(), request.actor(), request.key(), agency, request.sha256(), receipt.key().id(), receipt.seq())
                .update() == 1;
    }

    /** Forgets the keys of requests older than this, of all agencies: for {@code mingfa_projection}. @return how many */
    public int forget(Duration older) {
        return jdbc.sql("delete from idempotency_key where created_at < now() - make_interval(secs => ?)").param((double) older.toSeconds()).update();
    }
}
