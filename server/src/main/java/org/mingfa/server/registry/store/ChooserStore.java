package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People to choose from, with their certificate. */
@Repository
public class ChooserStore {

    private final JdbcClient jdbc;

    ChooserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> out = new HashMap<>();
        jdbc.sql("select id, name from person where id = any (?)").param(ids.toArray(Long[]::new))
                .query(rs -> {
                    out.put(rs.getLong(1), rs.getString(2));
                });
        return out;
    }

    public List<Choice> choose(long agency, @Nullable String q, @Nullable String role, LocalDate on, int limit) {
        return jdbc.sql("""
                        select p.id, p.name, u.name as unit, h.roles, coalesce(q.officer, false) as officer,
                               c.number, c.last_day, c.valid
                        from person p
                        left join unit u on u.id = p.unit_id
                        left join lateral (select array_agg(distinct role_code) as roles from person_role
                            where person_id = p.id and agency_id = :agency
                              and valid_from <= :on and (valid_to is null or valid_to >= :on)) h on true
                        left join lateral (select officer, ended from post_on(p.id, :on)) q on true
                        join agency a on a.id = p.agency_id join region r on r.id = a.region_id
                        left join lateral (select * from certificate_on(p.id, :on, a.field, r.code)) c on true
                        where p.agency_id = :agency and not coalesce(q.ended, false)
                          and (cast(:q as text) is null or position(:q in p.name) > 0)
                          and (cast(:role as text) is null or :role = any (h.roles))
                        order by p.name, p.id limit :limit""")
                .param("agency", agency).param("on", on).param("q", q).param("role", role).param("limit", limit)
                .query((rs, n) -> {
                    java.sql.Array roles = rs.getArray("roles");
                    String number = rs.getString("number");
                    return new Choice(rs.getString("id"), rs.getString("name"), rs.getString("unit"),
                            roles == null ? List.of() : List.of((String[]) roles.getArray()), rs.getBoolean("officer"),
                            number == null ? null : new Choice.Held(number, rs.getObject("last_day", LocalDate.class), rs.getBoolean("valid")));
                })
                .list();
    }
}
