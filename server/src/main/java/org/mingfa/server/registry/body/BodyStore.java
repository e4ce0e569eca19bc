package org.mingfa.server.registry.body;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.body.BodyVersion.Delegation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies and their versions. */
@Repository
public class BodyStore {

    /**
     * A body in a list, as on a day.
     *
     * @param people officers (执法人员) on that day
     * @param foundBy the former name that a search found it by
     */
    public record Row(
            String id, String name, String shortName, String field, int region, String regionName, boolean standing, @Nullable String kind,
            @Nullable String tier, @Nullable String uscc, @Nullable String parentName, @Nullable String basis, int people, @Nullable String foundBy) {}

    /** Which bodies a list shows; null leaves a condition out. */
    public record Filter(
            LocalDate on, List<Integer> regions, @Nullable String q, @Nullable String kind, @Nullable String tier, @Nullable String field,
            @Nullable Boolean standing) {}

    /** A name that a body had on a day, and what it is called now. */
    public record Named(String id, String name, String nowName, LocalDate from) {}

    private static final String FROM = """
            from agency a join region r on r.id = a.region_id
            left join lateral (select * from body_on(a.id, :on)) b on true
            left join lateral (select * from standing_on(a.id, :on)) s on true
            where a.region_id = any (:regions) and a.id > :after
              and (cast(:kind as text) is null or coalesce(b.kind, s.kind) = :kind)
              and (cast(:tier as text) is null or b.tier = :tier)
              and (cast(:field as text) is null or a.field = :field)
              and (cast(:standing as boolean) is null or coalesce(s.standing, false) = :standing)
              and (cast(:q as text) is null or position(:q in coalesce(b.name, a.name)) > 0 or b.uscc = :q
                   or exists (select from body_version v where v.agency_id = a.id and position(:q in v.name) > 0))
            """;

    private final JdbcClient jdbc;

    BodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> page(Filter f, long after, int limit) {
        return bound("""
                select a.id, coalesce(b.name, a.name) as name, coalesce(nullif(b.short_name, ''), a.short_name) as short_name, a.field, a.region_id as region,
                       r.name as region_name, coalesce(s.standing, false) as standing, coalesce(b.kind, s.kind) as kind, b.tier, b.uscc,
                       (select coalesce(pb.name, p.name) from agency p left join lateral (select name from body_on(p.id, :on)) pb on true where p.id = b.parent_id) as parent_name,
                       coalesce(b.basis, s.basis) as basis,
                       (select count(*) from person_post x where x.agency_id = a.id and x.officer and x.valid_from <= :on and not exists (
                            select from person_post y where y.person_id = x.person_id and y.valid_from <= :on
                              and (y.valid_from, y.recorded_at) > (x.valid_from, x.recorded_at))) as people,
                       (select v.name from body_version v where v.agency_id = a.id and position(:q in v.name) > 0 and position(:q in coalesce(b.name, a.name)) = 0
                            order by v.valid_from desc limit 1) as found_by
                """ + FROM + " order by a.id limit :limit", f, after, limit).query(Row.class).list();
    }

    public int count(Filter f, int limit) {
        return bound("select count(*) from (select 1 " + FROM + " limit :limit) x", f, 0, limit).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, Filter f, long after, int limit) {
        return jdbc.sql(sql).param("on", f.on()).param("regions", f.regions().toArray(Integer[]::new)).param("after", after)
                .param("kind", f.kind()).param("tier", f.tier()).param("field", f.field()).param("standing", f.standing())
                .param("q", f.q()).param("limit", limit);
    }

    /** All versions, the newest first. */
    public List<BodyVersion> versions(long agency) {
        return jdbc.sql("select * from body_version where agency_id = ? order by valid_from desc, recorded_at desc").param(agency)
                .query(BodyStore::version).list();
    }

    public Optional<BodyVersion> on(long agency, LocalDate day) {
        return jdbc.sql("select * from body_on(?, ?)").params(agency, day).query(BodyStore::version).optional();
    }

    private static BodyVersion version(ResultSet rs, int n) throws SQLException {
        long delegator = rs.getLong("delegator_id");
        Delegation delegation = rs.wasNull() ? null : new Delegation(delegator, rs.getString("delegated_items"),
                rs.getObject("delegated_from", LocalDate.class), rs.getObject("delegated_to", LocalDate.class), rs.getObject("published_on", LocalDate.class));
        return new BodyVersion(rs.getObject("valid_from", LocalDate.class), rs.getString("name"), rs.getString("short_name"), rs.getString("kind"),
                rs.getString("tier"), rs.getObject("parent_id", Long.class), rs.getString("uscc"), rs.getString("basis"), delegation);
    }

