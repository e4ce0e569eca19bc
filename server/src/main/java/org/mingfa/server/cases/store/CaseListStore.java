package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.cases.CaseFilter.Sort;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of cases. Each page is read agency by agency in index order and merged, so that a page costs the same however
 * deep it lies and however many agencies the caller oversees; words are looked up through the view {@code case_search},
 * which the row policies cannot keep from its index.
 */
@Repository
public class CaseListStore {

    /** A head with the names that a list shows. */
    public record Listed(
            EnforcementCase head, String agency, @Nullable String leadName, List<String> officers, Cursor cursor) {}

    private static final String NAMES = """
            join agency a on a.id = c.agency_id
            left join person l on l.id = c.lead_id
            left join lateral (select array_agg(p.name order by p.id) as names
                from case_person x join person p on p.id = x.person_id
                where x.region_id = c.region_id and x.case_id = c.case_id and x.part = 'officer') o on true""";

    private final JdbcClient jdbc;
    private final HeadStore heads;

    CaseListStore(JdbcClient jdbc, HeadStore heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** A statement in the making: its conditions and their values in order. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... with) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(with));
        }
    }

    public List<Listed> page(CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit) {
        return pageStatement("", f, scope, me, today, after, limit).query((rs, n) -> listed(rs, n, f.sort())).list();
    }

    /** How the database goes about a page: what tests hold against its indexes. */
    List<String> plan(CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit) {
        return pageStatement("explain ", f, scope, me, today, after, limit).query(String.class).list();
    }

    private JdbcClient.StatementSpec pageStatement(
            String verb, CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit) {
        Conditions where = conditions(f, me, today);
        if (after != null) {
            after(where, f.sort(), after);
        }
        String order = order(f.sort());
        String sql = """
                select c.*, a.name as agency_name, l.name as lead_name, o.names as officer_names
                from (select page.* from unnest(cast(? as bigint[]), cast(? as int[])) s (of_agency, of_region)
                      cross join lateral (select %s, due_on from %s
                          where c.region_id = s.of_region and c.agency_id = s.of_agency %s
                          order by %s limit %d) page
                      order by %s limit %d) c
                %s
                order by %s""".formatted(HeadStore.COLUMNS, from(f), where.sql, order, limit, order("page.", f.sort()), limit,
                        NAMES, order("c.", f.sort()));
        return statement(verb + sql, f, scope, where);
    }

    /** These cases, in no order; those out of the caller's scope are missing. */
    public List<Listed> byIds(List<CaseKey> ids) {
        return jdbc.sql("""
                        select c.*, a.name as agency_name, l.name as lead_name, o.names as officer_names
                        from (select %s, due_on from unnest(?, ?) k (of_region, of_case)
                              join enforcement_case c on c.region_id = k.of_region and c.case_id = k.of_case) c
                        %s""".formatted(HeadStore.COLUMNS, NAMES))
                .params(ids.stream().map(CaseKey::region).toArray(Integer[]::new), ids.stream().map(CaseKey::id).toArray(Long[]::new))
                .query((rs, n) -> listed(rs, n, Sort.UPDATED))
                .list();
    }

    private Listed listed(ResultSet rs, int n, Sort sort) throws SQLException {
        EnforcementCase head = heads.head(rs, n);
        java.sql.Array officers = rs.getArray("officer_names");
        return new Listed(head, rs.getString("agency_name"), rs.getString("lead_name"),
                officers == null ? List.of() : List.of((String[]) officers.getArray()),
                cursor(sort, head, rs.getObject("due_on", LocalDate.class)));
    }

    /** How many there are, counted no further than the bound. */
    public Counted count(CaseFilter f, Scope scope, long me, LocalDate today) {
        Conditions where = conditions(f, me, today);
        int bound = Counted.BOUND + 1;
        String sql = """
                select count(*) from (select 1 from unnest(cast(? as bigint[]), cast(? as int[])) s (of_agency, of_region)
                    cross join lateral (select 1 from %s where c.region_id = s.of_region and c.agency_id = s.of_agency %s limit %d) x
                    limit %d) y""".formatted(from(f), where.sql, bound, bound);
        return Counted.of(statement(sql, f, scope, where).query(Integer.class).single());
    }

    private JdbcClient.StatementSpec statement(String sql, CaseFilter f, Scope scope, Conditions where) {
        List<Object> values = new ArrayList<>();
        List<long[]> pairs = pairs(scope);
        values.add(pairs.stream().map(p -> p[0]).toArray(Long[]::new));
        values.add(pairs.stream().map(p -> (int) p[1]).toArray(Integer[]::new));
        values.addAll(where.values);
        if (searched(f)) {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        }
        return jdbc.sql(sql).params(values);
    }

    private List<long[]> pairs(Scope scope) {
        return jdbc.sql("select id, region_id from agency where id = any (?)").param(scope.agencies().toArray(Long[]::new))
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getInt(2)})
                .list();
    }

    private static boolean searched(CaseFilter f) {
        return f.q() != null && !f.q().isBlank();
    }

    private static String from(CaseFilter f) {
        return searched(f) ? "case_search c" : "enforcement_case c";
    }

    private static Conditions conditions(CaseFilter f, long me, LocalDate today) {
        Conditions c = new Conditions();
        if (searched(f)) {
            c.and("c.bigrams @> cast(? as text[])", (Object) Bigrams.of(String.valueOf(f.q())).toArray(String[]::new));
        }
        switch (f.state()) {
            case OPEN -> c.and("c.ended_on is null");
            case ENDED -> c.and("c.ended_on is not null");
            case ALL -> { }
        }
        if (f.stage() != null) {
            c.and("c.stage = ?", f.stage());
        }
        if (f.procedure() != null) {
            c.and("c.procedure = ?", f.procedure());
        }
        if (f.overdue()) {
            c.and("c.ended_on is null and coalesce(c.due_on, 'infinity'::date) < ?", today);
        }
        if (f.filedFrom() != null) {
            c.and("c.filed_on >= ?", f.filedFrom());
        }
        if (f.filedTo() != null) {
            c.and("c.filed_on <= ?", f.filedTo());
        }
        if (f.mine()) {
            c.and("exists (select from case_person x where x.region_id = c.region_id and x.agency_id = c.agency_id"
                    + " and x.case_id = c.case_id and x.person_id = ?)", me);
        }
        return c;
    }

    private static void after(Conditions where, Sort sort, Cursor at) {
        String key = at.parts().get(0);
        long id = Long.parseLong(at.parts().get(1));
        switch (sort) {
            case UPDATED -> where.and("(c.updated_at, c.case_id) < (?, ?)", OffsetDateTime.parse(key), id);
            case FILED -> where.and("(c.filed_on, c.case_id) < (?, ?)", LocalDate.parse(key), id);
            case DUE -> where.and("(coalesce(c.due_on, 'infinity'::date), c.case_id) > (cast(? as date), ?)", key, id);
        }
    }

    private static Cursor cursor(Sort sort, EnforcementCase head, @Nullable LocalDate dueOn) {
        String id = Long.toString(head.id().id());
        return switch (sort) {
            case UPDATED -> Cursor.of(head.updatedAt().atOffset(java.time.ZoneOffset.UTC).toString(), id);
            case FILED -> Cursor.of(head.filedOn().toString(), id);
            case DUE -> Cursor.of(dueOn == null ? "infinity" : dueOn.toString(), id);
        };
    }

    private static String order(Sort sort) {
        return order("c.", sort);
    }

    private static String order(String of, Sort sort) {
        return switch (sort) {
            case UPDATED -> of + "updated_at desc, " + of + "case_id desc";
            case FILED -> of + "filed_on desc, " + of + "case_id desc";
            case DUE -> "coalesce(" + of + "due_on, 'infinity'::date), " + of + "case_id";
        };
    }
}
