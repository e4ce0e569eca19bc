package org.mingfa.server.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code message} and {@code message_refused}. */
@Repository
class MessageStore {

    /** What a person was told last, by any carrier. */
    record Last(long person, Instant at) {}

    /** @param fault why the last try did not arrive; null where it did or was not made yet */
    record Sent(long id, String carrier, String template, int ended, int soon, Instant madeAt, String state, @Nullable String fault) {}

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Instant> last(Collection<Long> people) {
        return jdbc.sql("""
                        select p, m.made_at from unnest(cast(? as bigint[])) x (p)
                        cross join lateral (select made_at from message where person_id = p order by id desc limit 1) m""")
                .param(people.toArray(Long[]::new))
                .query((rs, n) -> new Last(rs.getLong(1), at(rs, 2))).list().stream().collect(Collectors.toMap(Last::person, Last::at));
    }

    Set<Carrier> refused(long person) {
        return jdbc.sql("select carrier from message_refused where person_id = ?").param(person).query(String.class).list().stream()
                .map(c -> Carrier.of(c).orElseThrow()).collect(Collectors.toSet());
    }

    void refuse(long person, Carrier carrier, boolean refused) {
        jdbc.sql(refused ? "insert into message_refused (person_id, carrier) values (?, ?) on conflict do nothing"
                : "delete from message_refused where person_id = ? and carrier = ?").params(person, carrier.code()).update();
    }

    /** For each of these people who has an account and does not refuse it. */
    void add(int region, long agency, Carrier carrier, String template, Map<Long, int[]> counts, Instant now) {
        Long[] people = counts.keySet().toArray(Long[]::new);
        jdbc.sql("""
                        insert into message (region_id, agency_id, person_id, carrier, template, ended, soon, made_at, state, next_at)
                        select ?, ?, p, ?, ?, e, s, ?, 'waiting', ? from unnest(cast(? as bigint[]), cast(? as int[]), cast(? as int[])) x (p, e, s)
                        where exists (select from account a where a.person_id = p and not a.disabled)
                          and not exists (select from message_refused r where r.person_id = p and r.carrier = ?)""")
                .params(region, agency, carrier.code(), template, utc(now), utc(now), people,
                        counts.values().stream().map(c -> c[0]).toArray(Integer[]::new), counts.values().stream().map(c -> c[1]).toArray(Integer[]::new),
                        carrier.code()).update();
    }

    /** Takes messages to be tried now; until {@code lease} nobody else does. */
    List<Message> take(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        with taken as (
                            update message set tries = tries + 1, next_at = ? where (region_id, id) in (
                                select region_id, id from message where state = 'waiting' and next_at <= ? order by next_at limit ? for update skip locked)
                            returning *)
                        select t.*, a.login from taken t join account a on a.person_id = t.person_id order by t.id""")
                .params(utc(now.plus(lease)), utc(now), limit)
                .query((rs, n) -> new Message(rs.getInt("region_id"), rs.getLong("id"), rs.getLong("person_id"), rs.getString("login"), Carrier.of(rs.getString("carrier")).orElseThrow(),
                        rs.getString("template"), rs.getInt("ended"), rs.getInt("soon"), at(rs, "made_at"), rs.getInt("tries")))
                .list();
    }

    void done(Message m, String state, @Nullable String fault, Instant now) {
        jdbc.sql("update message set state = ?, fault = ?, done_at = ? where region_id = ? and id = ? and state = 'waiting'").params(state, fault, utc(now), m.region(), m.id()).update();
    }

    void later(Message m, String fault, Instant next) {
        jdbc.sql("update message set next_at = ?, fault = ? where region_id = ? and id = ? and state = 'waiting'").params(utc(next), fault, m.region(), m.id()).update();
    }

    int forget(Instant before, int limit) {
        return jdbc.sql("delete from message where (region_id, id) in (select region_id, id from message where made_at < ? limit ?)").params(utc(before), limit).update();
    }

    /** To a person, the latest first. */
    List<Sent> to(long person, int limit) {
        return jdbc.sql("select id, carrier, template, ended, soon, made_at, state, fault from message where person_id = ? order by id desc limit ?")
                .params(person, limit)
                .query((rs, n) -> new Sent(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getInt(4), rs.getInt(5), at(rs, 6), rs.getString(7), rs.getString(8)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
