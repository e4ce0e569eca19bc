package org.mingfa.server.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.operation.Initials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names in table {@code findable}, and documents by number; read through their indexes, the caller's reach beside them. */
@Repository
class NameStore {

    /** @param hint body, region or number beside the name */
    record Named(String id, String name, String hint) {}

    record Numbered(String caseId, String number, String title) {}

    private static final String WORDS =
            "(f.words @> cast(:pairs as text[]) or cardinality(cast(:initials as text[])) > 1 and f.words @> cast(:initials as text[]))";

    private final JdbcClient jdbc;

    NameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Named> people(String words, List<Integer> regions, int limit) {
        return names("person", words, """
                select f.id, f.name, a.name as hint from findable f join person p on p.id = cast(f.id as bigint) join agency a on a.id = p.agency_id
                where %s and a.region_id = any (:regions) order by p.id desc limit :limit""", regions, limit);
    }

    List<Named> bodies(String words, List<Integer> regions, int limit) {
        return names("body", words, """
                select f.id, f.name, r.name as hint from findable f join agency a on a.id = cast(f.id as bigint) join region r on r.id = a.region_id
                where %s and a.region_id = any (:regions) order by a.id limit :limit""", regions, limit);
    }

    /** A law with its version in force. */
    record Law(String version, String name, String title, LocalDate inForceFrom) {}

    /** Laws in force on a day, the shortest name first. */
    List<Law> laws(String words, LocalDate on, int limit) {
        return named("law", words, """
                select v.id as version, f.name, v.title, v.in_force_from from findable f
                join statute_version v on v.statute_id = cast(f.id as bigint) join statute_term t on t.version_id = v.id
                where %s and t.in_force_from <= :on and coalesce(t.until, 'infinity'::date) > :on order by char_length(f.name), f.id limit :limit""")
                .param("on", on).param("limit", limit).query(Law.class).list();
    }

    List<Named> items(String words, int limit) {
        return names("item", words, "select f.id, f.name, f.id as hint from findable f where %s order by f.id limit :limit", List.of(), limit);
    }

    private List<Named> names(String kind, String words, String sql, List<Integer> regions, int limit) {
        return named(kind, words, sql).param("regions", regions.toArray(Integer[]::new)).param("limit", limit).query(Named.class).list();
    }

    private JdbcClient.StatementSpec named(String kind, String words, String sql) {
        return jdbc.sql(sql.formatted(WORDS)).param("pairs", of(kind, Bigrams.of(words)))
                .param("initials", Initials.are(words) ? of(kind, Initials.pairs(words)) : new String[0]);
    }

    private static String[] of(String kind, List<String> pairs) {
        List<String> all = new ArrayList<>(pairs);
        all.add("@" + kind);
        return all.toArray(String[]::new);
    }

    /** Documents whose number begins so, agency by agency of the scope; the row policy looks again. Comparisons are leakproof: it leaves the index usable. */
    List<Numbered> documents(String number, List<Long> agencies, int limit) {
        return jdbc.sql("""
                        select d.region_id || '-' || d.case_id as case_id, d.number, d.title
                        from agency a cross join lateral (
                            select * from document where region_id = a.region_id and agency_id = a.id and number <> '' and number >= :from and number < :to
                            order by number, document_id limit :limit) d
                        where a.id = any (:agencies)
                        order by d.number, d.document_id limit :limit""")
                .param("agencies", agencies.toArray(Long[]::new)).param("from", number).param("to", number + "\uFFFD").param("limit", limit)
                .query(Numbered.class).list();
    }
}
