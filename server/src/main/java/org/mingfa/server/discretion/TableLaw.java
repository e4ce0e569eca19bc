package org.mingfa.server.discretion;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mingfa.server.catalogue.CiteStates;
import org.springframework.stereotype.Component;

/** Whether the law that a benchmark table applies was in force on the day of a violation. */
@Component
public class TableLaw {

    private static final Set<String> LOST = Set.of("gone", "no-article");

    private final BenchmarkTables tables;
    private final CiteStates cites;

    TableLaw(BenchmarkTables tables, CiteStates cites) {
        this.tables = tables;
        this.cites = cites;
    }

    /** The table's citations that the law library knows not to hold on the day; none where there is no such table. */
    public List<CiteStates.CiteState> lost(String table, LocalDate on) {
        return tables.now().table(table, on).map(t -> cites.of(t.cite(), on)).orElse(List.of()).stream().filter(c -> LOST.contains(c.state())).toList();
    }
}
