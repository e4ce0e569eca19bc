package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.catalogue.StatuteArticle;
import org.mingfa.server.catalogue.StatuteVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads laws, their versions and articles. */
@Repository
public class StatuteShelf {

    /** A repeal by another law: from {@code onDay} on, by {@code version} of the law {@code title}. */
    public record Repealed(LocalDate onDay, long version, String title) {}

    private static final String VERSION = """
            select v.id, v.statute_id as statute, s.name, v.title, v.issuer, v.level, v.field, v.adopted_on, v.in_force_from,
                   v.in_force_by, t.until, v.note, v.source, v.articles
            from statute_version v
            join statute s on s.id = v.statute_id
            join statute_term t on t.version_id = v.id
            """;

    private final JdbcClient jdbc;

    StatuteShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The law that citations call so: by its own name before the short name of another. */
    public Optional<Long> statute(String name) {
        return jdbc.sql("""
                        select coalesce((select id from statute where name = :n), (select statute_id from statute_name where name = :n))""")
                .param("n", name).query(Long.class).optional();
    }

    public Optional<StatuteVersion> version(long id) {
        return jdbc.sql(VERSION + "where v.id = ?").param(id).query(StatuteVersion.class).optional();
    }

    /** All versions of a law, the newest first; a law has tens at most. */
    public List<StatuteVersion> versions(long statute) {
        return jdbc.sql(VERSION + "where v.statute_id = ? order by v.in_force_from desc limit 200").param(statute)
                .query(StatuteVersion.class).list();
    }

    /** Laws in order of their names, each with its versions. */
    public List<StatuteVersion> laws(String after, int limit) {
        return jdbc.sql(VERSION + """
                        where v.statute_id in (select x.id from statute x where x.name > ?
                            and exists (select from statute_version y where y.statute_id = x.id and y.withdrawn_at is null)
                            order by x.name limit ?)
                        order by s.name, v.in_force_from desc""")
                .params(after, limit).query(StatuteVersion.class).list();
    }

    public Optional<StatuteArticle> article(long version, String no) {
        return jdbc.sql("select n, no, heading, text from statute_article where version_id = ? and no = ?").params(version, no)
                .query(StatuteArticle.class).optional();
    }

    public List<StatuteArticle> articles(long version, int from, int limit) {
        return jdbc.sql("select n, no, heading, text from statute_article where version_id = ? and n >= ? order by n limit ?")
                .params(version, from, limit).query(StatuteArticle.class).list();
    }

    /** The parts of a version, in order: heading, and the place and number of its first article; no text. */
    public List<StatuteArticle> contents(long version) {
        return jdbc.sql("""
                        select min(n) as n, (array_agg(no order by n))[1] as no, heading, '' as text from statute_article
                        where version_id = ? group by heading order by 1 limit 1000""")
                .param(version).query(StatuteArticle.class).list();
    }

    /** The repeal of a law by another that is in effect on a day and came after {@code lastFrom}, the start of its last version. */
    public Optional<Repealed> repealed(String name, LocalDate lastFrom, LocalDate on) {
        return jdbc.sql("""
                        select r.on_day, v.id as version, v.title from statute_repeal r
                        join statute_version v on v.id = r.version_id and v.withdrawn_at is null
                        where r.name = ? and r.on_day <= ? and r.on_day > ? order by r.on_day desc, v.id limit 1""")
                .params(name, on, lastFrom).query(Repealed.class).optional();
    }

    /** All names of a law, in any order. */
    public List<String> names(long statute) {
        return jdbc.sql("select name from statute where id = :s union select name from statute_name where statute_id = :s").param("s", statute)
                .query(String.class).list();
    }

    /** What a version repeals, by normalised name, and from when. */
    public List<Repeals> repeals(long version) {
        return jdbc.sql("select name, on_day from statute_repeal where version_id = ? order by name").param(version).query(Repeals.class).list();
    }

    /** A law repealed by its normalised name. */
    public record Repeals(String name, LocalDate onDay) {}
}
