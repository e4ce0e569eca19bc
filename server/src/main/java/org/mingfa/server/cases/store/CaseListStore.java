package org.mingfa.server.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Scope;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.cases.CaseFilter.Sort;
import org.mingfa.server.cases.Counted;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.operation.Bigrams;
import org.mingfa.server.operation.Initials;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of cases. A page is read in index order, so that it costs the same however deep it lies: agency by agency and
 * merged where the caller sees few of them, otherwise region by region. Words and numbers are looked up through the view
 * {@code case_search}, which the row policies cannot keep from its indexes.
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

    private static final String OF_AGENCY = "where c.region_id = s.of_region and c.agency_id = s.of_agency";
    private static final String OF_REGION = "where c.region_id = s.of_region";

    /** As many agencies are read one by one; of more, most rows of their region belong to them. */
    private static final int FEW = 8;

    /**
     * Words that many cases hold are met soon in the order of the list, while their index is slow: so many cases are read
     * for a page, the second number only if the first held {@link #COMMON} of them.
     */
    private static final List<Integer> NEAR = List.of(150, 2_000);
    private static final int COMMON = 4;
    /** And so many to count, of {@link Counted#SEARCH_BOUND}. */
    private static final int NEAR_COUNTED = 400;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\S+〔\\d{4}〕\\d+号");

    private final JdbcClient jdbc;
    private final HeadStore heads;

    CaseListStore(JdbcClient jdbc, HeadStore heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /** A statement in the making: its conditions and their values in order. */
    private static final class Conditions {
        private final StringBuilder sql;
        private final List<Object> values = new ArrayList<>();

        Conditions(String first) {
            sql = new StringBuilder(first);
        }

        void and(String condition, Object... with) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(with));
        }
    }

    public List<Listed> page(CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit) {
        if (commonPerhaps(f, scope)) {
            List<Listed> near = List.of();
            for (int i = 0; i < NEAR.size() && (i == 0 || near.size() >= COMMON); i++) {
                near = pageStatement("", f, scope, me, today, after, limit, NEAR.get(i)).query((rs, n) -> listed(rs, n, f.sort())).list();
                if (near.size() == limit) {
                    return near;
                }
            }
        }
        return pageStatement("", f, scope, me, today, after, limit, null).query((rs, n) -> listed(rs, n, f.sort())).list();
    }

    /** Words in one agency or one region, which may be in nearly all its cases or in one. */
    private static boolean commonPerhaps(CaseFilter f, Scope scope) {
        boolean inOrder = f.sort() != Sort.DUE || f.state() == CaseFilter.State.OPEN;
        return searched(f) && inOrder && !WHOLE_NUMBER.matcher(words(f)).matches() && (one(scope) || scope.regions().size() == 1);
    }

    private static boolean one(Scope scope) {
        return scope.agencies().size() == 1;
    }

    private static String words(CaseFilter f) {
        return String.valueOf(f.q()).strip();
    }

    /** What is read one after the other: agencies with their regions, or regions alone. */
    private static final String PARTS = "unnest(cast(? as bigint[]), cast(? as int[])) s (of_agency, of_region)";

    private static boolean byAgency(CaseFilter f, Scope scope) {
        return !searched(f) && scope.agencies().size() <= FEW;
    }

    /** How the database goes about a page: what tests hold against its indexes. */
    List<String> plan(CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit) {
        List<String> lines = new ArrayList<>(pageStatement("explain ", f, scope, me, today, after, limit, null).query(String.class).list());
        if (commonPerhaps(f, scope)) {
            lines.addAll(pageStatement("explain ", f, scope, me, today, after, limit, NEAR.getFirst()).query(String.class).list());
        }
        return lines;
    }

    /** @param near read only so many cases from where the page begins; null: all */
    private JdbcClient.StatementSpec pageStatement(
            String verb, CaseFilter f, Scope scope, long me, LocalDate today, @Nullable Cursor after, int limit, @Nullable Integer near) {
        Conditions where = conditions(f, scope, me, today, near != null && one(scope));
        if (after != null) {
            after(where, f.sort(), after);
        }
        String order = order(f.sort());
        Conditions from = near != null ? near(f, scope, after, near) : new Conditions(from(f));
        String sql = """
                select c.*, a.name as agency_name, l.name as lead_name, o.names as officer_names
                from (select page.* from %s cross join lateral (select %s, due_on from %s %s order by %s limit %d) page
                      order by %s limit %d) c
                %s
                order by %s""".formatted(PARTS, HeadStore.COLUMNS, from.sql, where.sql, order, limit, order("page.", f.sort()), limit,
                        NAMES, order("c.", f.sort()));
        return statement(verb + sql, f, scope, near != null && one(scope), from, where);
    }

    /** The cases from where a page begins, whatever their words. */
    private static Conditions near(CaseFilter f, Scope scope, @Nullable Cursor after, int number) {
        Conditions c = new Conditions("(select * from case_search c " + (one(scope) ? OF_AGENCY : OF_REGION));
        state(c, f);
        if (after != null) {
            after(c, f.sort(), after);
        }
        c.sql.append(" order by ").append(order(f.sort())).append(" limit ").append(number).append(") c");
        return c;
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
        if (commonPerhaps(f, scope)) {
            Counted near = count(f, scope, me, today, true);
            if (near.more()) {
                return near;
            }
        }
        return count(f, scope, me, today, false);
    }

    private Counted count(CaseFilter f, Scope scope, long me, LocalDate today, boolean near) {
        Conditions where = conditions(f, scope, me, today, near && one(scope));
        int bound = searched(f) ? Counted.SEARCH_BOUND : Counted.BOUND;
        Conditions from = near ? near(f, scope, null, NEAR_COUNTED) : new Conditions(from(f));
        String sql = "select count(*) from (select 1 from %s cross join lateral (select 1 from %s %s limit %d) x limit %d) y"
                .formatted(PARTS, from.sql, where.sql, bound + 1, bound + 1);
        return Counted.of(statement(sql, f, scope, near && one(scope), from, where).query(Integer.class).single(), bound);
    }

    private JdbcClient.StatementSpec statement(String sql, CaseFilter f, Scope scope, boolean ofAgency, Conditions from, Conditions where) {
        List<Object> values = new ArrayList<>(parts(f, scope, ofAgency));
        values.addAll(from.values);
        values.addAll(where.values);
        if (searched(f)) {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        }
        return jdbc.sql(sql).params(values);
    }

    /** The values of {@link #PARTS}. */
    private List<Object> parts(CaseFilter f, Scope scope, boolean ofAgency) {
        if (!ofAgency && !byAgency(f, scope)) {
            return List.of(new Long[scope.regions().size()], scope.regions().toArray(Integer[]::new));
        }
        List<long[]> pairs = jdbc.sql("select id, region_id from agency where id = any (?)").param(scope.agencies().toArray(Long[]::new))
                .query((rs, n) -> new long[] {rs.getLong(1), rs.getInt(2)})
                .list();
        return List.of(pairs.stream().map(p -> p[0]).toArray(Long[]::new), pairs.stream().map(p -> (int) p[1]).toArray(Integer[]::new));
    }

    private static boolean searched(CaseFilter f) {
        return f.q() != null && !f.q().isBlank();
    }

    private static String from(CaseFilter f) {
        return searched(f) ? "case_search c" : "enforcement_case c";
    }

    private static Conditions conditions(CaseFilter f, Scope scope, long me, LocalDate today, boolean ofAgency) {
        Conditions c = new Conditions(ofAgency || byAgency(f, scope) ? OF_AGENCY : OF_REGION);
        if (searched(f)) {
            search(c, words(f), scope);
        }
        state(c, f);
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

    private static void state(Conditions c, CaseFilter f) {
        switch (f.state()) {
            case OPEN -> c.and("c.ended_on is null");
            case ENDED -> c.and("c.ended_on is not null");
            case ALL -> { }
        }
    }

    private static void search(Conditions c, String q, Scope scope) {
        if (WHOLE_NUMBER.matcher(q).matches()) {
            c.and("c.number = ?", q);
            return;
        }
        String words = "array_append(c.bigrams, '@' || c.agency_id) @> cast(? as text[])";
        if (Initials.are(q)) {
            c.and("(" + words + " or array_append(c.initials, '@' || c.agency_id) @> cast(? as text[]))",
                    within(Bigrams.of(q), scope), within(Initials.pairs(q), scope));
        } else {
            c.and(words, (Object) within(Bigrams.of(q), scope));
        }
    }

    /** With the mark of the agency, where it is one. */
    private static String[] within(List<String> pairs, Scope scope) {
        List<String> words = new ArrayList<>(pairs);
        if (one(scope)) {
            words.add("@" + scope.agencies().getFirst());
        }
        return words.toArray(String[]::new);
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
