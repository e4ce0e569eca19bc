package org.mingfa.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.operation.settings.SettingsFile;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./mingfa account --settings FILE reset LOGIN}: the way back in for whoever has the machine, where no administrator
 * can sign in. The password goes into a file that only its owner reads, and nowhere else.
 */
public final class AccountProgram {

    private static final int LETTERS = 16;

    private AccountProgram() {}

    /** Exit status 0: done; 1: one line on standard error says why not, and nothing has changed. */
    public static void main(String[] arguments) {
        LoggingSystem.get(AccountProgram.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            SettingsFile.apply(environment);
            Path file = reset(environment, Accounts.normal(environment.getProperty("login", "")));
            System.out.println("The one-time password is in " + file + "; give it to the person and remove the file. Second factor and sessions are gone.");
        } catch (StartupProblem e) {
            fail(e.getMessage());
        } catch (UncheckedIOException e) {
            fail("The password cannot be written: " + e.getCause() + ". Run this as the user Mingfa runs as, or mend the rights of the data folder.");
        } catch (DataAccessException | TransactionException e) {
            fail("The database refuses: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " Has it been migrated?");
        }
    }

    private static void fail(@org.jspecify.annotations.Nullable String line) {
        System.err.println("mingfa: " + line);
        System.exit(1);
    }

    /** In one transaction, the file before its end: a password that could not be written was never given. */
    static Path reset(ConfigurableEnvironment environment, String login) {
        OwnerDoor door = OwnerDoor.open(environment);
        JdbcClient jdbc = door.jdbc();
        AccessSettings settings = Binder.get(environment).bindOrCreate("mingfa.access", AccessSettings.class);
        Path file = Path.of(environment.getRequiredProperty("mingfa.data")).toAbsolutePath().resolve("reset-" + login.replaceAll("[^a-z0-9._@-]", "_") + ".txt");
        String password = Drawn.letters(LETTERS);
        Instant until = Instant.now().plus(settings.oneTimeFor());
        String hash = String.valueOf(new BCryptPasswordEncoder(settings.passwordCost()).encode(password));
        new TransactionTemplate(new JdbcTransactionManager(door.source())).executeWithoutResult(status -> {
            Optional<Long> person = jdbc.sql("""
                    update account set password_hash = ?, one_time_until = ?, failures = 0, locked_until = null, disabled = false where login = ? returning person_id
                    """).params(hash, Timestamp.from(until), login).query(Long.class).optional();
            long id = person.orElseThrow(() -> new StartupProblem("There is no account '" + login + "'. The three administrators are system-admin, security-admin and audit-admin."));
            for (String table : new String[] {"recovery_code", "second_factor", "session", "account_subject"}) {
                jdbc.sql("delete from " + table + " where person_id = ?").param(id).update();
            }
            jdbc.sql("""
                    insert into audit_entry (region_id, actor, act, object_kind, object_id, about, address, outcome)
                    select a.region_id, p.id, 'account-reset-machine', 'account', p.id::text, p.id, 'server', 'done'
                    from person p join agency a on a.id = p.agency_id where p.id = ?
                    """).param(id).update();
            write(file, login + " " + password + " until " + until + "\n");
        });
        return file;
    }

    private static void write(Path file, String line) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, line, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
