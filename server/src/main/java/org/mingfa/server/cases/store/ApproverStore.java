package org.mingfa.server.cases.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may do what in a body on a day: approve a correction ({@code case.approve}), take a case over ({@code case.act}). */
@Repository
public class ApproverStore {

    private final JdbcClient jdbc;

    ApproverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean mayApprove(long person, long agency, LocalDate on) {
        return may(person, agency, "case.approve", on);
    }

    public boolean may(long person, long agency, String permission, LocalDate on) {
        return jdbc.sql("""
                        select exists (
                            select from person_role h join role_permission p on p.role_code = h.role_code
                            where h.person_id = :person and h.agency_id = :agency and p.permission = :permission
                              and h.valid_from <= :on and (h.valid_to is null or h.valid_to >= :on))""")
                .param("permission", permission).param("person", person).param("agency", agency).param("on", on)
                .query(Boolean.class)
                .single();
    }
}
