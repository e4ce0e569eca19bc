package org.mingfa.server.cases;

import java.util.List;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Ends;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number of the last entry, as the rows of cases say. */
@Component
public class CaseEnds implements Ends {

    @Override
    public List<End> after(JdbcClient jdbc, CaseKey after, int limit) {
        return jdbc.sql("select region_id, case_id, seq from enforcement_case where (region_id, case_id) > (?, ?) order by region_id, case_id limit ?")
                .params(after.region(), after.id(), limit)
                .query((row, n) -> new End(new CaseKey(row.getInt(1), row.getLong(2)), row.getLong(3)))
                .list();
    }
}
