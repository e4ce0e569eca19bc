package org.mingfa.server.operation.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.NamedInterface;

/** The database of the settings as its owner, for a program beside the server. */
@NamedInterface("database")
public final class OwnerDoor {

    private final DatabaseSettings settings;
    private final Address address;
    private final DriverManagerDataSource source;

    private OwnerDoor(DatabaseSettings settings, Address address) {
        this.settings = settings;
        this.address = address;
        source = new DriverManagerDataSource(address.url(), address.user(), address.password());
    }

    /** How many migrations were made and are to come; what of them does not fit, if something does not. */
    @NamedInterface("database")
    public record Migrations(int applied, int pending, @Nullable String failed) {}

    /** @throws StartupProblem in one line, where it cannot be reached */
    public static OwnerDoor open(ConfigurableEnvironment environment) {
        DatabaseSettings settings = Binder.get(environment).bindOrCreate("mingfa.database", DatabaseSettings.class);
        return new OwnerDoor(settings, DatabaseAddress.given(settings));
    }

    /** Another database as its owner, such as a throwaway one. */
    public static OwnerDoor at(String url, String user, String password) {
        DatabaseSettings settings = new DatabaseSettings(url, user, password, 1, new DatabaseSettings.Embedded(0, null), new DatabaseSettings.Passwords(null, null, null));
        return new OwnerDoor(settings, DatabaseAddress.given(settings));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public DriverManagerDataSource source() {
        return source;
    }

    /** JDBC's. */
    public String url() {
        return address.url();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    /** Makes the roles that Mingfa logs in as, where they are missing. */
    public void provideRoles() {
        new DatabaseRoles(settings).provide(source);
    }

    /** Connections of {@code mingfa_projection}, who reads the whole record. */
    public DriverManagerDataSource projection() {
        return new DriverManagerDataSource(address.url(), DatabaseRoles.PROJECTION, new DatabaseRoles(settings).password(DatabaseRoles.PROJECTION));
    }

    public Migrations migrations() {
        try {
            MigrationInfoService info = Flyway.configure().dataSource(source).locations("classpath:db/migration").outOfOrder(true).load().info();
            return new Migrations(info.applied().length, info.pending().length, null);
        } catch (FlywayException e) {
            return new Migrations(0, 0, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
