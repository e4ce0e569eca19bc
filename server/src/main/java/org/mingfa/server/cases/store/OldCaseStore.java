package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code old_case}, and who worked in a body at any time. */
@Repository
public class OldCaseStore {

    /** Somebody of a body, by name and by each number of a certificate of theirs; without one the number is empty. */
    public record Known(long id, String name, String number) {}

    public record Role(String code, String title) {}

    private final JdbcClient jdbc;

    OldCaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CaseKey> of(int region, long agency, String number) {
        return jdbc.sql("select case_id from old_case where region_id = ? and agency_id = ? and number = ?").params(region, agency, number)
                .query((rs, n) -> new CaseKey(region, rs.getLong(1))).optional();
    }

    public void add(int region, long agency, String number, CaseKey id, long by) {
        jdbc.sql("insert into old_case (region_id, agency_id, number, case_id, imported_by) values (?, ?, ?, ?, ?)").params(region, agency, number, id.id(), by).update();
    }

    /** Whoever had a post or a role in the body, also those who left. */
    public List<Known> people(long agency) {
        return jdbc.sql("""
                        select p.id, p.name, coalesce(c.number, '') as number
                        from (select person_id from person_post where agency_id = :agency union select person_id from person_role where agency_id = :agency
                              union select id from person where agency_id = :agency) w
                        join person p on p.id = w.person_id
                        left join lateral (select distinct number from certificate where person_id = p.id) c on true
                        order by p.id""")
                .param("agency", agency).query(Known.class).list();
    }

    public record Approver(String id, String name) {}

    /** Others than this person who may approve what is irregular. */
    public List<Approver> approvers(long agency, long but, LocalDate day) {
        return jdbc.sql("""
                        select distinct p.id::text as id, p.name from person_role h join role_permission r on r.role_code = h.role_code join person p on p.id = h.person_id
                        where h.agency_id = ? and r.permission = 'case.approve' and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?) and p.id <> ?
                        order by p.name, id limit 100""").params(agency, day, day, but).query(Approver.class).list();
    }

    /** What somebody was in the body on a day. */
    public List<String> roles(long person, long agency, LocalDate day) {
        return jdbc.sql("""
                        select distinct role_code from person_role where person_id = ? and agency_id = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                        order by role_code""").params(person, agency, day, day).query(String.class).list();
    }

    public List<Role> roles() {
        return jdbc.sql("select code, title from role order by ordinal").query(Role.class).list();
    }
}
