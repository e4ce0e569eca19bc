package org.mingfa.server.checking;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.operation.database.PracticeMark;
import org.mingfa.server.record.sealing.MasterKeyCheck;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner sees of the database: version, encoding, letters, rights, migrations, clock, whether it is for practice and whether the key fits. */
final class DatabaseChecks {

    private static final Duration DRIFT = Duration.ofSeconds(2);
    private static final Duration WRONG = Duration.ofSeconds(30);

    private DatabaseChecks() {}

    static List<Finding> all(ConfigurableEnvironment environment) {
        try {
            return looked(environment, OwnerDoor.open(environment));
        } catch (StartupProblem e) {
            return List.of(Finding.fault("database", String.valueOf(e.getMessage()), "Nothing else of the database could be looked at."));
        } catch (DataAccessException e) {
            Throwable cause = e.getMostSpecificCause();
            return List.of(Finding.fault("database", cause instanceof SQLException sql ? sql.getMessage() : cause.getClass().getSimpleName(), "Mend that, then check again."));
        }
    }

    private static List<Finding> looked(ConfigurableEnvironment environment, OwnerDoor door) {
        JdbcClient jdbc = door.jdbc();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.ok("database", "PostgreSQL " + text(jdbc, "show server_version") + " answers"));
        found.add(encoding(jdbc));
        found.add(letters(jdbc));
        found.add(rights(jdbc));
        found.add(connections(jdbc, environment));
        found.add(clock(jdbc));
        found.add(migrations(door));
        found.add(practice(environment, jdbc));
        found.add(key(environment, jdbc));
        return found;
    }

    private static Finding encoding(JdbcClient jdbc) {
        String encoding = text(jdbc, "select pg_encoding_to_char(encoding) from pg_database where datname = current_database()");
        return encoding.equals("UTF8") ? Finding.ok("encoding", encoding)
                : Finding.fault("encoding", encoding + ": Chinese text cannot be kept", "Make the database anew with encoding 'UTF8' (docs/settings.md).");
    }

    /** Asked of the database itself, whatever its locale is called. */
    private static Finding letters(JdbcClient jdbc) {
        String name = text(jdbc, "select datctype from pg_database where datname = current_database()");
        return jdbc.sql("select '行政' ~ '^[[:alpha:]]+$'").query(Boolean.class).single() ? Finding.ok("locale", name + ": Chinese counts as letters")
                : Finding.fault("locale", name + ": no Chinese word would be found by search", "Make the database anew with lc_ctype 'C.UTF-8' (docs/settings.md).");
    }

    private static Finding rights(JdbcClient jdbc) {
        boolean superuser = jdbc.sql("select rolsuper from pg_roles where rolname = current_user").query(Boolean.class).single();
        boolean creates = jdbc.sql("select has_schema_privilege('public', 'CREATE') and ((select rolcreaterole from pg_roles where rolname = current_user)"
                + " or 3 = (select count(*) from pg_roles where rolname in ('mingfa_app', 'mingfa_projection', 'mingfa_portal')))").query(Boolean.class).single();
        String user = text(jdbc, "select current_user");
        if (!creates) {
            return Finding.fault("rights", user + " can make no tables in schema public, or not the roles Mingfa logs in as", "Make it the database's owner, with CREATEROLE (docs/settings.md).");
        }
        return superuser ? Finding.warn("rights", user + " is a superuser, whom no row policy holds", "Use an owner that is none (docs/settings.md).")
                : Finding.ok("rights", user + " owns what it needs and no more");
    }

    private static Finding connections(JdbcClient jdbc, ConfigurableEnvironment environment) {
        int most = Integer.parseInt(text(jdbc, "show max_connections"));
        int needed = environment.getProperty("mingfa.database.pool-size", Integer.class, 12) + 7;
        return most - 10 >= needed ? Finding.ok("connections", needed + " needed, " + most + " there")
                : Finding.warn("connections", needed + " needed, " + most + " there", "Raise max_connections, or lower mingfa.database.pool-size.");
    }

    private static Finding clock(JdbcClient jdbc) {
        Instant before = Instant.now();
        Instant there = jdbc.sql("select clock_timestamp()").query((row, n) -> row.getTimestamp(1).toInstant()).single();
        Instant after = Instant.now();
        Duration off = there.isBefore(before) ? Duration.between(there, before) : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
        String said = off.toMillis() + " ms apart from the database's";
        return off.compareTo(WRONG) > 0 ? Finding.fault("clock", said, "Let both keep time by NTP (chrony): due dates and the record depend on it.")
                : off.compareTo(DRIFT) > 0 ? Finding.warn("clock", said, "Let both keep time by NTP (chrony).") : Finding.ok("clock", said);
    }

    private static Finding migrations(OwnerDoor door) {
        OwnerDoor.Migrations it = door.migrations();
        if (it.failed() != null) {
            return Finding.fault("migrations", it.failed(), "Start the version that made this database.");
        }
        return it.pending() == 0 ? Finding.ok("migrations", it.applied() + " made, none to come")
                : Finding.warn("migrations", it.pending() + " to come, " + it.applied() + " made", "./mingfa migrate --settings FILE; the next start makes them too.");
    }

    private static Finding practice(ConfigurableEnvironment environment, JdbcClient jdbc) {
        try {
            return Finding.ok("practice", PracticeMark.agree(jdbc, environment.getProperty("mingfa.practice", Boolean.class, false)));
        } catch (StartupProblem e) {
            return Finding.fault("practice", String.valueOf(e.getMessage()), "The server does not start before that is done.");
        }
    }

    private static Finding key(ConfigurableEnvironment environment, JdbcClient jdbc) {
        Path file = Path.of(environment.getRequiredProperty("mingfa.data")).toAbsolutePath().resolve("master.key");
        String given = environment.getProperty("mingfa.master-key");
        boolean sealed = text(jdbc, "select coalesce(to_regclass('master_key_check')::text, '')").equals("master_key_check")
                && jdbc.sql("select exists (select from master_key_check)").query(Boolean.class).single();
        if (given == null && !Files.exists(file)) {
            return sealed ? Finding.fault("key", file + " is missing, and this database was sealed with it", "Put it back from a backup, or set mingfa.master-key-file.")
                    : Finding.ok("key", "none yet; the first start draws it");
        }
        try {
            return MasterKeyCheck.fits(given, file, jdbc) ? Finding.ok("key", "the master key is the one this database was sealed with")
                    : Finding.fault("key", "the master key is not the one this database was sealed with", "Put the right one back from a backup.");
        } catch (StartupProblem e) {
            return Finding.fault("key", String.valueOf(e.getMessage()), "Put the right one back from a backup.");
        }
    }

    private static String text(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
