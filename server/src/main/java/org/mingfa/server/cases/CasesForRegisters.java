package org.mingfa.server.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingfa.server.access.Scope;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.registry.CasesKnown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the registers how many cases a body has open, and a person had. */
@Component
class CasesForRegisters implements CasesKnown {

    /** Microseconds of a day after any case: in the year 9999. */
    private static final long NEVER = 253_370_764_800_000_000L;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RecordStore records;

    CasesForRegisters(JdbcClient jdbc, Transactions transactions, RecordStore records) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.records = records;
    }

    @Override
    public int open(long agency, int region) {
        return Scope.of(List.of(agency), List.of(region)).call(() -> transactions.read(() -> jdbc.sql("""
                        select count(*) from (select 1 from enforcement_case where region_id = ? and agency_id = ? and ended_on is null limit 1000) x""")
                .params(region, agency).query(Integer.class).single()));
    }

    @Override
    public List<Handled> handled(long agency, int region) {
        return Scope.of(List.of(agency), List.of(region)).call(() -> transactions.read(() -> jdbc.sql("""
                        select p.person_id as person, c.item, count(distinct c.case_id) as cases
                        from (select region_id, case_id, item from enforcement_case where region_id = :region and agency_id = :agency and ended_on is null
                            order by updated_at desc, case_id desc limit 5000) c
                        join case_person p on p.region_id = c.region_id and p.case_id = c.case_id and p.part in ('lead', 'officer')
                        where c.item <> '' group by p.person_id, c.item order by p.person_id, c.item limit 2000""")
                .param("region", region).param("agency", agency).query(Handled.class).list()));
    }

    @Override
    public ActedPage acted(long agency, int region, String cursor, int limit) {
        record Open(long id, String procedure, long at) {}
        if (!cursor.matches("|\\d{1,18}-\\d{1,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        String[] from = cursor.isEmpty() ? new String[] {Long.toString(NEVER), "0"} : cursor.split("-", 2);
        return Scope.of(List.of(agency), List.of(region)).call(() -> transactions.read(() -> {
            List<Open> found = jdbc.sql("""
                            select case_id as id, procedure, cast(extract(epoch from updated_at) * 1000000 as bigint) as at from enforcement_case
                            where region_id = :region and agency_id = :agency and ended_on is null
                                and (updated_at, case_id) < (timestamptz 'epoch' + :at * interval '1 microsecond', :id)
                            order by updated_at desc, case_id desc limit :limit""")
                    .param("region", region).param("agency", agency).param("at", Long.parseLong(from[0])).param("id", Long.parseLong(from[1])).param("limit", limit + 1)
                    .query(Open.class).list();
            List<Open> page = found.subList(0, Math.min(found.size(), limit));
            Map<Long, String> procedures = page.stream().collect(Collectors.toMap(Open::id, Open::procedure));
            record What(long person, String procedure, String act) {}
            Map<What, Integer> times = records.acted(region, List.copyOf(procedures.keySet())).stream().filter(a -> a.person().matches("\\d{1,18}"))
                    .collect(Collectors.toMap(a -> new What(Long.parseLong(a.person()), Objects.requireNonNull(procedures.get(a.id())), a.act()), RecordStore.Acted::times, Integer::sum));
            return new ActedPage(times.entrySet().stream().map(e -> new Acted(e.getKey().person(), e.getKey().procedure(), e.getKey().act(), e.getValue())).toList(),
                    page.size(), found.size() > limit ? page.getLast().at + "-" + page.getLast().id : null);
        }));
    }

    @Override
    public List<String> procedures(long agency, int region) {
        return Scope.of(List.of(agency), List.of(region)).call(() -> transactions.read(() -> jdbc.sql("""
                        select distinct procedure from (select procedure from enforcement_case where region_id = ? and agency_id = ? and ended_on is null
                            order by updated_at desc, case_id desc limit 5000) x order by procedure""").params(region, agency).query(String.class).list()));
    }

    @Override
    public Optional<Year> ofPerson(long person, int year, int most) {
        Scope scope = Scope.current().orElse(Scope.NONE);
        if (scope.agencies().isEmpty()) {
            return Optional.empty();
        }
        String from = """
                from (select distinct region_id, case_id from case_person where region_id = any (:regions) and person_id = :person) x
                join enforcement_case c on c.region_id = x.region_id and c.case_id = x.case_id
                where c.filed_on >= make_date(:year, 1, 1) and c.filed_on < make_date(:year + 1, 1, 1)""";
        return Optional.of(transactions.read(() -> new Year(
                bound("select count(*) " + from, scope, person, year).query(Integer.class).single(),
                bound("""
                        select c.region_id || '-' || c.case_id as id, c.number, c.party, c.violation, c.stage, c.filed_on, c.ended_on is not null as ended
                        """ + from + " order by c.filed_on desc, c.case_id desc limit " + most, scope, person, year).query(Known.class).list())));
    }

    private JdbcClient.StatementSpec bound(String sql, Scope scope, long person, int year) {
        return jdbc.sql(sql).param("regions", scope.regions().toArray(Integer[]::new)).param("person", person).param("year", year);
    }
}
