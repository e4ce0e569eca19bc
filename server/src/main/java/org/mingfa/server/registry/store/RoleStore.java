package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles given and taken, with who did it. */
@Repository
public class RoleStore {

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void grant(long person, String role, long agency, LocalDate from, @Nullable LocalDate to, long by) {
        jdbc.sql("""
                        insert into person_role (person_id, role_code, agency_id, valid_from, valid_to) values (?, ?, ?, ?, ?)
                        on conflict (person_id, role_code, agency_id, valid_from) do update set valid_to = excluded.valid_to""")
                .params(person, role, agency, from, to)
                .update();
        write(person, role, agency, from, to, true, by);
    }

    /** Ends a role after {@code last}; false where it was not held then. */
    public boolean end(long person, String role, long agency, LocalDate last, long by) {
        int ended = jdbc.sql("""
                        update person_role set valid_to = greatest(:last, valid_from)
                        where person_id = :person and role_code = :role and agency_id = :agency
                          and valid_from <= :last and (valid_to is null or valid_to > :last)""")
                .param("last", last).param("person", person).param("role", role).param("agency", agency)
                .update();
        if (ended > 0) {
            write(person, role, agency, last, last, false, by);
        }
        return ended > 0;
    }

    /** Ends a role so that it is not held on {@code day} any more, even where it began that day or was to begin later. */
    public void endBefore(long person, String role, long agency, LocalDate day, long by) {
        jdbc.sql("""
                        update person_role set valid_from = least(valid_from, cast(:day as date) - 1), valid_to = cast(:day as date) - 1
                        where person_id = :person and role_code = :role and agency_id = :agency and (valid_to is null or valid_to >= :day)""")
                .param("day", day).param("person", person).param("role", role).param("agency", agency).update();
        write(person, role, agency, day.minusDays(1), day.minusDays(1), false, by);
    }

    private void write(
            long person, String role, long agency, LocalDate from, @Nullable LocalDate to, boolean granted, long by) {
        jdbc.sql("""
                        insert into role_grant (person_id, role_code, agency_id, valid_from, valid_to, granted, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(person, role, agency, from, to, granted, by)
                .update();
    }

    /** Titles of the roles that a person holds in some of the time and that nobody holds beside this one. */
    public List<String> against(long person, String role, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("""
                        select distinct r.title from role_excludes x
                        join person_role h on h.role_code = x.other_code
                        join role r on r.code = x.other_code
                        where x.role_code = :role and h.person_id = :person and (h.valid_to is null or h.valid_to >= :from)
                          and (cast(:to as date) is null or h.valid_from <= :to)
                        order by r.title""")
                .param("role", role).param("person", person).param("from", from).param("to", to)
                .query(String.class).list();
    }

    public boolean exists(String role) {
        return jdbc.sql("select exists (select from role where code = ?)").param(role).query(Boolean.class).single();
    }
}
