package org.mingfa.server.registry.responsibility;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts, their versions and holders. */
@Repository
class PostStore {

    /** @param item only posts that serve it */
    record Filter(Keeping.Reach reach, @Nullable Long agency, @Nullable String q, @Nullable String item, LocalDate on) {}

    private static final String SELECT = """
            select v.post_id, a.id as agency, a.name as agency_name, v.unit_id, u.name as unit_name, v.title, v.duties, v.items, v.acts, v.at_window, v.rotates, v.valid_from
            from agency a cross join lateral responsibilities_on(a.id, :on) v join unit u on u.id = v.unit_id
            """;

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ResponsiblePost> page(Filter f, long after, int limit) {
        return withHolders(jdbc.sql(SELECT + """
                        where a.region_id = any (:regions) and (cast(:own as bigint) is null or a.id = :own) and (cast(:agency as bigint) is null or a.id = :agency)
                          and v.post_id > :after and (cast(:q as text) is null or position(:q in v.title) > 0 or position(:q in u.name) > 0)
                          and (cast(:item as text) is null or :item = any (v.items)) order by v.post_id limit :limit""")
                .param("regions", f.reach.regions().toArray(Integer[]::new)).param("own", f.reach.agency()).param("agency", f.agency).param("after", after)
                .param("q", f.q).param("item", f.item).param("on", f.on).param("limit", limit).query(PostStore::row).list(), f.on);
    }

    Optional<ResponsiblePost> one(long post, long agency, LocalDate on) {
        return withHolders(jdbc.sql(SELECT + "where a.id = :agency and v.post_id = :post").param("agency", agency).param("post", post).param("on", on)
                .query(PostStore::row).list(), on).stream().findFirst();
    }

    private List<ResponsiblePost> withHolders(List<ResponsiblePost> posts, LocalDate on) {
        record Of(long post, ResponsiblePost.Holder holder) {}
        Map<String, List<ResponsiblePost.Holder>> by = jdbc.sql("""
                        select x.post, r.id, r.person_id, r.name, r.valid_from, r.valid_to, r.here, r.able
                        from unnest(cast(? as bigint[])) x (post) cross join lateral responsible_on(x.post, ?) r order by r.valid_from, r.id limit 5000""")
                .param(posts.stream().map(p -> Long.valueOf(p.id())).toArray(Long[]::new)).param(on)
                .query((rs, n) -> new Of(rs.getLong(1), new ResponsiblePost.Holder(rs.getString(2), rs.getString(3), rs.getString(4), rs.getObject(5, LocalDate.class),
                        rs.getObject(6, LocalDate.class), rs.getBoolean(7), rs.getBoolean(8))))
                .list().stream().collect(Collectors.groupingBy(o -> Long.toString(o.post), Collectors.mapping(Of::holder, Collectors.toList())));
        return posts.stream().map(p -> new ResponsiblePost(p.id(), p.agency(), p.agencyName(), p.unit(), p.unitName(), p.title(), p.duties(), p.items(), p.acts(), List.of(), List.of(), p.atWindow(),
                p.rotates(), p.since(), by.getOrDefault(p.id(), List.of()))).toList();
    }

