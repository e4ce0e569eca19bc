package org.mingfa.server.registry.equipment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the standard (配备标准) asks of each body, and what is missing. */
@Component
public class Standards {

    /** The largest quantity, and the most officers for each of whom there are so many. */
    public static final int MOST = 1_000;

    /**
     * @param regionName of the region that set it; null: the platform's default
     * @param perOfficers 0: so many for each body; else so many for each that many officers
     */
    public record Standard(
            String id, String kind, String kindTitle, @Nullable String regionName, String field, LocalDate validFrom, int quantity, int perOfficers, String cite,
            boolean verified) {}

    public record NewStandard(String kind, String field, LocalDate from, int quantity, int perOfficers, String cite, boolean verified) {}

    /**
     * A body's share of a kind.
     *
     * @param asked by the standard; null where there is none
     * @param usable in store or held, and not faulty
     */
    public record Line(
            String agency, String agencyName, int officers, String kind, String kindTitle, String measure, @Nullable Integer asked, int usable, int faulty,
            int missing, @Nullable String cite, boolean verified) {}

    // The officers of each body today, the standard nearest to it, and its pieces; for the bodies of one page.
    private static final String LINES = """
            with recursive bodies as (
                select a.id, a.name, a.field, a.region_id from agency a where a.region_id = any (:regions) and (cast(:own as bigint) is null or a.id = :own)
                    and a.id > :after order by a.id limit :limit),
            up (agency, region, parent, far) as (
                select b.id, r.id, r.parent_id, 1 from bodies b join region r on r.id = b.region_id
                union all select u.agency, r.id, r.parent_id, u.far + 1 from up u join region r on r.id = u.parent),
            officers as (
                select b.id, count(*) as n from bodies b join person p on p.agency_id = b.id
                join lateral (select * from post_on(p.id, :day)) q on q.officer and not q.ended and q.agency_id = b.id group by b.id),
            chosen as (
                select distinct on (b.id, s.kind) b.id as agency, s.kind, s.quantity, s.per_officers, s.cite, s.verified
                from bodies b join equipment_standard s on s.valid_from <= :day and s.field in ('', b.field)
                left join up u on u.agency = b.id and u.region = s.region_id where s.region_id is null or u.region is not null
                order by b.id, s.kind, coalesce(u.far, 1000), s.field = '', s.valid_from desc, s.id desc),
            there as (
                select e.agency_id as agency, e.kind, count(*) filter (where not e.faulty) as usable, count(*) filter (where e.faulty) as faulty
                from equipment e join bodies b on b.id = e.agency_id where e.state in ('stored', 'held') group by e.agency_id, e.kind)
            select b.id as agency, b.name as agency_name, coalesce(o.n, 0) as officers, k.code as kind, k.title as kind_title, k.measure, x.asked,
                   coalesce(t.usable, 0) as usable, coalesce(t.faulty, 0) as faulty, greatest(coalesce(x.asked, 0) - coalesce(t.usable, 0), 0) as missing,
                   c.cite, coalesce(c.verified, true) as verified
            from bodies b cross join equipment_kind k left join officers o on o.id = b.id left join chosen c on c.agency = b.id and c.kind = k.code
            left join there t on t.agency = b.id and t.kind = k.code
            cross join lateral (select case when c.per_officers = 0 then c.quantity
                else cast(ceil(coalesce(o.n, 0) * c.quantity / cast(nullif(c.per_officers, 0) as numeric)) as int) end as asked) x
            where c.kind is not null or t.kind is not null order by b.id, k.ordinal""";

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    Standards(JdbcClient jdbc, Keeping keeping, RegisterParameters parameters) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    /** The lines of the bodies that follow {@code after} by id; one page of bodies. */
    public List<Line> lines(long after, int bodies) {
        Keeping.Reach reach = keeping.reach("service.read");
        return jdbc.sql(LINES).param("regions", reach.regions().toArray(Integer[]::new)).param("own", reach.agency()).param("after", after)
                .param("limit", bodies).param("day", parameters.today()).query(Line.class).list();
    }

    /** The last body of the page after {@code after}, or none where it is the last page. */
    public @Nullable Long next(long after, int bodies) {
        Keeping.Reach reach = keeping.reach("service.read");
        List<Long> ids = jdbc.sql("select a.id from agency a where a.region_id = any (?) and (cast(? as bigint) is null or a.id = ?) and a.id > ? order by a.id limit ?")
                .param(reach.regions().toArray(Integer[]::new)).param(reach.agency()).param(reach.agency()).param(after).param(bodies + 1).query(Long.class).list();
        return ids.size() > bodies ? ids.get(bodies - 1) : null;
    }

    /** Those that concern the caller: of their regions, of those above, and the platform's; the newest 200. */
    public List<Standard> standards() {
        return jdbc.sql("""
                        with recursive up (id) as (select cast(:region as int) union select r.parent_id from region r join up on up.id = r.id where r.parent_id is not null)
                        select s.id, s.kind, k.title as kind_title, r.name as region_name, s.field, s.valid_from, s.quantity, s.per_officers, s.cite, s.verified
                        from equipment_standard s join equipment_kind k on k.code = s.kind left join region r on r.id = s.region_id
                        where s.region_id is null or s.region_id in (select id from up) or s.region_id = any (:regions)
                        order by k.ordinal, s.region_id nulls last, s.field, s.valid_from desc, s.id desc limit 200""")
                .param("region", Caller.current().agency().region()).param("regions", keeping.regions().toArray(Integer[]::new)).query(Standard.class).list();
    }

    /** Sets the standard of the caller's region from a day on. */
    public long set(NewStandard n) {
        int region = Caller.current().agency().region();
        return keeping.change(() -> {
            if (!jdbc.sql("select exists (select from equipment_kind where code = ?)").param(n.kind).query(Boolean.class).single()) {
                throw Refused.invalid("/kind", "没有这类装备");
            }
            LocalDate last = jdbc.sql("select max(valid_from) from equipment_standard where kind = ? and region_id = ? and field = ?").params(n.kind, region, n.field)
                    .query(LocalDate.class).optional().orElse(null);
            if (last != null && !n.from.isAfter(last)) {
                throw Refused.invalid("/from", "应晚于本地区现有标准的施行日期 " + last);
            }
            return jdbc.sql("""
                    insert into equipment_standard (kind, region_id, field, valid_from, quantity, per_officers, cite, verified, recorded_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                    .params(n.kind, region, n.field, n.from, n.quantity, n.perOfficers, n.cite, n.verified, Caller.current().id()).query(Long.class).single();
        });
    }
}