    public void add(long agency, BodyVersion v, @Nullable Long application, long by) {
        Delegation d = v.delegation();
        jdbc.sql("""
                insert into body_version (agency_id, valid_from, name, short_name, kind, tier, parent_id, uscc, basis, delegator_id, delegated_items,
                    delegated_from, delegated_to, published_on, application_id, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(agency, v.validFrom(), v.name(), v.shortName(), v.kind(), v.tier(), v.parent(), v.uscc(), v.basis(), d == null ? null : d.delegator(),
                        d == null ? "" : d.items(), d == null ? null : d.from(), d == null ? null : d.to(), d == null ? null : d.publishedOn(), application, by)
                .update();
    }

    /** What the rest of the platform calls it now. */
    public void callNow(long agency, String name, String shortName) {
        jdbc.sql("update agency set name = ?, short_name = ? where id = ?").params(name, shortName, agency).update();
    }

    /** Whether {@code ancestor} is {@code agency} or above it, as the newest versions say. */
    public boolean isOrAbove(long ancestor, long agency) {
        return jdbc.sql("""
                        with recursive up (id) as (
                            select cast(:agency as bigint)
                            union
                            select b.parent_id from up cross join lateral (select v.parent_id from body_version v where v.agency_id = up.id
                                order by v.valid_from desc, v.recorded_at desc limit 1) b where b.parent_id is not null)
                        select exists (select from up where id = :ancestor)""")
                .param("agency", agency).param("ancestor", ancestor).query(Boolean.class).single();
    }

    /** Another body that has this name or code on a day. */
    public Optional<String> another(long agency, List<Integer> regions, String name, @Nullable String uscc, LocalDate day) {
        return jdbc.sql("""
                        select coalesce(b.name, a.name) from agency a left join lateral (select * from body_on(a.id, :day)) b on true
                        left join lateral (select standing from standing_on(a.id, :day)) s on true
                        where a.id <> :agency and a.region_id = any (:regions) and coalesce(s.standing, false)
                          and (coalesce(b.name, a.name) = :name or b.uscc = :uscc) limit 1""")
                .param("agency", agency).param("regions", regions.toArray(Integer[]::new)).param("name", name).param("uscc", uscc).param("day", day)
                .query(String.class).optional();
    }

    /** Bodies by a name that they have or had; {@code from} is since when they had it. */
    public List<Named> named(String name, List<Integer> regions) {
        return jdbc.sql("""
                        select a.id, v.name, a.name as now_name, min(v.valid_from) as from
                        from body_version v join agency a on a.id = v.agency_id where v.name = :name and a.region_id = any (:regions)
                        group by a.id, v.name, a.name
                        union
                        select a.id, a.name, a.name, date '1949-10-01' from agency a where a.name = :name and a.region_id = any (:regions)
                          and not exists (select from body_version v where v.agency_id = a.id)
                        order by id""")
                .param("name", name).param("regions", regions.toArray(Integer[]::new)).query(Named.class).list();
    }

    /** Its region; null where there is none such. */
    public @Nullable Integer region(long agency) {
        return jdbc.sql("select region_id from agency where id = ?").param(agency).query(Integer.class).optional().orElse(null);
    }

    public @Nullable String name(long agency) {
        return jdbc.sql("select name from agency where id = ?").param(agency).query(String.class).optional().orElse(null);
    }

    /** How many people have not left, by kind. */
    public List<KindCount> people(long agency, LocalDate day) {
        return jdbc.sql("""
                        select k as kind, count(*) as people from (
                            select coalesce(q.kind, case when q.officer then 'officer' when q.reviewer then 'reviewer' else 'auxiliary' end) as k
                            from (select distinct person_id from person_post where agency_id = :agency) p
                            join lateral (select * from post_on(p.person_id, :day)) q on true
                            where q.agency_id = :agency and not q.ended) x group by k order by 2 desc""")
                .param("agency", agency).param("day", day).query(KindCount.class).list();
    }

    public record KindCount(String kind, int people) {}

    /** Standing as written, the newest first. */
    public List<StandingVersion> standings(long agency) {
        return jdbc.sql("select valid_from, standing, basis from agency_standing where agency_id = ? order by valid_from desc, recorded_at desc")
                .param(agency).query(StandingVersion.class).list();
    }

    public record StandingVersion(LocalDate validFrom, boolean standing, String basis) {}

    /** Those below it now. */
    public List<Named> children(long agency) {
        return jdbc.sql("""
                        select a.id, a.name, a.name as now_name, b.valid_from as from from (select distinct agency_id from body_version where parent_id = ?) c
                        join agency a on a.id = c.agency_id
                        join lateral (select * from body_version v where v.agency_id = a.id order by v.valid_from desc, v.recorded_at desc limit 1) b on true
                        where b.parent_id = ? order by a.id""")
                .params(agency, agency).query(Named.class).list();
    }
}
