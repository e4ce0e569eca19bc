package org.mingfa.server.operation.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.operation.settings.SettingsFile;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code ./mingfa migrate}: all migrations that the database lacks, in one transaction, under Flyway's lock. Where one
 * fails nothing has changed, and the version that runs goes on.
 */
public final class Migrate {

    private Migrate() {}

    /** Exit status 0: the database is as this version needs it; 1: it was left as it was. */
    public static void main(String[] arguments) {
        LoggingSystem.get(Migrate.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            SettingsFile.apply(environment);
            System.out.println(run(environment, "classpath:db/migration"));
        } catch (StartupProblem e) {
            System.err.println("mingfa: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What was done, in one line. @throws StartupProblem where nothing was */
    static String run(ConfigurableEnvironment environment, String... locations) {
        DatabaseSettings settings = Binder.get(environment).bindOrCreate("mingfa.database", DatabaseSettings.class);
        Address address = DatabaseAddress.given(settings);
        DriverManagerDataSource owner = new DriverManagerDataSource(address.url(), address.user(), address.password());
        new DatabaseRoles(settings).provide(owner);
        PracticeMark.agree(JdbcClient.create(owner), environment.getProperty("mingfa.practice", Boolean.class, false));
        try {
            MigrateResult done = Flyway.configure().dataSource(owner).locations(locations).outOfOrder(true).group(true)
                    .initSql("set lock_timeout = '" + environment.getProperty("mingfa.database.lock-timeout", "20s") + "'").load().migrate();
            return done.migrationsExecuted == 0 ? "The database is as this version needs it; nothing was to be done."
                    : done.migrationsExecuted + " migrations were made; start this version now.";
        } catch (FlywayException e) {
            throw new StartupProblem("The database was left as it was, and the version that runs goes on: " + innermost(e)
                    + " Mend that, or stay with that version and report it.", e);
        }
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
