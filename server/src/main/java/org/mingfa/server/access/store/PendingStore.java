package org.mingfa.server.access.store;

import java.time.LocalDate;
import org.mingfa.server.access.AccessSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What someone who has signed in must do before anything else. */
@Repository
public class PendingStore {

    private final JdbcClient jdbc;
    private final AccessSettings settings;

    PendingStore(JdbcClient jdbc, AccessSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Set a password of their own; set up a second factor; nothing. */
    public enum Pending { PASSWORD, SECOND_FACTOR, NOTHING }

    public Pending of(long person, LocalDate today) {
        if (jdbc.sql("select exists (select from account where person_id = ? and one_time_until is not null)").param(person).query(Boolean.class).single()) {
            return Pending.PASSWORD;
        }
        return obligatory(person, today) && !confirmed(person) ? Pending.SECOND_FACTOR : Pending.NOTHING;
    }

    /** Whether one of the roles held today must use a second factor. */
    public boolean obligatory(long person, LocalDate today) {
        return !settings.secondFactorRoles().isEmpty()
                && jdbc.sql("""
                        select exists (select from person_role where person_id = :person and role_code in (:roles)
                            and valid_from <= :today and (valid_to is null or valid_to >= :today))""")
                        .param("person", person).param("roles", settings.secondFactorRoles()).param("today", today).query(Boolean.class).single();
    }

    private boolean confirmed(long person) {
        return jdbc.sql("select exists (select from second_factor where person_id = ? and confirmed_at is not null)").param(person).query(Boolean.class).single();
    }
}
