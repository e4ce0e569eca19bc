package org.mingfa.server.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code account} and {@code person_role}. Signing in precedes any scope; these tables have no row policy. */
@Repository
public class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as kept. */
    public record Account(String login, long person, String passwordHash, @Nullable Instant lockedUntil, boolean disabled) {}

    public Optional<Account> find(String login) {
        return jdbc.sql("select login, person_id, password_hash, locked_until, disabled from account where login = ?")
                .param(login)
                .query((row, n) -> new Account(row.getString(1), row.getLong(2), row.getString(3), instant(row.getTimestamp(4)), row.getBoolean(5)))
                .optional();
    }

    public void put(String login, long person, String hash) {
        jdbc.sql("""
                insert into account (login, person_id, password_hash) values (?, ?, ?)
                on conflict (person_id) do update set login = excluded.login, password_hash = excluded.password_hash,
                    failures = 0, locked_until = null, disabled = false
                """).params(login, person, hash).update();
    }

    /** Counts a wrong password; the one that reaches the limit locks the account and starts the count anew. */
    public void failed(String login, int limit, Instant lockedUntil) {
        jdbc.sql("""
                update account set failures = case when failures + 1 >= ? then 0 else failures + 1 end,
                    locked_until = case when failures + 1 >= ? then ? else locked_until end
                where login = ?
                """).params(limit, limit, Timestamp.from(lockedUntil), login).update();
    }

    public void succeeded(String login) {
        jdbc.sql("update account set failures = 0, locked_until = null where login = ? and (failures > 0 or locked_until is not null)")
                .param(login).update();
    }

    public void disable(long person) {
        jdbc.sql("update account set disabled = true where person_id = ?").param(person).update();
    }

    public void grant(long person, String role, long agency, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("""
                insert into person_role (person_id, role_code, agency_id, valid_from, valid_to) values (?, ?, ?, ?, ?)
                on conflict (person_id, role_code, agency_id, valid_from) do update set valid_to = excluded.valid_to
                """).param(person).param(role).param(agency).param(from).param(to).update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
