package org.mingfa.server.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.ClosedCases.Closed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closed cases of a procedure, agency by agency in index order and merged. */
@Repository
public class ClosedStore {

    private static final String EACH = "from unnest(cast(? as bigint[]), cast(? as int[])) s (of_agency, of_region) cross join lateral ";
    private static final String MINE = """
            from enforcement_case c where c.region_id = s.of_region and c.agency_id = s.of_agency and c.procedure = ?
            and c.ended_on is not null and c.ended_on >= ?""";

    private final JdbcClient jdbc;
    private final HeadStore heads;

    ClosedStore(JdbcClient jdbc, HeadStore heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** Those that ended on that day or later, the last first. */
    public List<Closed> newest(String procedure, LocalDate since, Scope scope, int limit) {
        return statement("", procedure, since, scope, limit).query((rs, n) -> new Closed(heads.head(rs, n), rs.getString("agency_name"))).list();
    }

    /** How the database goes about it: what tests hold against its indexes. */
    List<String> plan(String procedure, LocalDate since, Scope scope) {
        return statement("explain ", procedure, since, scope, 500).query(String.class).list();
    }

    private JdbcClient.StatementSpec statement(String verb, String procedure, LocalDate since, Scope scope, int limit) {
        List<Object> values = values(procedure, since, scope);
        values.add(limit);
        values.add(limit);
        return jdbc.sql(verb + "select x.*, a.name as agency_name " + EACH + "(select " + HeadStore.COLUMNS + " " + MINE
                + " order by c.ended_on desc, c.case_id desc limit ?) x join agency a on a.id = x.agency_id order by x.ended_on desc, x.case_id desc limit ?").params(values);
    }

    /** How many there are, counted no further than the bound. */
    public int count(String procedure, LocalDate since, Scope scope, int bound) {
        List<Object> values = values(procedure, since, scope);
        values.add(bound);
        values.add(bound);
        return jdbc.sql("select count(*) from (select 1 " + EACH + "(select 1 " + MINE + " limit ?) x limit ?) y").params(values).query(Integer.class).single();
    }

    private List<Object> values(String procedure, LocalDate since, Scope scope) {
        List<long[]> pairs = jdbc.sql("select id, region_id from agency where id = any (?)").param(scope.agencies().toArray(Long[]::new))
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getInt(2)}).list();
        return new ArrayList<>(List.of(pairs.stream().map(p -> p[0]).toArray(Long[]::new), pairs.stream().map(p -> (int) p[1]).toArray(Integer[]::new),
                procedure, since));
    }
}
