package org.mingfa.server.cases.alike;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads table {@code case_fine}: numbers over all agencies, rows within the caller's scope. */
@Repository
public class AlikeStore {

    /**
     * How fines spread (分). All but the counts are null where there are fewer than {@code similar.fewest}.
     *
     * @param fined of the {@code cases}, those with a fine; the spread is theirs
     * @param below how many are lower than the fine asked for; {@code same} how many are equal
     * @param since day of the oldest that counts
     */
    public record Spread(
            long cases, long fined, @Nullable Long departing, @Nullable Long lowest, @Nullable Long lowerQuarter, @Nullable Long median,
            @Nullable Long upperQuarter, @Nullable Long highest, @Nullable Long below, @Nullable Long same, @Nullable LocalDate since) {}

    /** A similar case that the caller may read. */
    public record Known(String id, @Nullable String number, String agency, String violation, long fine, boolean departs, LocalDate on) {}

    /** A fine of one case. @param table null where no assessment was kept */
    public record Fine(long seq, String party, @Nullable String table, String conduct, String grade, long fine, @Nullable Long low, @Nullable Long high) {}

    private final JdbcClient jdbc;

    AlikeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param near beginning of the division code, empty for everywhere @param fine the fine to place among them; null: none */
    Spread spread(String table, String grade, String near, int fewest, int most, @Nullable Long fine) {
        return jdbc.sql("select * from fines_alike(?, ?, ?, '', ?, ?, cast(? as bigint))").params(table, grade, near, fewest, most, fine).query(Spread.class).single();
    }

    /** Cases of the same cause that kept no assessment, counted up to {@code most}. */
    long older(String conduct, String near, int most) {
        return jdbc.sql("select fines_of_cause(?, ?, ?)").params(conduct, near, most).query(Long.class).single();
    }

    /** The newest within the caller's scope. @param but the case itself; null: none */
    List<Known> newest(String table, String grade, @Nullable CaseKey but, int limit) {
        return jdbc.sql("""
                        select f.region_id || '-' || f.case_id as id, c.number, a.name as agency, c.violation, f.fine, f.departs, f.decided_on as "on"
                        from case_fine f
                        join enforcement_case c on c.region_id = f.region_id and c.case_id = f.case_id
                        join agency a on a.id = f.agency_id
                        where f.table_code = ? and f.grade = ? and (f.region_id, f.case_id) <> (?, ?)
                        order by f.decided_on desc, f.case_id desc limit ?""")
                .params(table, grade, but == null ? -1 : but.region(), but == null ? -1L : but.id(), limit).query(Known.class).list();
    }

    /** The fines that a case decided, in their order. */
    List<Fine> of(CaseKey id) {
        return jdbc.sql("select seq, party, table_code as \"table\", conduct, grade, fine, low, high from case_fine where region_id = ? and case_id = ? order by seq")
                .params(id.region(), id.id()).query(Fine.class).list();
    }

    Optional<Fine> standing(CaseKey id) {
        return of(id).stream().filter(f -> f.table() != null).reduce((a, b) -> b);
    }
}
