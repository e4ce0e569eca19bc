package org.mingfa.server.cases.alike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the agencies within the caller's reach use the benchmarks (裁量监测): per agency and conduct, how many decisions lie outside of the table's
 * range or depart from it, and where in the range the median lies. Ordered by agency; never by sums, and no sums are told: fines are neither a target
 * nor a measure of anybody (行政处罚法 第七十四条; 国办发〔2022〕27号).
 */
@Component
public class Watch {

    /**
     * @param assessed decisions that kept an assessment with a range
     * @param outside of them, with a fine outside the range; {@code departing} with departure reasons
     * @param unexplained outside, and no departure reasons
     * @param unassessed decisions with a fine that kept no assessment
     * @param position percent of the way through the range at the median; null where fewer than {@code similar.fewest} have one
     * @param regionPosition the same over all agencies of the reach
     */
    public record Row(
            long agency, String name, @Nullable String table, String conduct, long assessed, long outside, long departing, long unexplained, long unassessed,
            @Nullable Long position, @Nullable Long regionPosition) {}

    /** @param next where the next page begins; null where there is none */
    public record Page(List<Row> items, @Nullable String next, int fewest) {}

    /** A year at most; {@code table} null: all. */
    public record Period(LocalDate from, LocalDate to, @Nullable String table) {}

    private static final String RANGED = "low is not null and high is not null and fine > 0";
    private static final String OUTSIDE = RANGED + " and (fine < low or fine > high)";
    private static final String POSITION = "cast(percentile_disc(0.5) within group (order by case when high = low then 50 else (fine - low) * 100 / (high - low) end) filter (where "
            + RANGED + ") as bigint)";

    private final JdbcClient jdbc;
    private final RegisterParameters parameters;
    private final Transactions transactions;

    Watch(JdbcClient jdbc, RegisterParameters parameters, Transactions transactions) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.transactions = transactions;
    }

    /** @param after the last row's agency and group, as {@code next} gave them; empty: from the beginning */
    public Page page(Period period, String after, int limit) {
        int fewest = parameters.value("similar.fewest", parameters.today()).intValue();
        List<Row> rows = transactions.read(() -> rows(period, after, limit + 1, fewest));
        List<Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page(page, rows.size() > limit ? page.getLast().agency() + "|" + group(page.getLast()) : null, fewest);
    }

    private static String group(Row r) {
        return r.table() == null ? "~" + r.conduct() : r.table();
    }

    /** Agency after agency, until the page is full: what lies behind it is not read. */
    private List<Row> rows(Period p, String after, int limit, int fewest) {
        int bar = after.indexOf('|');
        long agency = bar < 0 ? 0L : number(after.substring(0, bar));
        String group = bar < 0 ? "" : after.substring(bar + 1);
        List<Row> out = new ArrayList<>();
        for (Long next = next(p, agency); next != null && out.size() < limit; next = next(p, next + 1)) {
            out.addAll(own(p, next, next == agency ? group : "", limit - out.size(), fewest));
        }
        Map<String, Long> region = region(p, out, fewest);
        return out.stream().map(r -> new Row(r.agency(), r.name(), r.table(), r.conduct(), r.assessed(), r.outside(), r.departing(), r.unexplained(), r.unassessed(),
                r.position(), r.table() == null ? null : region.get(r.table()))).toList();
    }

    /** The next agency of the reach that decided fines in the period. */
    private @Nullable Long next(Period p, long from) {
        return bound(p, """
                select a.id from agency a where a.id >= :from_agency and a.region_id = any (:regions) and exists (
                    select from case_fine f where f.agency_id = a.id and f.decided_on between :from and :to and (cast(:table as text) is null or f.table_code = :table))
                order by a.id limit 1""").param("from_agency", from).param("regions", Caller.current().scope().regions().toArray(Integer[]::new))
                .query(Long.class).optional().orElse(null);
    }

    private List<Row> own(Period p, long agency, String after, int limit, int fewest) {
        return bound(p, """
                select o.agency, a.name, o.table_code as "table", o.conduct, o.assessed, o.outside, o.departing, o.unexplained, o.unassessed,
                       case when o.assessed >= :fewest then o.position end as position, cast(null as bigint) as region_position
                from (select agency_id as agency, coalesce(table_code, '~' || conduct) as grp, min(table_code) as table_code, min(conduct) as conduct,
                             count(*) filter (where RANGED) as assessed, count(*) filter (where OUTSIDE) as outside,
                             count(*) filter (where departs) as departing, count(*) filter (where OUTSIDE and not departs) as unexplained,
                             count(*) filter (where table_code is null and fine > 0) as unassessed, POSITION as position
                      from case_fine
                      where agency_id = :agency and decided_on between :from and :to and (cast(:table as text) is null or table_code = :table)
                      group by 1, 2) o join agency a on a.id = o.agency
                where o.grp > :after order by o.grp limit :limit""").param("agency", agency).param("after", after).param("limit", limit).param("fewest", fewest)
                .query(Row.class).list();
    }

    private record Place(String code, @Nullable Long position) {}

    /** Where the median of the whole reach lies, for the tables of the page only. */
    private Map<String, Long> region(Period p, List<Row> page, int fewest) {
        String[] codes = page.stream().map(Row::table).filter(Objects::nonNull).distinct().toArray(String[]::new);
        Map<String, Long> out = new HashMap<>();
        bound(p, """
                select t.code, r.position from unnest(:codes) t (code) cross join lateral (
                    select count(*) filter (where RANGED) as assessed, POSITION as position from case_fine
                    where table_code = t.code and decided_on between :from and :to) r
                where r.assessed >= :fewest and (cast(:table as text) is null or t.code = :table)""").param("codes", codes).param("fewest", fewest)
                .query(Place.class).list().forEach(r -> out.put(r.code(), Objects.requireNonNull(r.position())));
        return out;
    }

    private JdbcClient.StatementSpec bound(Period p, String sql) {
        return jdbc.sql(sql.replace("OUTSIDE", OUTSIDE).replace("RANGED", RANGED).replace("POSITION", POSITION))
                .param("from", p.from()).param("to", p.to()).param("table", p.table());
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0L;
    }
}
