package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.server.access.Scope;
import org.mingfa.server.catalogue.OpenCases.Row;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open cases by the law that they are pinned to, and by item; through {@code case_search}, as lists by words are. */
@Repository
public class PinStore {

    /** What cases of an agency are pinned to; {@code packs} is the MD5 over their packs, {@code filedOn} that of one of them. */
    public record Pinned(String law, String procedure, String packs, String field, String region, LocalDate filedOn, @Nullable String nowLaw,
            @Nullable LocalDate nowOn) {}

    private static final String SCOPE = "from unnest(cast(? as bigint[]), cast(? as int[])) s (of_agency, of_region) cross join lateral ";
    private static final String MINE = "case_search c where c.region_id = s.of_region and c.agency_id = s.of_agency and c.ended_on is null ";

    private final JdbcClient jdbc;

    PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each once: the index is walked from one pin to the next, whatever the number of cases. */
    public List<Pinned> pins(Scope scope, int limit) {
        return pinStatement("", scope, limit).query(Pinned.class).list();
    }

    /** How the database goes about it: what tests hold against its indexes. */
    List<String> plan(Scope scope) {
        return pinStatement("explain ", scope, 500).query(String.class).list();
    }

    private JdbcClient.StatementSpec pinStatement(String verb, Scope scope, int limit) {
        String columns = "c.law, c.procedure, md5(c.packs::text) as packs, c.field, c.region, c.filed_on, c.now_law, c.now_on";
        String order = " order by c.law, c.procedure, md5(c.packs::text) limit 1";
        String sql = verb + """
                select distinct on (law, procedure, packs) * %s (
                    with recursive pin as (
                        (select %s from %s %s)
                        union all
                        select n.* from pin p cross join lateral (select %s from %s
                            and (c.law, c.procedure, md5(c.packs::text)) > (p.law, p.procedure, p.packs) %s) n)
                    select * from pin) x
                order by law, procedure, packs limit ?""".formatted(SCOPE, columns, MINE, order, columns, MINE, order);
        return jdbc.sql(sql).params(values(scope, limit));
    }

    public List<Row> under(Pinned pin, Scope scope, int limit) {
        return rows("and c.law = ? and c.procedure = ? and md5(c.packs::text) = ?", scope, limit, pin.law(), pin.procedure(), pin.packs());
    }

    /** Counted no further than {@code bound}. */
    public int count(Pinned pin, Scope scope, int bound) {
        return counted("and c.law = ? and c.procedure = ? and md5(c.packs::text) = ?", scope, bound, pin.law(), pin.procedure(), pin.packs());
    }

    public List<Row> onItems(Collection<String> items, Scope scope, int limit) {
        return rows("and c.item = any (?)", scope, limit, (Object) items.toArray(String[]::new));
    }

    public int countOnItems(Collection<String> items, Scope scope, int bound) {
        return counted("and c.item = any (?)", scope, bound, (Object) items.toArray(String[]::new));
    }

    /** Cases of these procedures in one of these places, counted no further than {@code bound}. */
    public int countOf(Collection<String> procedures, Collection<Amendment.Place> places, Scope scope, int bound) {
        return ofStatement("", procedures, places, scope, bound).query((rs, n) -> rs.getInt(1)).single();
    }

    /** How the database goes about it: what tests hold against its indexes. */
    List<String> planOf(Collection<String> procedures, Collection<Amendment.Place> places, Scope scope) {
        return ofStatement("explain ", procedures, places, scope, 1000).query(String.class).list();
    }

    private JdbcClient.StatementSpec ofStatement(String verb, Collection<String> procedures, Collection<Amendment.Place> places, Scope scope, int bound) {
        String where = """
                and c.procedure = any (?) and exists (select 1 from unnest(cast(? as text[]), cast(? as text[])) p (of_field, of_place)
                    where p.of_field in ('', c.field) and starts_with(c.region, p.of_place))""";
        String sql = verb + "select count(*) from (select 1 " + SCOPE + "(select 1 from " + MINE + where + " limit ?) x limit ?) y";
        return jdbc.sql(sql).params(values(scope, bound, procedures.toArray(String[]::new),
                places.stream().map(Amendment.Place::field).toArray(String[]::new), places.stream().map(Amendment.Place::region).toArray(String[]::new)));
    }

    private List<Row> rows(String where, Scope scope, int limit, Object... with) {
        String sql = "select x.* " + SCOPE + "(select c.region_id, c.case_id, c.number, c.party, c.stage, c.item from " + MINE + where
                + " order by c.case_id limit ?) x limit ?";
        return jdbc.sql(sql).params(values(scope, limit, with)).query(PinStore::row).list();
    }

    private int counted(String where, Scope scope, int bound, Object... with) {
        String sql = "select count(*) from (select 1 " + SCOPE + "(select 1 from " + MINE + where + " limit ?) x limit ?) y";
        return jdbc.sql(sql).params(values(scope, bound, with)).query(Integer.class).single();
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(new CaseKey(rs.getInt("region_id"), rs.getLong("case_id")).toString(), rs.getString("number"), rs.getString("party"),
                rs.getString("stage"), rs.getString("item"));
    }

    /** The scope's agencies with their regions, the values, and the bound once per agency and once over all. */
    private List<Object> values(Scope scope, int limit, Object... with) {
        List<long[]> pairs = jdbc.sql("select id, region_id from agency where id = any (?)").param(scope.agencies().toArray(Long[]::new))
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getInt(2)}).list();
        List<Object> values = new ArrayList<>();
        values.add(pairs.stream().map(p -> p[0]).toArray(Long[]::new));
        values.add(pairs.stream().map(p -> (int) p[1]).toArray(Integer[]::new));
        if (with.length > 0) {
            values.addAll(List.of(with));
            values.add(limit);
        }
        values.add(limit);
        return values;
    }
}
