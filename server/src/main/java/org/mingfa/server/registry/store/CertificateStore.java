package org.mingfa.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.registry.CertificateVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates (行政执法证) and their versions. */
@Repository
public class CertificateStore {

    /** A certificate as on a day. */
    public record Row(
            String number, long person, String personName, String field, String regionCode, LocalDate firstDay,
            LocalDate lastDay, boolean suspended, String reason, LocalDate validFrom, boolean valid) {}

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> list(List<Integer> regions, LocalDate on, String after, int limit) {
        return jdbc.sql("""
                        select distinct on (c.number) c.number, c.person_id as person, p.name as person_name, c.field,
                               c.region_code, c.first_day, c.last_day, c.suspended, c.reason, c.valid_from,
                               c.first_day <= :on and c.last_day >= :on and not c.suspended as valid
                        from certificate c
                        join person p on p.id = c.person_id
                        join agency a on a.id = p.agency_id
                        where a.region_id = any (:regions) and c.number > :after and c.valid_from <= :on
                        order by c.number, c.valid_from desc, c.recorded_at desc limit :limit""")
                .param("regions", regions.toArray(Integer[]::new))
                .param("on", on).param("after", after).param("limit", limit)
                .query(Row.class)
                .list();
    }

    public void add(CertificateVersion v, long by) {
        jdbc.sql("""
                        insert into certificate (number, valid_from, person_id, field, region_code, first_day, last_day,
                            suspended, reason, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(v.number(), v.from(), v.person(), v.field(), v.regionCode(), v.firstDay(), v.lastDay(),
                        v.suspended(), v.reason(), by)
                .update();
    }

    /** Whose certificate a number is, or null where it is nobody's yet. */
    public @Nullable Long holder(String number) {
        return jdbc.sql("select person_id from certificate where number = ? limit 1").param(number)
                .query(Long.class).optional().orElse(null);
    }
}
