package org.mingfa.server.disclosure.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.disclosure.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes {@code published_decision}: the public copy and its tombstone. */
@Repository
public class PublicStore {
    private final JdbcClient jdbc;

    PublicStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only organisations can be searched by name; a natural person is found by number, agency and cause. */
    public void publish(Publication p, Instant at) {
        record Agency(String name, String field, String region) {}
        Agency agency = jdbc.sql("select a.name, a.field, r.name as region from agency a join region r on r.id = a.region_id where a.id = ?")
                .param(p.agency()).query(Agency.class).single();
        List<String> bigrams = SearchWords.of(p.number(), p.organisation(), agency.name(), p.cause());
        jdbc.sql("""
                        insert into published_decision (region_id, publication_id, agency_id, agency_name, region_name, field, number, party,
                            cause, outcome, decided_on, published_at, body, sha256, bigrams)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(p.region(), p.id(), p.agency(), agency.name(), agency.region(), agency.field(), p.number(), p.party(), p.cause(), p.outcome(),
                        p.decidedOn(), at.atOffset(ZoneOffset.UTC), p.masked(), Digests.sha256(p.masked().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        bigrams.toArray(String[]::new))
                .update();
    }

    /** Leaves number, agency, day and reason; party and text go. */
    public void withdraw(Publication p, Instant at, String reason) {
        jdbc.sql("update published_decision set withdrawn_at = ?, withdraw_reason = ?, body = '', party = '', bigrams = ?"
                        + " where region_id = ? and publication_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), reason, SearchWords.of(p.number()).toArray(String[]::new), p.region(), p.id()).update();
    }
}
