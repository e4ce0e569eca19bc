package org.mingfa.server.cases.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All agencies with their regions, for work that goes through every agency's cases, one scope at a time. */
@Repository
public class AgencyKeys {

    /** An agency and the region that keeps its cases. */
    public record Key(long agency, int region, String name) {}

    private final JdbcClient jdbc;

    AgencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Key> all() {
        return jdbc.sql("select id as agency, region_id as region, name from agency order by id").query(Key.class).list();
    }
}
