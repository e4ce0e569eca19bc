package org.mingfa.server.document.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of people in our registers, for forms that hold their ids. */
@Repository
public class PersonNames {
    private final JdbcClient jdbc;

    PersonNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name, or the text itself where it is no id or nobody's. */
    public String of(String id) {
        if (!id.matches("\\d{1,18}")) return id;
        return jdbc.sql("select name from person where id = ?").param(Long.parseLong(id)).query(String.class).optional().orElse(id);
    }
}
