package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.mingfa.server.access.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts of a table, checked already, in the transaction of whoever calls; and what a table asks to be checked. */
@Component
public class PostIntake {

    /** @param holders people and since when */
    public record NewPost(long agency, long unit, ResponsiblePost.Version version, Map<Long, LocalDate> holders) {}

    private final PostStore store;
    private final JdbcClient jdbc;

    PostIntake(PostStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    public void add(NewPost n) {
        long by = Caller.current().id();
        long post = store.add(n.agency, n.unit, by);
        store.put(post, n.version, by);
        n.holders.forEach((person, from) -> store.place(post, person, from, by));
    }

    public boolean titled(long unit, String title) {
        return store.titled(unit, title, 0);
    }

    /** The units of a body by name. */
    public Map<String, Long> units(long agency) {
        Map<String, Long> out = new HashMap<>();
        jdbc.sql("select name, id from unit where agency_id = ? order by id desc").param(agency).query(rs -> { out.put(rs.getString(1), rs.getLong(2)); });
        return out;
    }

    public boolean at(long person, long agency, LocalDate day) {
        return store.at(person, agency, day);
    }
}
