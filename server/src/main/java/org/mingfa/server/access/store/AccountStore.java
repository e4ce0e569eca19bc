package org.mingfa.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String ACCOUNT = "select login, person_id, password_hash, locked_until, disabled, one_time_until from account where ";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as kept. */
    public record Account(String login, long person, String passwordHash, @Nullable Instant lockedUntil, boolean disabled, @Nullable Instant oneTimeUntil) {}

    public Optional<Account> find(String login) {
        return jdbc.sql(ACCOUNT + "login = ?").param(login).query(AccountStore::account).optional();
    }

    public Optional<Account> of(long person) {
        return jdbc.sql(ACCOUNT + "person_id = ?").param(person).query(AccountStore::account).optional();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(row.getString(1), row.getLong(2), row.getString(3), instant(row.getTimestamp(4)), row.getBoolean(5), instant(row.getTimestamp(6)));
    }

    /** @param oneTimeUntil until when the password signs in once to set another; null: the person's own */
    public void put(String login, long person, String hash, @Nullable Instant oneTimeUntil) {
        jdbc.sql("""
                insert into account (login, person_id, password_hash, one_time_until) values (?, ?, ?, ?)
                on conflict (person_id) do update set login = excluded.login, password_hash = excluded.password_hash,
                    one_time_until = excluded.one_time_until,
                    failures = 0, locked_until = null, disabled = false
                """).param(login).param(person).param(hash).param(oneTimeUntil == null ? null : Timestamp.from(oneTimeUntil)).update();
    }

    /**
     * Counts a try as wrong before it is looked at, in one statement, so that tries at one time cannot pass the limit; the
     * one that reaches it locks the account. False while it is locked: nothing is counted then.
     */
    public boolean tried(String login, int limit, Instant now, Instant lockedUntil) {
        return jdbc.sql("""
                update account set failures = failures % :limit + 1, locked_until = case when failures % :limit + 1 >= :limit then cast(:until as timestamptz) else null end
                where login = :login and (locked_until is null or locked_until <= :now)
                """).param("limit", limit).param("until", Timestamp.from(lockedUntil)).param("login", login).param("now", Timestamp.from(now)).update() == 1;
    }

    /** Takes back a try that was not wrong and is not the whole sign-in either, with the lock it may have set. */
    public void takeBack(String login) {
        jdbc.sql("update account set failures = greatest(failures - 1, 0), locked_until = null where login = ?").param(login).update();
    }

    public void succeeded(String login) {
        jdbc.sql("update account set failures = 0, locked_until = null where login = ? and (failures > 0 or locked_until is not null)")
                .param(login).update();
    }

    /** A password that is the person's own, whatever was there before. */
    public void own(long person, String hash) {
        jdbc.sql("update account set password_hash = ?, one_time_until = null where person_id = ?").params(hash, person).update();
    }

    /** The body chosen last; null: none yet. */
    public @Nullable Long lastAgency(long person) {
        return jdbc.sql("select last_agency from account where person_id = ? and last_agency is not null").param(person).query(Long.class).optional().orElse(null);
    }

    public void choose(long person, long agency) {
        jdbc.sql("update account set last_agency = ? where person_id = ?").params(agency, person).update();
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
