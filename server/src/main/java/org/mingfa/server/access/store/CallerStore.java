package org.mingfa.server.access.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person as they may act on a day, read from tables {@code person}, {@code person_role}, {@code role_permission}. */
@Repository
public class CallerStore {

    /** More than anyone holds. */
    private static final int MOST_POSTS = 50;

    private final JdbcClient jdbc;
    private final PendingStore pending;

    CallerStore(JdbcClient jdbc, PendingStore pending) {
        this.jdbc = jdbc;
        this.pending = pending;
    }

    private record Reach(Long agency, Integer region) {}

    private record Basis(String name, Caller.Body agency, Caller.@Nullable Part unit) {}

    /** A body in which a person holds roles, with the titles of these. */
    public record Post(Caller.Body agency, List<String> roles) {}

    /** The bodies in which a person holds roles on a day, by the first role held there. */
    public List<Post> posts(long person, LocalDate day) {
        return jdbc.sql("""
                select a.id, a.name, a.field, g.id, g.name, array_agg(h.title order by h.ordinal)
                from (select distinct h.agency_id, r.ordinal, r.title from person_role h join role r on r.code = h.role_code
                    where h.person_id = ? and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?)) h
                join agency a on a.id = h.agency_id join region g on g.id = a.region_id
                group by a.id, g.id order by min(h.ordinal), a.id limit ?
                """).params(person, day, day, MOST_POSTS)
                .query((row, n) -> new Post(
                        new Caller.Body(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5)),
                        List.of((String[]) row.getArray(6).getArray())))
                .list();
    }

    /**
     * Whoever must first set a password or a second factor, or choose a body, may do nothing else: no permission, no rows.
     *
     * @param chosen the body that the session chose; it counts while a role is held there
     */
    public Optional<Caller> find(long person, LocalDate today, @Nullable Long chosen) {
        List<Caller.Held> held = roles(person, today);
        List<Long> bodies = held.stream().map(Caller.Held::agency).distinct().toList();
        Long at = chosen != null && bodies.contains(chosen) ? chosen : bodies.size() == 1 ? bodies.getFirst() : null;
        return basis(person, at).map(basis -> {
            List<Caller.Held> roles = held.stream().filter(h -> Objects.equals(h.agency(), at)).toList();
            boolean undecided = at == null && !bodies.isEmpty();
            if (at == null || pending.of(person, today) != PendingStore.Pending.NOTHING) {
                return new Caller(person, basis.name, basis.agency, basis.unit, roles, Set.of(), Scope.NONE, undecided);
            }
            List<Reach> reaches = reaches(person, at, today);
            Scope scope = Scope.of(
                    reaches.stream().map(Reach::agency).toList(), reaches.stream().map(Reach::region).toList());
            return new Caller(person, basis.name, basis.agency, basis.unit, roles, permissions(person, at, today), scope);
        });
    }

    private Optional<Basis> basis(long person, @Nullable Long at) {
        return jdbc.sql("""
                select p.name, a.id, a.name, a.field, r.id, r.name, u.id, u.name
                from person p join agency a on a.id = coalesce(?, p.agency_id) join region r on r.id = a.region_id
                    left join unit u on u.id = p.unit_id and u.agency_id = a.id
                where p.id = ?
                """).param(at).param(person)
                .query((row, n) -> new Basis(
                        row.getString(1),
                        new Caller.Body(row.getLong(2), row.getString(3), row.getString(4), row.getInt(5), row.getString(6)),
                        row.getString(8) == null ? null : new Caller.Part(row.getLong(7), row.getString(8))))
                .optional();
    }

    private List<Caller.Held> roles(long person, LocalDate today) {
        return jdbc.sql("""
                select distinct r.ordinal, r.code, r.title, h.agency_id from person_role h join role r on r.code = h.role_code
                where h.person_id = ? and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?)
                order by r.ordinal, h.agency_id
                """).params(person, today, today)
                .query((row, n) -> new Caller.Held(row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private Set<String> permissions(long person, long agency, LocalDate today) {
        return new HashSet<>(jdbc.sql("""
                select distinct p.permission from person_role h join role_permission p on p.role_code = h.role_code
                where h.person_id = ? and h.agency_id = ? and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?)
                """).params(person, agency, today, today).query(String.class).list());
    }

    /** The agencies whose cases the roles held at one reach: the agency itself, or all of its region and of those below. */
    private List<Reach> reaches(long person, long at, LocalDate today) {
        return jdbc.sql("""
                with recursive held as (
                    select a.id, a.region_id, r.reach
                    from person_role h join role r on r.code = h.role_code join agency a on a.id = h.agency_id
                    where h.person_id = ? and h.agency_id = ? and h.valid_from <= ? and (h.valid_to is null or h.valid_to >= ?)
                ), below (id) as (
                    select region_id from held where reach = 'region'
                    union
                    select region.id from region join below on region.parent_id = below.id
                )
                select id, region_id from held where reach = 'agency'
                union
                select agency.id, agency.region_id from agency join below on agency.region_id = below.id
                """).params(person, at, today, today)
                .query((row, n) -> new Reach(row.getLong(1), row.getInt(2)))
                .list();
    }
}
