package org.mingfa.server.operation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An upgrade of which the last step fails, or which a busy table holds up. */
class MigrateTest {

    @TempDir
    Path folder;

    private final Address database = TestDatabase.fresh();

    private ConfigurableEnvironment environment() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("mingfa.database.url", database.url(),
                "mingfa.database.user", database.user(), "mingfa.database.password", database.password(), "mingfa.database.lock-timeout", "300ms")));
        return environment;
    }

    private String migrate() {
        return Migrate.run(environment(), "filesystem:" + folder);
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @Test
    void aFailedUpgradeLeavesAllAsItWas() throws IOException, SQLException {
        migration("V1__one.sql", "create table one (id int);");
        assertThat(migrate()).startsWith("1 migrations were made");
        assertThat(migrate()).contains("nothing was to be done");
        migration("V2__two.sql", "create table two (id int); insert into one values (1);");
        migration("V3__three.sql", "insert into nowhere values (1);");
        assertThatThrownBy(this::migrate).isInstanceOf(StartupProblem.class).hasMessageContaining("left as it was").hasMessageContaining("nowhere");
        try (Connection connection = TestDatabase.open(database); Statement statement = connection.createStatement()) {
            var rows = statement.executeQuery("select to_regclass('two') is null and not exists (select from one) and 1 = (select count(*) from flyway_schema_history)");
            rows.next();
            assertThat(rows.getBoolean(1)).isTrue();
        }
        Files.delete(folder.resolve("V3__three.sql"));
        assertThat(migrate()).startsWith("1 migrations were made");
    }

    @Test
    void aTableInUseIsNotWaitedForForEver() throws IOException, SQLException {
        migration("V1__one.sql", "create table one (id int);");
        migrate();
        migration("V2__two.sql", "alter table one add column name text;");
        try (Connection working = TestDatabase.open(database); Statement statement = working.createStatement()) {
            working.setAutoCommit(false);
            statement.execute("insert into one values (1)");
            assertThatThrownBy(this::migrate).isInstanceOf(StartupProblem.class).hasMessageContaining("lock timeout");
            working.commit();
        }
        assertThat(migrate()).startsWith("1 migrations were made");
    }
}
