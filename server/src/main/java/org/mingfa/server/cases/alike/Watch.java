package org.mingfa.server.cases.alike;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Scope;
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

    private List<Row> rows(Period p, String after, int limit, int fewest) {
        Scope scope = Caller.current().scope();
        int bar = after.indexOf('|');
        return jdbc.sql("""
                        with of_period as (
                            select agency_id, coalesce(table_code, '~' || conduct) as grp, table_code, conduct, fine, low, high, departs
                            from case_fine
                            where region_id = any (:regions) and decided_on between :from and :to and (cast(:table as text) is null or table_code = :table)),
                        own as (
                            select agency_id, grp, min(table_code) as table_code, min(conduct) as conduct,
                                   count(*) filter (where RANGED) as assessed, count(*) filter (where OUTSIDE) as outside,
                                   count(*) filter (where departs) as departing, count(*) filter (where OUTSIDE and not departs) as unexplained,
                                   count(*) filter (where table_code is null and fine > 0) as unassessed, POSITION as position
                            from of_period where (agency_id, grp) > (:agency, :group)
                            group by agency_id, grp order by agency_id, grp limit :limit),
                        region_of as (
                            select grp, count(*) filter (where RANGED) as assessed, POSITION as position
                            from of_period where grp in (select grp from own) group by grp)
                        select o.agency_id as agency, a.name, o.table_code as "table", o.conduct, o.assessed, o.outside, o.departing, o.unexplained, o.unassessed,
                               case when o.assessed >= :fewest then o.position end as position,
                               case when r.assessed >= :fewest then r.position end as region_position
                        from own o join agency a on a.id = o.agency_id join region_of r on r.grp = o.grp
                        order by o.agency_id, o.grp""".replace("OUTSIDE", OUTSIDE).replace("RANGED", RANGED).replace("POSITION", POSITION))
                .param("regions", scope.regions().toArray(Integer[]::new)).param("from", p.from()).param("to", p.to()).param("table", p.table())
                .param("agency", bar < 0 ? 0L : number(after.substring(0, bar))).param("group", bar < 0 ? "" : after.substring(bar + 1))
                .param("limit", limit).param("fewest", fewest).query(Row.class).list();
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0L;
    }
}
