package org.mingfa.server.cases.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may approve a correction or an irregular entry: holders of a role with the permission {@code case.approve}. */
@Repository
public class ApproverStore {

    private final JdbcClient jdbc;

    ApproverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean mayApprove(long person, long agency, LocalDate on) {
        return jdbc.sql("""
                        select exists (
                            select from person_role h join role_permission p on p.role_code = h.role_code
                            where h.person_id = :person and h.agency_id = :agency and p.permission = 'case.approve'
                              and h.valid_from <= :on and (h.valid_to is null or h.valid_to >= :on))""")
                .param("person", person).param("agency", agency).param("on", on)
                .query(Boolean.class)
                .single();
    }
}
