package org.mingfa.server.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fines that decisions keep (分), as the checks on published decisions look at them; within the scope that is bound. */
@Component
public class DecidedFines {

    /** @param table null where no assessment was kept; {@code low} and {@code high} of the assessed range */
    public record Fine(@Nullable String table, String grade, long fine, @Nullable Long low, @Nullable Long high, boolean departs) {

        public boolean outside() {
            return fine > 0 && low != null && high != null && (fine < low || fine > high);
        }
    }

    /** Of the other decisions of the agency. */
    public record Spread(long cases, @Nullable Long median) {}

    private final JdbcClient jdbc;

    DecidedFines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public @Nullable Fine of(CaseKey key, long seq) {
        return jdbc.sql("select table_code as \"table\", grade, fine, low, high, departs from case_fine where region_id = ? and case_id = ? and seq = ?")
                .params(key.region(), key.id(), seq).query(Fine.class).optional().orElse(null);
    }

    /** The same agency, table and grade in a period; the case itself does not count, nor does one without a fine. */
    public Spread spread(CaseKey key, Fine of, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*) as cases, cast(percentile_disc(0.5) within group (order by f.fine) as bigint) as median
                        from case_fine f where f.table_code = :table and f.grade = :grade and f.decided_on between :from and :to and f.fine > 0
                          and f.region_id = :region and f.case_id <> :case
                          and f.agency_id = (select agency_id from enforcement_case where region_id = :region and case_id = :case)""")
                .param("table", of.table()).param("grade", of.grade()).param("from", from).param("to", to).param("region", key.region()).param("case", key.id())
                .query(Spread.class).single();
    }
}
