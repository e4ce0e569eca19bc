package org.mingfa.server.registry.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.NewPerson;
import org.mingfa.server.registry.NewPerson.NewCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Writes many people with five statements, each with an array for every column. */
@Repository
public class BulkStore {

    private record UnitKey(long agency, String name) {}

    private final JdbcClient jdbc;
    private final Identities identities;

    BulkStore(JdbcClient jdbc, Identities identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    /** @return ids in the order of the people */
    public List<Long> addAll(List<NewPerson> people, long by) {
        List<Long> ids = jdbc.sql("select nextval('person_id_seq') from generate_series(1, ?)").param(people.size()).query(Long.class).list();
        Map<UnitKey, Long> units = units(people);
        Function<NewPerson, @Nullable Long> unit = p -> p.unit() == null ? null : units.get(new UnitKey(p.agency(), p.unit()));
        jdbc.sql("insert into person (id, agency_id, unit_id, name) select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]))")
                .param(ids.toArray(Long[]::new)).param(longs(people, NewPerson::agency)).param(longs(people, unit)).param(texts(people, NewPerson::name))
                .update();
        posts(ids, people, unit, by);
        certificates(ids, people, by);
        identities.addAll(ids, people, by);
        return ids;
    }

    private void posts(List<Long> ids, List<NewPerson> people, Function<NewPerson, @Nullable Long> unit, long by) {
        StatementSpec sql = jdbc.sql("""
                insert into person_post (person_id, valid_from, agency_id, unit_id, title, kind, officer, reviewer, qualified, hearing_host, recorded_by)
                select p, d, a, u, t, k, k = 'officer', r or k = 'reviewer', q, h, ? from unnest(cast(? as bigint[]), cast(? as date[]), cast(? as bigint[]),
                    cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as boolean[]), cast(? as boolean[]), cast(? as boolean[]))
                    as x (p, d, a, u, t, k, r, q, h)""");
        sql.param(by).param(ids.toArray(Long[]::new)).param(texts(people, p -> p.from().toString())).param(longs(people, NewPerson::agency))
                .param(longs(people, unit)).param(texts(people, NewPerson::title)).param(texts(people, p -> p.kind().code()))
                .param(flags(people, NewPerson::reviewer)).param(flags(people, NewPerson::qualified)).param(flags(people, NewPerson::hearingHost))
                .update();
    }

    /** A certificate and whose it is to be. */
    public record Holding(long person, NewCertificate certificate) {}

    private void certificates(List<Long> ids, List<NewPerson> people, long by) {
        addCertificates(IntStream.range(0, people.size()).filter(i -> people.get(i).certificate() != null)
                .mapToObj(i -> new Holding(ids.get(i), Objects.requireNonNull(people.get(i).certificate()))).toList(), by);
    }

    public void addCertificates(List<Holding> holdings, long by) {
        List<NewCertificate> held = holdings.stream().map(Holding::certificate).toList();
        jdbc.sql("""
                insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day, suspended, state, reason, issuer_id, ministry, recorded_by)
                select n, f, p, e, r, f, l, false, 'valid', ?, i, m, ? from unnest(cast(? as text[]), cast(? as date[]), cast(? as bigint[]), cast(? as text[]),
                    cast(? as text[]), cast(? as date[]), cast(? as bigint[]), cast(? as boolean[])) as x (n, f, p, e, r, l, i, m)""")
                .param(CertificateBook.ENTERED).param(by).param(texts(held, NewCertificate::number)).param(texts(held, c -> c.firstDay().toString()))
                .param(longs(holdings, Holding::person)).param(texts(held, NewCertificate::field))
                .param(texts(held, NewCertificate::regionCode)).param(texts(held, c -> c.lastDay().toString()))
                .param(longs(held, NewCertificate::issuer)).param(flags(held, NewCertificate::ministry))
                .update();
    }

    /** Somebody of the register, and where they are now. */
    public record Registered(String name, long agency) {}

    public Map<Long, Registered> registered(Collection<Long> ids) {
        Map<Long, Registered> found = new HashMap<>();
        jdbc.sql("select id, name, agency_id from person where id = any (?)").param(ids.toArray(Long[]::new))
                .query(rs -> { found.put(rs.getLong(1), new Registered(rs.getString(2), rs.getLong(3))); });
        return found;
    }

    /** Which of these names somebody has at their agency, as "agency name". */
    public Set<String> namesakes(List<NewPerson> people) {
        return Set.copyOf(jdbc.sql("select distinct agency_id || ' ' || name from person where agency_id = any (?) and name = any (?)")
                .param(people.stream().map(NewPerson::agency).distinct().toArray(Long[]::new)).param(texts(people, NewPerson::name)).query(String.class).list());
    }

    private Map<UnitKey, Long> units(List<NewPerson> people) {
        Set<UnitKey> wanted = new LinkedHashSet<>();
        people.stream().filter(p -> p.unit() != null).forEach(p -> wanted.add(new UnitKey(p.agency(), p.unit())));
        Map<UnitKey, Long> known = new HashMap<>();
        jdbc.sql("select id, agency_id, name from unit where agency_id = any (?)")
                .param(wanted.stream().map(UnitKey::agency).distinct().toArray(Long[]::new))
                .query(rs -> { known.put(new UnitKey(rs.getLong(2), rs.getString(3)), rs.getLong(1)); });
        wanted.stream().filter(u -> !known.containsKey(u)).forEach(u -> known.put(u,
                jdbc.sql("insert into unit (agency_id, name) values (?, ?) returning id").params(u.agency, u.name).query(Long.class).single()));
        return known;
    }

    static <T> Long[] longs(List<T> of, Function<T, @Nullable Long> get) {
        return of.stream().map(get).toArray(Long[]::new);
    }

    static <T> String[] texts(List<T> of, Function<T, @Nullable String> get) {
        return of.stream().map(get).toArray(String[]::new);
    }

    static <T> Boolean[] flags(List<T> of, Function<T, Boolean> get) {
        return of.stream().map(get).toArray(Boolean[]::new);
    }
}
