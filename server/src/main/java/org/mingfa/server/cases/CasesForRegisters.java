package org.mingfa.server.cases;

import java.util.List;
import java.util.OptionalInt;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.registry.CasesKnown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the registers how many cases a body has open, and a person had. */
@Component
class CasesForRegisters implements CasesKnown {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    CasesForRegisters(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public int open(long agency, int region) {
        return Scope.of(List.of(agency), List.of(region)).call(() -> transactions.read(() -> jdbc.sql("""
                        select count(*) from (select 1 from enforcement_case where region_id = ? and agency_id = ? and ended_on is null limit 1000) x""")
                .params(region, agency).query(Integer.class).single()));
    }

    @Override
    public OptionalInt ofPerson(long person, int year) {
        Scope scope = Scope.current().orElse(Scope.NONE);
        if (scope.agencies().isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(transactions.read(() -> jdbc.sql("""
                        select count(distinct (x.region_id, x.case_id)) from case_person x
                        join enforcement_case c on c.region_id = x.region_id and c.case_id = x.case_id
                        where x.region_id = any (?) and x.person_id = ? and c.filed_on >= ? and c.filed_on < ?""")
                .params(scope.regions().toArray(Integer[]::new), person, java.time.LocalDate.of(year, 1, 1), java.time.LocalDate.of(year + 1, 1, 1))
                .query(Integer.class).single()));
    }
}
