package org.mingfa.server.access.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account_subject}: whom an identity provider means by a subject. */
@Repository
public class SubjectStore {

    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Long> person(String issuer, String subject) {
        return jdbc.sql("select person_id from account_subject where issuer = ? and subject = ?").params(issuer, subject).query(Long.class).optional();
    }

    /** False where the person is bound to another subject of this provider already, or the subject to another person. */
    public boolean bind(long person, String issuer, String subject) {
        return jdbc.sql("insert into account_subject (person_id, issuer, subject) values (?, ?, ?) on conflict do nothing").params(person, issuer, subject).update() == 1;
    }

    public void unbind(long person) {
        jdbc.sql("delete from account_subject where person_id = ?").param(person).update();
    }
}
