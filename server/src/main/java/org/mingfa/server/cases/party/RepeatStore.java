package org.mingfa.server.cases.party;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases of agencies out of the caller's scope, as far as function {@code repeats_elsewhere} tells of them. */
@Repository
class RepeatStore {

    /** @param number of a published decision @param violation compared like item and clauses, never shown */
    record Elsewhere(String agency, LocalDate filedOn, boolean decided, @Nullable String number, @Nullable String item, String violation, String clauses) {}

    private final JdbcClient jdbc;

    RepeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Elsewhere> elsewhere(List<String> identities, LocalDate since, LocalDate before, int most) {
        return jdbc.sql("select * from repeats_elsewhere(?, ?, ?, ?)").params(identities.toArray(String[]::new), since, before, most).query(Elsewhere.class).list();
    }
}
