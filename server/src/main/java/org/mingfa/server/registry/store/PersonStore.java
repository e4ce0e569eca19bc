package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People, their posts by date and their roles. */
@Repository
public class PersonStore {

    /** A person as on a day. */
    public record Row(
            long id, String name, long agency, String agencyName, @Nullable Long unit, @Nullable String unitName,
            String title, boolean officer, boolean reviewer, boolean qualified, boolean hearingHost, LocalDate validFrom) {}

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> list(List<Integer> regions, @Nullable Long agency, LocalDate on, long after, int limit) {
        return jdbc.sql("""
                        select p.id, p.name, q.agency_id as agency, a.name as agency_name, q.unit_id as unit,
                               u.name as unit_name, q.title, q.officer, q.reviewer, q.qualified, q.hearing_host, q.valid_from
                        from person p
                        join agency h on h.id = p.agency_id
                        join lateral (
                            select * from person_post where person_id = p.id and valid_from <= :on
                            order by valid_from desc, recorded_at desc limit 1) q on true
                        join agency a on a.id = q.agency_id
                        left join unit u on u.id = q.unit_id
                        where h.region_id = any (:regions) and p.id > :after
                          and (cast(:agency as bigint) is null or p.agency_id = :agency)
                        order by p.id limit :limit""")
                .param("regions", regions.toArray(Integer[]::new))
                .param("agency", agency).param("on", on).param("after", after).param("limit", limit)
                .query(Row.class)
                .list();
    }

    public long add(String name, long agency, @Nullable Long unit) {
        return jdbc.sql("insert into person (name, agency_id, unit_id) values (?, ?, ?) returning id")
                .params(name, agency, unit)
                .query(Long.class)
                .single();
    }

    public void addPost(long person, Post post, long by) {
        jdbc.sql("""
                        insert into person_post (person_id, valid_from, agency_id, unit_id, title, officer, reviewer,
                            qualified, hearing_host, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(person, post.from(), post.agency(), post.unit(), post.title(), post.officer(), post.reviewer(),
                        post.qualified(), post.hearingHost(), by)
                .update();
    }

    /** Moves a person to the agency and unit of the post now in force. */
    public void move(long person, long agency, @Nullable Long unit) {
        jdbc.sql("update person set agency_id = ?, unit_id = ? where id = ?").params(agency, unit, person).update();
    }

    public long addUnit(long agency, String name) {
        return jdbc.sql("insert into unit (agency_id, name) values (?, ?) returning id")
                .params(agency, name)
                .query(Long.class)
                .single();
    }

    /** The region of a person's agency, or null where there is none such. */
    public @Nullable Integer region(long person) {
        return jdbc.sql("select a.region_id from person p join agency a on a.id = p.agency_id where p.id = ?")
                .param(person).query(Integer.class).optional().orElse(null);
    }
}
