package org.mingfa.server.registry.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who could act on a day (执法人员查询), in one query: post, certificate and standing as on that day. A page costs the same
 * however deep it lies: people by id, each looked up by the indexes that begin with the person.
 */
@Repository
public class PeopleListStore {

    // What an officer needs is what registry.store.FactStore tells the examination of an act.
    private static final String FROM = """
            from person p
            join lateral (select * from post_on(p.id, :on)) q on true
            join agency a on a.id = q.agency_id
            join region r on r.id = a.region_id
            left join lateral (select * from certificate_on(p.id, :on, a.field, r.code)) c on true
            left join lateral (select standing from standing_on(a.id, :on)) s on true
            cross join lateral (select coalesce(q.kind, case when q.officer then 'officer' when q.reviewer then 'reviewer' else 'auxiliary' end) as kind,
                coalesce(c.in_field, false) as in_field, coalesce(c.in_region, false) as in_region) k
            cross join lateral (select q.officer and coalesce(c.valid, false) and coalesce(s.standing, false) and k.in_field and k.in_region as acting) t
            where a.region_id = any (:regions) and p.id > :after
            """;

    private static final String SELECT = """
            select p.id, p.name, k.kind, a.id as agency, coalesce(b.name, a.name) as agency_name, u.name as unit_name, q.title,
                   q.officer, q.reviewer, q.qualified, q.hearing_host, q.ended, q.valid_from, c.number, c.field, c.region_code,
                   n.name as region_name, c.first_day, c.last_day, c.state, c.ministry, c.valid, coalesce(s.standing, false) as standing,
                   k.in_field, k.in_region, t.acting
            """ + FROM.replace("where a.region_id", """
            left join unit u on u.id = q.unit_id
            left join lateral (select name from body_on(a.id, :on)) b on true
            left join lateral (select x.name from region x where x.code = c.region_code order by x.id limit 1) n on true
            where a.region_id""");

    private static final Map<String, String> STATES = Map.of(
            "acting", "and t.acting",
            "not-acting", "and not q.ended and q.officer and not t.acting",
            "expiring", "and not q.ended and c.valid and c.last_day < :soon",
            "expired", "and not q.ended and c.state = 'expired'",
            "suspended", "and not q.ended and c.state = 'suspended'",
            "none", "and not q.ended and q.officer and c.number is null",
            "left", "and q.ended");

    private final JdbcClient jdbc;

    PeopleListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param soon a certificate that ends before this day is marked as expiring */
    public List<ListedPerson> page(PeopleFilter f, LocalDate soon, long after, int limit) {
        String sql = SELECT + conditions(f) + " order by p.id limit :limit";
        return bound(sql, f, soon, after, limit).query((rs, n) -> row(rs, soon)).list();
    }

    /** One person, whatever their state. */
    public Optional<ListedPerson> one(long person, LocalDate on, LocalDate soon) {
        PeopleFilter all = new PeopleFilter(on, List.of(), null, null, null, "any", null);
        String only = SELECT.replace("a.region_id = any (:regions) and p.id > :after", "p.id = :after") + " limit :limit";
        return bound(only, all, soon, person, 1).query((rs, n) -> row(rs, soon)).optional();
    }

    /** How many there are, counted to {@code limit}. */
    public int count(PeopleFilter f, LocalDate soon, int limit) {
        return bound("select count(*) from (select 1 " + FROM + conditions(f) + " limit :limit) x", f, soon, 0, limit).query(Integer.class).single();
    }

    private static String conditions(PeopleFilter f) {
        StringBuilder sql = new StringBuilder();
        if (f.agency() != null) {
            sql.append(" and q.agency_id = :agency and p.id in (select person_id from person_post where agency_id = :agency)");
        }
        if (f.field() != null) {
            sql.append(" and coalesce(c.field, a.field) = :field");
        }
        if (f.kind() != null) {
            sql.append(f.kind().equals("reviewer") ? " and (k.kind = :kind or q.reviewer)" : " and k.kind = :kind");
        }
        if (f.q() != null) {
            sql.append(" and (position(:q in p.name) > 0 or p.id in (select person_id from certificate where number = :q))");
        }
        return sql.append(' ').append(f.state() == null ? "and not q.ended" : STATES.get(f.state())).toString();
    }

    private JdbcClient.StatementSpec bound(String sql, PeopleFilter f, LocalDate soon, long after, int limit) {
        return jdbc.sql(sql).param("on", f.on()).param("regions", f.regions().toArray(Integer[]::new)).param("after", after)
                .param("agency", f.agency()).param("field", f.field()).param("kind", f.kind()).param("q", f.q())
                .param("soon", soon).param("limit", limit);
    }

    private static ListedPerson row(ResultSet rs, LocalDate soon) throws SQLException {
        return new ListedPerson(rs.getString("id"), rs.getString("name"), rs.getString("kind"), rs.getString("agency"), rs.getString("agency_name"),
                rs.getString("unit_name"), rs.getString("title"), rs.getBoolean("reviewer"), rs.getBoolean("qualified"), rs.getBoolean("hearing_host"),
                rs.getBoolean("ended"), rs.getObject("valid_from", LocalDate.class), held(rs, soon), rs.getBoolean("acting"), bars(rs));
    }

    private static ListedPerson.@Nullable Held held(ResultSet rs, LocalDate soon) throws SQLException {
        if (rs.getString("number") == null) {
            return null;
        }
        LocalDate last = rs.getObject("last_day", LocalDate.class);
        return new ListedPerson.Held(rs.getString("number"), rs.getString("field"), rs.getString("region_code"), rs.getString("region_name"),
                rs.getObject("first_day", LocalDate.class), last, rs.getString("state"), rs.getBoolean("ministry"),
                rs.getBoolean("valid") && last.isBefore(soon));
    }

    private static List<String> bars(ResultSet rs) throws SQLException {
        List<String> bars = new ArrayList<>();
        if (!rs.getBoolean("officer") || rs.getBoolean("acting")) {
            return bars;
        }
        String state = rs.getString("state");
        if (state == null) {
            bars.add("没有执法证件");
        } else if (!rs.getBoolean("valid")) {
            bars.add("执法证件" + CertificateState.title(state));
        } else {
            if (!rs.getBoolean("in_field")) {
                bars.add("执法类别与本单位的执法领域不符");
            }
            if (!rs.getBoolean("in_region")) {
                bars.add("执法区域不含本单位所在地");
            }
        }
        if (!rs.getBoolean("standing")) {
            bars.add("所在单位当日没有执法主体资格");
        }
        return bars;
    }
}