    private static ResponsiblePost row(ResultSet rs, int n) throws SQLException {
        return new ResponsiblePost(rs.getString("post_id"), rs.getString("agency"), rs.getString("agency_name"), rs.getString("unit_id"), rs.getString("unit_name"), rs.getString("title"),
                rs.getString("duties"), texts(rs.getArray("items")), texts(rs.getArray("acts")), List.of(), List.of(), rs.getBoolean("at_window"), rs.getBoolean("rotates"),
                rs.getObject("valid_from", LocalDate.class), List.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    List<ResponsiblePost.Version> versions(long post) {
        return jdbc.sql("""
                        select valid_from, title, duties, items, acts, at_window, rotates, ended, reason from responsibility_version where post_id = ?
                        order by valid_from desc, recorded_at desc limit 200""").param(post)
                .query((rs, n) -> new ResponsiblePost.Version(rs.getObject(1, LocalDate.class), rs.getString(2), rs.getString(3), texts(rs.getArray(4)), texts(rs.getArray(5)),
                        rs.getBoolean(6), rs.getBoolean(7), rs.getBoolean(8), rs.getString(9))).list();
    }

    /** Everybody who was or will be in a post. */
    List<ResponsiblePost.Holder> everybody(long post) {
        return jdbc.sql("""
                        select h.id, h.person_id as person, p.name, h.valid_from as "from", h.valid_to as "to", true as here, true as able
                        from responsibility_holder h join person p on p.id = h.person_id
                        where h.post_id = ? and (h.valid_to is null or h.valid_to >= h.valid_from) order by h.valid_from desc, h.id desc limit 200""")
                .param(post).query(ResponsiblePost.Holder.class).list();
    }

    /** What a person was, is and will be in, the newest first. */
    List<ResponsiblePost.Held> of(long person, LocalDate today) {
        return jdbc.sql("""
                        select p.agency_id, p.id, u.name, v.title, v.acts, cardinality(v.items), v.rotates, h.valid_from, h.valid_to
                        from responsibility_holder h join responsibility_post p on p.id = h.post_id join unit u on u.id = p.unit_id
                        join lateral (select * from responsibility_version x where x.post_id = p.id and x.valid_from <= greatest(h.valid_from, least(:today, coalesce(h.valid_to, :today)))
                            order by x.valid_from desc, x.recorded_at desc limit 1) v on true
                        where h.person_id = :person and (h.valid_to is null or h.valid_to >= h.valid_from) order by h.valid_from desc, h.id desc limit 50""")
                .param("person", person).param("today", today)
                .query((rs, n) -> new ResponsiblePost.Held(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), texts(rs.getArray(5)), rs.getInt(6), rs.getBoolean(7),
                        rs.getObject(8, LocalDate.class), rs.getObject(9, LocalDate.class))).list();
    }

    Optional<Long> agency(long post) {
        return jdbc.sql("select agency_id from responsibility_post where id = ?").param(post).query(Long.class).optional();
    }

    Optional<Long> unit(long post) {
        return jdbc.sql("select unit_id from responsibility_post where id = ?").param(post).query(Long.class).optional();
    }

    long add(long agency, long unit, long by) {
        return jdbc.sql("insert into responsibility_post (agency_id, unit_id, recorded_by) values (?, ?, ?) returning id").params(agency, unit, by).query(Long.class).single();
    }

    void put(long post, ResponsiblePost.Version v, long by) {
        jdbc.sql("""
                insert into responsibility_version (post_id, valid_from, title, duties, items, acts, at_window, rotates, ended, reason, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(post).param(v.validFrom()).param(v.title()).param(v.duties()).param(v.items().toArray(String[]::new)).param(v.acts().toArray(String[]::new))
                .param(v.atWindow()).param(v.rotates()).param(v.ended()).param(v.reason()).param(by).update();
    }

    /** Another post of the unit, now or later, with this title. */
    boolean titled(long unit, String title, long but) {
        return jdbc.sql("""
                        select exists (select from responsibility_post p join lateral (select * from responsibility_version v where v.post_id = p.id
                            order by v.valid_from desc, v.recorded_at desc limit 1) v on not v.ended where p.unit_id = ? and p.id <> ? and v.title = ?)""")
                .params(unit, but, title).query(Boolean.class).single();
    }

    long place(long post, long person, LocalDate from, long by) {
        return jdbc.sql("insert into responsibility_holder (post_id, person_id, valid_from, recorded_by) values (?, ?, ?, ?) returning id").params(post, person, from, by)
                .query(Long.class).single();
    }

    /** Whether a person is in a post on a day or later. */
    boolean placed(long post, long person, LocalDate from) {
        return jdbc.sql("select exists (select from responsibility_holder where post_id = ? and person_id = ? and (valid_to is null or valid_to >= ?))")
                .params(post, person, from).query(Boolean.class).single();
    }

    /** @return false where that holder is not in the post on the day after {@code last} */
    boolean relieve(long post, long holder, LocalDate last) {
        return jdbc.sql("""
                        update responsibility_holder set valid_to = :last where id = :holder and post_id = :post and valid_from <= cast(:last as date) + 1
                            and (valid_to is null or valid_to > :last)""")
                .param("last", last).param("holder", holder).param("post", post).update() > 0;
    }

    /** Nobody is in the post after {@code last}; who was to begin later never does. */
    void relieveAll(long post, LocalDate last) {
        jdbc.sql("update responsibility_holder set valid_to = greatest(:last, valid_from - 1) where post_id = :post and (valid_to is null or valid_to > :last)")
                .param("last", last).param("post", post).update();
    }

    boolean unitOf(long unit, long agency) {
        return jdbc.sql("select exists (select from unit where id = ? and agency_id = ?)").params(unit, agency).query(Boolean.class).single();
    }

    boolean at(long person, long agency, LocalDate day) {
        return jdbc.sql("select exists (select from post_on(?, ?) q where not q.ended and q.agency_id = ?)").params(person, day, agency).query(Boolean.class).single();
    }

    /** The items that officers in posts of a body serve on a day. */
    List<String> served(long agency, LocalDate day) {
        return jdbc.sql("""
                        select distinct i.code from responsibilities_on(:agency, :day) v cross join lateral unnest(v.items) i (code)
                        where exists (select from responsible_on(v.post_id, :day) r where r.able)""").param("agency", agency).param("day", day).query(String.class).list();
    }

    record Given(long person, String code) {}

    /** What their posts of a body give to people on a day: items. */
    List<Given> given(long agency, LocalDate day) {
        return given(agency, day, "items");
    }

    /** The same: acts. */
    List<Given> givenActs(long agency, LocalDate day) {
        return given(agency, day, "acts");
    }

    private List<Given> given(long agency, LocalDate day, String what) {
        return jdbc.sql("""
                        select distinct r.person_id as person, i.code from responsibilities_on(:agency, :day) v cross join lateral unnest(v.%s) i (code)
                        cross join lateral responsible_on(v.post_id, :day) r""".formatted(what)).param("agency", agency).param("day", day).query(Given.class).list();
    }
}
