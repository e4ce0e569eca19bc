package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agencies (执法主体) and the versions of their standing. */
@Repository
public class AgencyStore {

    /** An agency as on a day; {@code validFrom} is null where its standing was never recorded. */
    public record Row(
            long id, String name, String shortName, String field, int region, String regionName, boolean standing,
            @Nullable String kind, @Nullable String basis, @Nullable LocalDate validFrom) {}

    private final JdbcClient jdbc;

    AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> list(List<Integer> regions, LocalDate on, long after, int limit) {
        return jdbc.sql("""
                        select a.id, a.name, a.short_name, a.field, a.region_id as region, r.name as region_name,
                               coalesce(s.standing, false) as standing, s.kind, s.basis, s.valid_from
                        from agency a join region r on r.id = a.region_id
                        left join lateral (select * from standing_on(a.id, :on)) s on true
                        where a.region_id = any (:regions) and a.id > :after
                        order by a.id limit :limit""")
                .param("regions", regions.toArray(Integer[]::new))
                .param("on", on).param("after", after).param("limit", limit)
                .query(Row.class)
                .list();
    }

    public long add(int region, String name, String shortName, String field) {
        return jdbc.sql("insert into agency (region_id, name, short_name, field) values (?, ?, ?, ?) returning id")
                .params(region, name, shortName, field)
                .query(Long.class)
                .single();
    }

    public void addStanding(long agency, LocalDate from, boolean standing, String kind, String basis, long by) {
        jdbc.sql("""
                        insert into agency_standing (agency_id, valid_from, standing, kind, basis, recorded_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(agency, from, standing, kind, basis, by)
                .update();
    }

    /** The region of an agency, or null where there is none such. */
    public @Nullable Integer region(long agency) {
        return jdbc.sql("select region_id from agency where id = ?").param(agency)
                .query(Integer.class).optional().orElse(null);
    }
}
