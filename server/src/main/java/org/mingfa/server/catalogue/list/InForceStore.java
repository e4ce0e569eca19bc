package org.mingfa.server.catalogue.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands on the lists on a day: of an agency and of the regions that it lies in. */
@Repository
public class InForceStore {

    /** A row with the list and the version that it stands on. */
    public record Standing(long list, String kind, String title, String owner, int version, LocalDate from, @Nullable LocalDate to, ListRow row) {}

    private static final String IN_FORCE = """
            with recursive up as (
                select r.id, r.parent_id from region r join agency a on a.region_id = r.id where a.id = :agency
                union all select r.id, r.parent_id from region r join up on r.id = up.parent_id)
            select l.id, l.kind, l.title, coalesce(a.name, r.name, ''), v.number, v.from_day, v.to_day, w.key, w.ordinal, w.cells
            from list l join list_version v on v.list_id = l.id and v.state in ('published', 'withdrawn')
                and v.from_day <= :day and (v.to_day is null or v.to_day >= :day)
            join list_row w on w.version_id = v.id
            left join agency a on a.id = l.of_agency left join region r on r.id = l.of_region
            where (l.of_agency = :agency or l.of_region in (select id from up)) and l.kind = any (:kinds)
            """;

    private final JdbcClient jdbc;
    private final ListRows rows;

    InForceStore(JdbcClient jdbc, ListRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Rows that may concern a case of an item: those that name it in the column of their kind, and those that name none.
     *
     * @param columns kind to the column that names items; kinds that have none are told apart by the caller
     */
    public List<Standing> concerning(long agency, String item, LocalDate day, Map<String, String> columns, Set<String> kinds) {
        List<String> named = List.copyOf(columns.keySet());
        return jdbc.sql(IN_FORCE + """
                        and coalesce((select :item = any (string_to_array(w.cells ->> c.name, '；'))
                            from unnest(:named, :names) c (kind, name) where c.kind = l.kind and w.cells ->> c.name is not null), true)
                        order by l.of_agency nulls last, l.id, w.ordinal""")
                .param("agency", agency).param("day", day).param("kinds", kinds.toArray(String[]::new)).param("item", item)
                .param("named", named.toArray(String[]::new)).param("names", named.stream().map(columns::get).toArray(String[]::new))
                .query((rs, n) -> standing(rs)).list();
    }

    /** A page of what stood on the lists of a kind on a day. */
    List<Standing> on(long agency, String kind, LocalDate day, int offset, int limit) {
        return jdbc.sql(IN_FORCE + " order by l.of_agency nulls last, l.id, w.ordinal limit :limit offset :offset")
                .param("agency", agency).param("day", day).param("kinds", new String[] {kind}).param("limit", limit).param("offset", offset)
                .query((rs, n) -> standing(rs)).list();
    }

    private Standing standing(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Standing(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5), rs.getObject(6, LocalDate.class),
                rs.getObject(7, LocalDate.class), new ListRow(rs.getString(8), rs.getInt(9), rows.cells(rs.getString(10))));
    }
}
