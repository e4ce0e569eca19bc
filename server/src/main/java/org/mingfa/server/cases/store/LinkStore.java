package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.mingfa.core.procedure.CaseReference.As;
import org.mingfa.server.access.Scope;
import org.mingfa.server.record.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links of cases (关联案件), from their other end; and cases by a number that names them. */
@Repository
public class LinkStore {

    /** A link as the named case has it: which case names it, in which entry, as what. The other case may be out of scope. */
    public record Incoming(CaseKey from, long seq, As as, LocalDate on, Instant recordedAt) {}

    /** A case that a number names; {@code voided}: only by a number that was voided (作废). */
    public record Named(CaseKey id, boolean voided) {}

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The links that name a case, oldest first. */
    public List<Incoming> incoming(CaseKey id, int limit) {
        return jdbc.sql("""
                        select region_id, case_id, seq, relation, on_day, recorded_at from case_link
                        where to_region_id = ? and to_case_id = ? order by recorded_at, region_id, case_id, seq limit ?""")
                .params(id.region(), id.id(), limit)
                .query((rs, n) -> new Incoming(new CaseKey(rs.getInt(1), rs.getLong(2)), rs.getLong(3),
                        As.valueOf(rs.getString(4).toUpperCase(Locale.ROOT)), rs.getObject(5, LocalDate.class),
                        rs.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The cases within a scope that have this number, or a document with it. */
    public List<Named> named(String number, Scope scope) {
        return jdbc.sql("""
                        select region_id, case_id, bool_and(voided) from (
                            select region_id, case_id, false as voided from enforcement_case
                            where region_id = any (:regions) and agency_id = any (:agencies) and number = :number
                            union all
                            select region_id, case_id, voided_at is not null from issued_number
                            where region_id = any (:regions) and agency_id = any (:agencies) and text = :number
                              and case_id is not null) x
                        group by region_id, case_id limit 10""")
                .param("regions", ints(scope.regions())).param("agencies", scope.agencies().toArray(Long[]::new))
                .param("number", number)
                .query((rs, n) -> new Named(new CaseKey(rs.getInt(1), rs.getLong(2)), rs.getBoolean(3)))
                .list();
    }

    private static Integer[] ints(Collection<Integer> of) {
        return of.toArray(Integer[]::new);
    }
}
