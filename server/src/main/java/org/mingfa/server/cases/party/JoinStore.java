package org.mingfa.server.cases.party;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code party_join}: which parties are taken as one or apart, within the caller's scope. */
@Repository
class JoinStore {

    /** @param b of a split: the spelling that is taken out of {@code a} */
    record Pair(String kind, String a, String b) {}

    record Made(int region, long agency, Pair pair, String aName, String bName, String reason, long by, Instant at) {}

    /** One as the page shows it. */
    record Listed(
            String id, String kind, long agencyId, String agency, String aName, String bName, String reason, String by, String at, @Nullable String undoneBy,
            @Nullable String undoneAt, @Nullable String undoneReason) {}

    private static final String LISTED = """
            select j.region_id || '-' || j.id as id, j.kind, j.agency_id, a.name as agency, j.a_name, j.b_name, j.reason, p.name as by,
                   cast(cast(j.at at time zone :zone as timestamp(0)) as text) as at, u.name as undone_by,
                   cast(cast(j.undone_at at time zone :zone as timestamp(0)) as text) as undone_at, j.undone_reason
            from %s j join agency a on a.id = j.agency_id join person p on p.id = j.by_id left join person u on u.id = j.undone_by""";

    private final JdbcClient jdbc;

    JoinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand and name one of these, from either end. */
    List<Pair> standing(List<String> keys, int limit) {
        return standing("", keys, limit).query(Pair.class).list();
    }

    List<String> plan(List<String> keys, int limit) {
        return standing("explain ", keys, limit).query(String.class).list();
    }

    private JdbcClient.StatementSpec standing(String verb, List<String> keys, int limit) {
        return jdbc.sql(verb + """
                        select kind, a, b from (
                            (select * from party_join where a = any (:keys) and undone_at is null order by id desc limit :limit)
                            union
                            (select * from party_join where b = any (:keys) and undone_at is null order by id desc limit :limit)) j
                        order by id limit :limit""").param("keys", keys.toArray(String[]::new)).param("limit", limit);
    }

    /** All that name one of these, undone or not, the latest first. */
    List<Listed> history(List<String> keys, String zone, int limit) {
        return jdbc.sql(LISTED.formatted("""
                        ((select * from party_join where a = any (:keys) order by id desc limit :limit)
                         union (select * from party_join where b = any (:keys) order by id desc limit :limit))""") + " order by j.id desc limit :limit")
                .param("keys", keys.toArray(String[]::new)).param("zone", zone).param("limit", limit).query(Listed.class).list();
    }

    Optional<Listed> one(int region, long id, String zone) {
        return jdbc.sql(LISTED.formatted("party_join") + " where j.region_id = :region and j.id = :id")
                .param("region", region).param("id", id).param("zone", zone).query(Listed.class).optional();
    }

    /** @return the id; empty where it stands already */
    Optional<Long> add(Made m) {
        return jdbc.sql("""
                        insert into party_join (region_id, agency_id, kind, a, b, a_name, b_name, reason, by_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (region_id, agency_id, kind, a, b) where undone_at is null do nothing returning id""")
                .params(m.region(), m.agency(), m.pair().kind(), m.pair().a(), m.pair().b(), m.aName(), m.bName(), m.reason(), m.by(), m.at().atOffset(ZoneOffset.UTC))
                .query(Long.class).optional();
    }

    /** @return false where it was undone before */
    boolean undo(int region, long id, long by, Instant at, String reason) {
        return jdbc.sql("update party_join set undone_by = ?, undone_at = ?, undone_reason = ? where region_id = ? and id = ? and undone_at is null")
                .params(by, at.atOffset(ZoneOffset.UTC), reason, region, id).update() == 1;
    }
}
