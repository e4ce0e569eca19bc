package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and their posts (岗位) by date. */
@Repository
public class PersonBook {

    /** What a person is from a day on; {@code kind} as {@link org.mingfa.server.registry.PersonKind}. */
    public record PostVersion(
            LocalDate validFrom, long agency, String agencyName, @Nullable String unitName, String title, String kind, boolean officer,
            boolean reviewer, boolean qualified, boolean hearingHost, boolean ended, String reason) {}

    /** A post to write. */
    public record NewPost(
            LocalDate from, long agency, @Nullable String unit, String title, String kind, boolean reviewer, boolean qualified,
            boolean hearingHost, boolean ended, String reason) {}

    public record HeldRole(String role, String title, long agency, LocalDate validFrom, @Nullable LocalDate validTo) {}

    private final JdbcClient jdbc;

    PersonBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The agency a person is at now. @throws org.mingfa.server.operation.Problem 404 */
    public long agency(long person) {
        return jdbc.sql("select agency_id from person where id = ?").param(person).query(Long.class).optional()
                .orElseThrow(() -> Refused.notFound("没有这个人员，或者不在本地区"));
    }

    public Optional<String> name(long person) {
        return jdbc.sql("select name from person where id = ?").param(person).query(String.class).optional();
    }

    /** All versions, the newest first. */
    public List<PostVersion> posts(long person) {
        return jdbc.sql("""
                        select q.valid_from, q.agency_id as agency, a.name as agency_name, u.name as unit_name, q.title,
                               coalesce(q.kind, case when q.officer then 'officer' when q.reviewer then 'reviewer' else 'auxiliary' end) as kind,
                               q.officer, q.reviewer, q.qualified, q.hearing_host, q.ended, q.reason
                        from person_post q join agency a on a.id = q.agency_id left join unit u on u.id = q.unit_id
                        where q.person_id = ? order by q.valid_from desc, q.recorded_at desc""")
                .param(person).query(PostVersion.class).list();
    }

    public void addPost(long person, NewPost p, LocalDate today, long by) {
        Long unit = p.unit == null ? null : unit(p.agency, p.unit);
        boolean officer = !p.ended && p.kind.equals("officer");
        jdbc.sql("""
                insert into person_post (person_id, valid_from, agency_id, unit_id, title, kind, officer, reviewer, qualified, hearing_host, ended,
                    reason, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())""")
                .params(person, p.from, p.agency, unit, p.title, p.kind, officer, !p.ended && (p.reviewer || p.kind.equals("reviewer")),
                        p.qualified, !p.ended && p.hearingHost, p.ended, p.reason, by)
                .update();
        if (!p.from.isAfter(today)) {
            jdbc.sql("update person set agency_id = ?, unit_id = ? where id = ?").params(p.agency, unit, person).update();
        }
    }

    private Long unit(long agency, String name) {
        return jdbc.sql("select id from unit where agency_id = ? and name = ? order by id limit 1").params(agency, name).query(Long.class).optional()
                .orElseGet(() -> jdbc.sql("insert into unit (agency_id, name) values (?, ?) returning id").params(agency, name).query(Long.class).single());
    }

    /** Roles held on a day or later. */
    public List<HeldRole> roles(long person, LocalDate from) {
        return jdbc.sql("""
                        select h.role_code as role, r.title, h.agency_id as agency, h.valid_from, h.valid_to from person_role h join role r on r.code = h.role_code
                        where h.person_id = ? and (h.valid_to is null or h.valid_to >= ?) order by r.ordinal""")
                .params(person, from).query(HeldRole.class).list();
    }

    /** Units of an agency by name. */
    public List<String> units(long agency) {
        return jdbc.sql("select name from unit where agency_id = ? order by id").param(agency).query(String.class).list();
    }
}
