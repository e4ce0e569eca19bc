package org.mingfa.server.registry.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Regions and what lies below them. */
@Repository
public class RegionStore {

    private final JdbcClient jdbc;

    RegionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The region and all below it. */
    public List<Integer> below(int region) {
        return jdbc.sql("""
                        with recursive below as (
                            select id from region where id = :region
                            union all select r.id from region r join below b on r.parent_id = b.id)
                        select id from below order by id""")
                .param("region", region)
                .query(Integer.class)
                .list();
    }

    /** The region and all above it. */
    public List<Integer> above(int region) {
        return jdbc.sql("""
                        with recursive above as (
                            select id, parent_id from region where id = :region
                            union all select r.id, r.parent_id from region r join above a on r.id = a.parent_id)
                        select id from above order by id""")
                .param("region", region)
                .query(Integer.class)
                .list();
    }

    public void add(int id, @Nullable Integer parent, String name, String code, String level) {
        jdbc.sql("insert into region (id, parent_id, name, code, level) values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(id, parent, name, code, level))
                .update();
    }
}
