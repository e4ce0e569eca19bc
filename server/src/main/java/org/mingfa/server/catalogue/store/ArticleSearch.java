package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Bigrams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds articles by words, through the index on letter pairs; the words themselves are then looked for in what is found. */
@Repository
public class ArticleSearch {

    /** An article that holds all the words, in a version in force on the day. */
    public record Hit(String version, String law, LocalDate inForceFrom, int n, String no, String heading, String text) {}

    /** Where a page ended. */
    public record After(long version, int n) {}

    private final JdbcClient jdbc;

    ArticleSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words each of at least two characters
     * @param version only this version, whether in force or not; null: all in force on {@code on}
     */
    public List<Hit> find(List<String> words, LocalDate on, @Nullable Long version, After after, int limit) {
        return statement("", words, on, version, after, limit).query(Hit.class).list();
    }

    /** How the database goes about it: what a test holds against the indexes. */
    List<String> plan(List<String> words, LocalDate on) {
        return statement("explain ", words, on, null, new After(0, 0), 51).query(String.class).list();
    }

    private JdbcClient.StatementSpec statement(String verb, List<String> words, LocalDate on, @Nullable Long version, After after, int limit) {
        List<Object> values = new ArrayList<>(List.of(Bigrams.of(words.toArray(String[]::new)).toArray(String[]::new), after.version, after.n));
        StringBuilder where = new StringBuilder();
        for (String word : words) {
            where.append(" and position(cast(? as text) in lower(a.text)) > 0");
            values.add(word);
        }
        if (version == null) {
            where.append(" and t.in_force_from <= ? and coalesce(t.until, 'infinity'::date) > ?");
            values.addAll(List.of(on, on));
        } else {
            where.append(" and a.version_id = ?");
            values.add(version);
        }
        values.add(limit);
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        return jdbc.sql(verb + """
                        select a.version_id as version, v.title as law, v.in_force_from, a.n, a.no, a.heading, a.text
                        from statute_article a
                        join statute_version v on v.id = a.version_id
                        join statute_term t on t.version_id = a.version_id
                        where a.bigrams @> cast(? as text[]) and (a.version_id, a.n) > (?, ?) %s
                        order by a.version_id, a.n limit ?""".formatted(where)).params(values);
    }
}
