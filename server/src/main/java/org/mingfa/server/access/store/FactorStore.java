package org.mingfa.server.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code second_factor} and {@code recovery_code}. */
@Repository
public class FactorStore {

    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second factor as kept. */
    public record Factor(byte[] sealed, boolean confirmed, long lastStep) {}

    public Optional<Factor> find(long person) {
        return jdbc.sql("select sealed, confirmed_at is not null, last_step from second_factor where person_id = ?").param(person)
                .query((row, n) -> new Factor(row.getBytes(1), row.getBoolean(2), row.getLong(3))).optional();
    }

    /** Keeps a secret that is not proven yet; one that is proven stays. False then. */
    public boolean propose(long person, byte[] sealed) {
        return jdbc.sql("""
                insert into second_factor (person_id, sealed) values (?, ?)
                on conflict (person_id) do update set sealed = excluded.sealed, last_step = 0 where second_factor.confirmed_at is null
                """).params(person, sealed).update() == 1;
    }

    /** Marks the secret as proven, with new recovery codes in place of any old ones. */
    public void confirm(long person, Instant now, List<byte[]> codeHashes) {
        jdbc.sql("update second_factor set confirmed_at = coalesce(confirmed_at, ?) where person_id = ?").params(Timestamp.from(now), person).update();
        jdbc.sql("delete from recovery_code where person_id = ?").param(person).update();
        codeHashes.forEach(hash -> jdbc.sql("insert into recovery_code (person_id, code_hash) values (?, ?)").params(person, hash).update());
    }

    /** Uses up a step; false where it, or a later one, was used before. */
    public boolean use(long person, long step) {
        return jdbc.sql("update second_factor set last_step = ? where person_id = ? and last_step < ?").params(step, person, step).update() == 1;
    }

    /** Uses up a recovery code; false where there is none such, or it was used. */
    public boolean useCode(long person, byte[] hash, Instant now) {
        return jdbc.sql("update recovery_code set used_at = ? where person_id = ? and code_hash = ? and used_at is null")
                .params(Timestamp.from(now), person, hash).update() == 1;
    }

    public int codesLeft(long person) {
        return jdbc.sql("select count(*) from recovery_code where person_id = ? and used_at is null").param(person).query(Integer.class).single();
    }

    public void remove(long person) {
        jdbc.sql("delete from recovery_code where person_id = ?").param(person).update();
        jdbc.sql("delete from second_factor where person_id = ?").param(person).update();
    }
}
