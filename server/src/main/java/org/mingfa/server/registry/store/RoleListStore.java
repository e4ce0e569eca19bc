package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles as the releases bring them, and who holds them now or from a day to come. */
@Repository
public class RoleListStore {

    private static final String BODIES = "h.agency_id = any (array(select id from agency where region_id = any (:regions) and (cast(:of as bigint) is null or id = :of)))";
    private static final String KEPT = "(h.valid_to is null or h.valid_to >= :today)";
    private static final String ROLE = """
            select r.code, r.title, r.reach,
                array(select p.permission from role_permission p where p.role_code = r.code) as permissions,
                array(select o.title from role_excludes x join role o on o.code = x.other_code where x.role_code = r.code order by o.ordinal) as excludes
            from role r""";

    private final JdbcClient jdbc;

    RoleListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param excludes titles of the roles that nobody holds beside it */
    public record Role(String code, String title, String reach, List<String> permissions, List<String> excludes) {}

    /** @param by who gave it; null where it came with the installation @param home where it is another body than that of the role: the person's own */
    public record Holder(long person, String name, @Nullable String home, long agency, String agencyName, LocalDate from, @Nullable LocalDate to,
            @Nullable String by, @Nullable OffsetDateTime at) {}

    /** After which holder a page begins. */
    public record After(long agency, long person, LocalDate from) {}

    public List<Role> all() {
        return jdbc.sql(ROLE + " order by r.ordinal").query((row, n) -> role(row)).list();
    }

    public Optional<Role> one(String code) {
        return jdbc.sql(ROLE + " where r.code = ?").param(code).query((row, n) -> role(row)).optional();
    }

    private static Role role(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Role(row.getString(1), row.getString(2), row.getString(3), List.of((String[]) row.getArray(4).getArray()), List.of((String[]) row.getArray(5).getArray()));
    }

    /** How many hold a role in bodies of these regions, counted up to {@code limit}. */
    public int count(String role, List<Integer> regions, LocalDate today, int limit) {
        return jdbc.sql("select count(distinct (agency_id, person_id)) from (select agency_id, person_id from person_role h where role_code = :role and " + BODIES + " and " + KEPT + " limit :limit) x")
                .param("role", role).param("regions", regions.toArray(Integer[]::new)).param("of", null).param("today", today).param("limit", limit).query(Integer.class).single();
    }

    /** Who holds a role in bodies of these regions, body by body. @param of one body; null: all */
    public List<Holder> holders(String role, List<Integer> regions, @Nullable Long of, @Nullable After after, LocalDate today, int limit) {
        return jdbc.sql("""
                        select p.id as person, p.name, case when p.agency_id <> a.id then o.name end as home, a.id as agency, a.name as agency_name,
                            h.valid_from as "from", h.valid_to as "to", b.name as "by", g.recorded_at as at
                        from person_role h join person p on p.id = h.person_id join agency o on o.id = p.agency_id join agency a on a.id = h.agency_id
                        left join lateral (select recorded_by, recorded_at from role_grant g where g.granted and g.person_id = h.person_id and g.role_code = h.role_code
                            and g.agency_id = h.agency_id and g.valid_from = h.valid_from order by g.id desc limit 1) g on true
                        left join person b on b.id = g.recorded_by
                        where h.role_code = :role and\s""" + BODIES + " and " + KEPT + (after == null ? "" : " and (h.agency_id, h.person_id, h.valid_from) > (:agency, :person, :from)")
                        + " order by h.agency_id, h.person_id, h.valid_from limit :limit")
                .param("role", role).param("regions", regions.toArray(Integer[]::new)).param("of", of).param("today", today).param("limit", limit)
                .param("agency", after == null ? null : after.agency()).param("person", after == null ? null : after.person()).param("from", after == null ? null : after.from())
                .query(Holder.class).list();
    }
}
