package org.mingfa.server.cases.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_party}: parties of cases within the caller's scope, always through an index and bounded. */
@Repository
class PartyStore {

    /** A party in its case. */
    record InCase(
            int regionId, long caseId, String objectId, String identity, String knownBy, String spelling, String name, String nameKey, @Nullable String code,
            @Nullable String idMark, @Nullable String addressMark, boolean fines, String clauses) {

        CaseKey id() {
            return new CaseKey(regionId, caseId);
        }
    }

    /** A fine (分) that a case decided against a party; {@code party} is empty where the act is about none. */
    record Fined(int regionId, long caseId, String party, long fine, LocalDate decidedOn) {

        CaseKey id() {
            return new CaseKey(regionId, caseId);
        }
    }

    private static final String COLUMNS =
            "p.region_id, p.case_id, p.object_id, p.identity, p.known_by, p.spelling, p.name, p.name_key, p.code, p.id_mark, p.address_mark, p.fines, p.clauses";

    private final JdbcClient jdbc;

    PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases of a party, the latest first. @param after where the page before ended */
    List<InCase> page(Group g, @Nullable CaseKey after, int limit) {
        return page("", g, after, limit).query(InCase.class).list();
    }

    List<String> plan(Group g, @Nullable CaseKey after, int limit) {
        return page("explain ", g, after, limit).query(String.class).list();
    }

    private JdbcClient.StatementSpec page(String verb, Group g, @Nullable CaseKey after, int limit) {
        String from = after == null ? "" : "and (x.case_id, x.region_id) < (:case, :region)";
        return jdbc.sql(verb + """
                        select %1$s from (
                            select y.* from unnest(cast(:identities as text[])) k (key) cross join lateral (
                                select x.* from case_party x where x.identity = k.key and x.spelling <> all (cast(:without as text[])) %2$s
                                order by x.case_id desc, x.region_id desc limit :limit) y
                            union all
                            select y.* from unnest(cast(:spellings as text[])) k (key) cross join lateral (
                                select x.* from case_party x where x.spelling = k.key %2$s
                                order by x.case_id desc, x.region_id desc limit :limit) y) p
                        order by p.case_id desc, p.region_id desc, p.object_id limit :limit""".formatted(COLUMNS, from))
                .param("identities", g.identities().toArray(String[]::new)).param("without", g.without().toArray(String[]::new))
                .param("spellings", g.spellings().toArray(String[]::new)).param("limit", limit)
                .param("case", after == null ? 0L : after.id()).param("region", after == null ? 0 : after.region());
    }

    /** One case of this identity or of this spelling. */
    Optional<InCase> any(String key) {
        return page(new Group(List.of(key), List.of(), List.of(key)), null, 1).stream().findFirst();
    }

    /** The parties of a case, in its order. */
    List<InCase> of(List<CaseKey> cases) {
        return jdbc.sql("select " + COLUMNS + """
                         from unnest(?, ?) k (of_region, of_case) join case_party p on p.region_id = k.of_region and p.case_id = k.of_case
                        order by p.case_id desc, p.region_id, p.object_id""")
                .params(cases.stream().map(CaseKey::region).toArray(Integer[]::new), cases.stream().map(CaseKey::id).toArray(Long[]::new))
                .query(InCase.class).list();
    }

    /** Parties that share the letters of their name, their ID number or their address with one, the latest of each. */
    List<InCase> sharing(InCase one, int limit) {
        List<InCase> out = new ArrayList<>(sharing("name_key", one.nameKey(), limit));
        out.addAll(sharing("id_mark", one.idMark(), limit));
        out.addAll(sharing("address_mark", one.addressMark(), limit));
        return out;
    }

    /** Parties whose names have these letters. */
    List<InCase> named(String nameKey, int limit) {
        return sharing("name_key", nameKey, limit);
    }

    private List<InCase> sharing(String column, @Nullable String value, int limit) {
        return value == null || value.isEmpty() ? List.of() : sharing("", column, value, limit).query(InCase.class).list();
    }

    List<String> plan(String column, String value, int limit) {
        return sharing("explain ", column, value, limit).query(String.class).list();
    }

    private JdbcClient.StatementSpec sharing(String verb, String column, String value, int limit) {
        return jdbc.sql(verb + "select " + COLUMNS + " from case_party p where p." + column + " = ? order by p.case_id desc limit ?").params(value, limit);
    }

    /** What these cases decided, in the order of their acts. */
    List<Fined> fines(List<CaseKey> cases) {
        return jdbc.sql("""
                        select f.region_id, f.case_id, f.party, f.fine, f.decided_on
                        from unnest(?, ?) k (of_region, of_case) join case_fine f on f.region_id = k.of_region and f.case_id = k.of_case
                        order by f.case_id, f.seq""")
                .params(cases.stream().map(CaseKey::region).toArray(Integer[]::new), cases.stream().map(CaseKey::id).toArray(Long[]::new))
                .query(Fined.class).list();
    }
}
