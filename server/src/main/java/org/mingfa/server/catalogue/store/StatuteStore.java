package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingfa.server.catalogue.reading.StatuteText;
import org.mingfa.server.operation.Bigrams;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes versions of laws into the library. What is there is never changed; it may be withdrawn. */
@Repository
public class StatuteStore {

    /** A version that is there already. */
    public record Held(long version, String digest) {}

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StatuteStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The law of that normalised name, made where it is new; nobody else takes in a version of it until the transaction ends. */
    public long statute(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('statute ' || ?, 0))").param(name).query((rs, n) -> n).single();
        jdbc.sql("insert into statute (name) values (?) on conflict (name) do nothing").param(name).update();
        return jdbc.sql("select id from statute where name = ?").param(name).query(Long.class).single();
    }

    public Optional<Held> held(long statute, LocalDate inForceFrom) {
        return jdbc.sql("select id as version, digest from statute_version where statute_id = ? and in_force_from = ? and withdrawn_at is null")
                .params(statute, inForceFrom).query(Held.class).optional();
    }

    public void withdraw(long version) {
        jdbc.sql("update statute_version set withdrawn_at = now() where id = ?").param(version).update();
    }

    /** @return the new version's id */
    public long add(long statute, StatuteText t, String digest, long importId) {
        t.names().forEach(name -> jdbc.sql("insert into statute_name (name, statute_id) values (?, ?) on conflict (name) do nothing")
                .params(name, statute).update());
        long version = jdbc.sql("""
                        insert into statute_version (statute_id, title, issuer, level, field, adopted_on, in_force_from, in_force_by,
                            repealed_from, note, source, digest, articles, import_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(statute, t.title(), t.issuer(), t.level(), t.field(), t.adoptedOn(), t.inForceFrom(),
                        t.inForceBy().name().toLowerCase(Locale.ROOT), t.repealedFrom(), t.note(), t.source(), digest,
                        t.articles().size(), importId)
                .query(Long.class).single();
        articles(version, t.articles());
        t.repeals().forEach(r -> jdbc.sql("insert into statute_repeal (version_id, name, on_day) values (?, ?, ?)")
                .params(version, r.name(), r.onDay()).update());
        return version;
    }

    private void articles(long version, List<StatuteText.ArticleText> articles) {
        int[] place = {0};
        batches.batchUpdate("insert into statute_article (version_id, n, no, heading, text, bigrams) values (?, ?, ?, ?, ?, ?)",
                articles, BATCH, (row, a) -> {
                    row.setLong(1, version);
                    row.setInt(2, ++place[0]);
                    row.setString(3, a.no().text());
                    row.setString(4, a.heading());
                    row.setString(5, a.text());
                    row.setArray(6, row.getConnection().createArrayOf("text", Bigrams.of(a.text()).toArray()));
                });
    }
}
