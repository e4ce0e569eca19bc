package org.mingfa.server.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads an agency and people as they were on a day, in one round trip. */
@Repository
public class FactStore {

    /** The agency's facts, and each person's by id; a person who is not in the register is missing. */
    public record Found(Map<String, Object> agency, Map<Long, Map<String, Object>> people) {}

    // Without a valid certificate the one that ran longest is told, so that the finding can name it.
    private static final String SQL = """
            select a.id as a_id, coalesce(b.name, a.name) as a_name, coalesce(nullif(b.short_name, ''), a.short_name) as a_short, a.field as a_field, r.code as a_region,
                   coalesce(s.standing, false) as standing,
                   p.id, p.name, q.agency_id, q.officer, q.reviewer, q.qualified, q.hearing_host, c.number,
                   coalesce(c.valid, false) as certified,
                   coalesce(q.agency_id = a.id and c.in_field and c.in_region, false) as fits
            from agency a
            join region r on r.id = a.region_id
            left join lateral (select standing from standing_on(a.id, :day)) s on true
            left join lateral (select name, short_name from body_on(a.id, :day)) b on true
            left join person p on p.id = any (:people)
            left join lateral (
                select * from person_post where person_id = p.id and valid_from <= :day
                order by valid_from desc, recorded_at desc limit 1) q on true
            left join lateral (select * from certificate_on(p.id, :day, a.field, r.code)) c on true
            where a.id = :agency
            """;

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Found read(LocalDate day, long agency, List<Long> people) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<Long, Map<String, Object>> found = new LinkedHashMap<>();
        jdbc.sql(SQL)
                .param("day", day)
                .param("agency", agency)
                .param("people", people.toArray(Long[]::new))
                .query(rs -> {
                    if (body.isEmpty()) {
                        body.putAll(agency(rs));
                    }
                    long id = rs.getLong("id");
                    if (!rs.wasNull()) {
                        found.put(id, person(rs));
                    }
                });
        return new Found(Map.copyOf(body), found);
    }

    private static Map<String, Object> agency(ResultSet rs) throws SQLException {
        return Map.of(
                "id", rs.getString("a_id"), "name", rs.getString("a_name"),
                "shortName", rs.getString("a_short"), "field", rs.getString("a_field"),
                "region", rs.getString("a_region"), "standing", rs.getBoolean("standing"));
    }

    private static Map<String, Object> person(ResultSet rs) throws SQLException {
        Map<String, Object> p = new LinkedHashMap<>();
        p.put("id", rs.getString("id"));
        p.put("name", rs.getString("name"));
        String agency = rs.getString("agency_id");
        p.put("agency", agency == null ? "" : agency);
        String number = rs.getString("number");
        p.put("certificate", number == null ? "" : number);
        p.put("officer", rs.getBoolean("officer"));
        p.put("certified", rs.getBoolean("certified"));
        p.put("fits", rs.getBoolean("fits"));
        p.put("reviewer", rs.getBoolean("reviewer"));
        p.put("qualified", rs.getBoolean("qualified"));
        p.put("hearingHost", rs.getBoolean("hearing_host"));
        return Map.copyOf(p);
    }
}
