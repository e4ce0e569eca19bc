package org.mingfa.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and their accounts, as the security administrator lists them. */
@Repository
public class AccountList {

    private static final String BELOW = """
            with recursive below as (
                select id from region where id = :region union all select r.id from region r join below b on r.parent_id = b.id)
            """;

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with their account, if they have one. */
    public record Row(long person, String name, String agency, String roles, @Nullable String login, boolean locked, boolean disabled, boolean oneTime,
            boolean secondFactor, int sessions, @Nullable Instant lastSeen) {}

    /** Those whose name or login begins with {@code q}, after a person, by number; of the region and below. */
    public List<Row> page(int region, String q, long after, int limit, Instant now, LocalDate today) {
        return sought(jdbc.sql(page(q)), region, q, after, limit).param("now", Timestamp.from(now)).param("today", today).query(AccountList::row).list();
    }

    private static final String HIGHEST = "\uDBFF\uDFFF";

    private static JdbcClient.StatementSpec sought(JdbcClient.StatementSpec sql, int region, String q, long after, int limit) {
        JdbcClient.StatementSpec bound = sql.param("region", region).param("after", after).param("limit", limit);
        String login = q.toLowerCase(Locale.ROOT);
        return q.isEmpty() ? bound : bound.param("name", q).param("nameEnd", q + HIGHEST).param("login", login).param("loginEnd", login + HIGHEST);
    }

    /** With {@code q} by the two indexes of beginnings; without it along the numbers. */
    private static String page(String q) {
        return BELOW + """
                select p.id, p.name, a.name, coalesce((select string_agg(distinct r.title, '、') from person_role h join role r on r.code = h.role_code
                        where h.person_id = p.id and h.valid_from <= :today and (h.valid_to is null or h.valid_to >= :today)), ''),
                    c.login, c.locked_until > :now, c.disabled, c.one_time_until is not null,
                    exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null),
                    (select count(*) from session s where s.person_id = p.id), (select max(s.last_seen_at) from session s where s.person_id = p.id)
                from (""" + (q.isEmpty() ? "select id, name, agency_id from person where id > :after" : """
                    select id, name, agency_id from person where name ~>=~ :name and name ~<~ :nameEnd and id > :after
                    union select o.id, o.name, o.agency_id from account l join person o on o.id = l.person_id
                        where l.login ~>=~ :login and l.login ~<~ :loginEnd and l.person_id > :after""") + """
                    ) p join agency a on a.id = p.agency_id left join account c on c.person_id = p.id
                where a.region_id in (select id from below)
                order by p.id limit :limit""";
    }

    /** How {@link #page} reads. */
    List<String> plan(int region, String q, long after, int limit) {
        return sought(jdbc.sql("explain " + page(q)), region, q, after, limit).param("now", Timestamp.from(Instant.EPOCH)).param("today", LocalDate.EPOCH)
                .query(String.class).list();
    }

    /** The login of someone of the region and below; empty text without an account; nothing where there is no such person. */
    public Optional<String> login(int region, long person) {
        return jdbc.sql(BELOW + """
                select coalesce(c.login, '') from person p join agency a on a.id = p.agency_id left join account c on c.person_id = p.id
                where a.region_id in (select id from below) and p.id = :person""").param("region", region).param("person", person).query(String.class).optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Timestamp seen = row.getTimestamp(11);
        return new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6), row.getBoolean(7), row.getBoolean(8),
                row.getBoolean(9), row.getInt(10), seen == null ? null : seen.toInstant());
    }
}
