package org.mingfa.server.disclosure.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.disclosure.store.SearchWords;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code published_decision} as {@code mingfa_portal}, a role that can read nothing else of a case. */
@Repository
public class PublicDecisions {
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicDecisions(@Qualifier("portalJdbc") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An agency with how many decisions of it are public, counted to a thousand. */
    public record Agency(long id, String name, long decisions) {}

    Optional<PublicDecision> find(int region, long id) {
        return jdbc.sql("select * from published_decision where region_id = ? and publication_id = ?").params(region, id).query(this::row).optional();
    }

    /** Newest first; a search finds the rows that have every pair of neighbouring characters of its words. */
    List<PublicDecision> search(Query query, int limit) {
        List<String> pairs = SearchWords.of(query.text());
        Query.Place after = query.after() == null ? new Query.Place(Long.MAX_VALUE / 1000, Integer.MAX_VALUE, Long.MAX_VALUE) : query.after();
        return jdbc.sql("""
                        select * from published_decision
                        where (:all or bigrams @> :pairs::text[]) and (:agency::bigint is null or agency_id = :agency)
                          and (published_at, region_id, publication_id) < (:at, :region, :id)
                        order by published_at desc, region_id desc, publication_id desc limit :limit""")
                .param("all", pairs.isEmpty()).param("pairs", pairs.toArray(String[]::new)).param("agency", query.agency())
                .param("at", at(after)).param("region", after.region()).param("id", after.id()).param("limit", limit)
                .query(this::row).list();
    }

    private static OffsetDateTime at(Query.Place place) {
        long latest = 4_000_000_000_000_000L;
        long micros = Math.min(place.micros(), latest);
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000).atOffset(ZoneOffset.UTC);
    }

    List<Agency> agencies() {
        return jdbc.sql("""
                        select a.id, a.name, n.decisions from agency a
                        cross join lateral (select count(*) as decisions from
                            (select 1 from published_decision d where d.agency_id = a.id and d.withdrawn_at is null limit 1000) counted) n
                        where n.decisions > 0 order by a.name limit 500""")
                .query(Agency.class).list();
    }

    private PublicDecision row(ResultSet rs, int n) throws SQLException {
        Instant published = rs.getObject("published_at", OffsetDateTime.class).toInstant();
        return new PublicDecision(rs.getInt("region_id"), rs.getLong("publication_id"), rs.getLong("agency_id"), rs.getString("agency_name"),
                rs.getString("region_name"), rs.getString("number"), rs.getString("party"), rs.getString("cause"), rs.getString("outcome"),
                rs.getObject("decided_on", LocalDate.class), published, day(published), rs.getString("body"), rs.getString("sha256"),
                withdrawn(rs), rs.getString("withdraw_reason"));
    }

    private @Nullable LocalDate withdrawn(ResultSet rs) throws SQLException {
        var at = rs.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null ? null : day(at.toInstant());
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }
}
