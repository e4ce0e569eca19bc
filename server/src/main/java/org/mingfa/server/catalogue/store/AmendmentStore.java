package org.mingfa.server.catalogue.store;

import java.time.LocalDate;
import java.util.List;
import org.mingfa.core.procedure.Change;
import org.mingfa.server.catalogue.PublishedAmendment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code law_amendment}: published drafts, in the order of their publication. */
@Repository
public class AmendmentStore {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AmendmentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<PublishedAmendment> all() {
        return jdbc.sql("select draft_id, title, procedure, from_day, changes::text, examples from law_amendment order by id")
                .query((rs, n) -> new PublishedAmendment(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getObject(4, LocalDate.class),
                        json.readValue(rs.getString(5), CHANGES), rs.getString(6)))
                .list();
    }

    /** Names the last publication; 0 where there is none. It grows, since one is published after the other. */
    public long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from law_amendment").query(Long.class).single();
    }

    /** Waits for whoever else publishes, until the transaction ends. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('law_amendment'))").query((rs, n) -> 0).list();
    }

    public void add(PublishedAmendment a, long by) {
        jdbc.sql("insert into law_amendment (draft_id, title, procedure, from_day, changes, examples, published_by) values (?, ?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(a.draft(), a.title(), a.procedure(), a.from(), json.writeValueAsString(a.changes()), a.examples(), by)
                .update();
    }
}
