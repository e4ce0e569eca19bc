package org.mingfa.server.operation.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.operation.embedded.EmbeddedPostgres;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.NamedInterface;

/**
 * The record for a program beside the server, as {@code mingfa_projection}: in the database of the settings, or the
 * embedded one of the data folder, which is started for the while if it does not run.
 */
@NamedInterface("database")
public final class RecordDoor implements AutoCloseable {

    private static final String NAME = "mingfa";

    private final DataSource projection;
    private final @Nullable EmbeddedPostgres started;

    private RecordDoor(DataSource projection, @Nullable EmbeddedPostgres started) {
        this.projection = projection;
        this.started = started;
    }

    /** @throws StartupProblem in one line, where there is no such data or it cannot be reached */
    public static RecordDoor open(Environment environment) {
        DatabaseSettings settings = Binder.get(environment).bindOrCreate("mingfa.database", DatabaseSettings.class);
        if (!settings.embeddedIsUsed()) {
            return new RecordDoor(source(settings, DatabaseAddress.given(settings)), null);
        }
        Path folder = Path.of(environment.getRequiredProperty("mingfa.data")).resolve("postgres").toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("cluster"))) {
            throw new StartupProblem("There is no data in " + folder.getParent() + ". Name its folder with --mingfa.data=FOLDER.");
        }
        Optional<Address> running = EmbeddedPostgres.running(folder, NAME);
        if (running.isPresent()) {
            return new RecordDoor(source(settings, running.get()), null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, settings.embedded().binaries(), settings.embedded().port()));
        return new RecordDoor(source(settings, server.database(NAME)), server);
    }

    private static DataSource source(DatabaseSettings settings, Address owner) {
        DatabaseSettings complete = new DatabaseSettings(owner.url(), owner.user(), owner.password(), 1, settings.embedded(), settings.passwords());
        String role = DatabaseRoles.PROJECTION;
        return new DriverManagerDataSource(owner.url(), role, new DatabaseRoles(complete).password(role));
    }

    public DataSource projection() {
        return projection;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
