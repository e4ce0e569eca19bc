package org.mingfa.server.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.operation.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL for tests, started once per JVM through our own launcher: the one that Mingfa carries, or with
 * {@code MINGFA_TEST_PG15=1} Debian's 15 in {@code /usr/lib/postgresql/15/bin}. Each call gives a database of its own.
 */
public final class TestDatabase {

    private static final Path DEBIAN_15 = Path.of("/usr/lib/postgresql/15/bin");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        boolean fifteen = "1".equals(System.getenv("MINGFA_TEST_PG15"));
        Path folder = Path.of("target", fifteen ? "test-postgres-15" : "test-postgres");
        EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, fifteen ? DEBIAN_15 : null, 0));
        dropLeftovers(server.superuser());
        return server;
    }

    /** The server, e.g. for its superuser's address. */
    public static EmbeddedPostgres server() {
        return SERVER;
    }

    /** A new empty database, as its owner. */
    public static Address fresh() {
        return SERVER.database("t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
    }

    public static Connection open(Address address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Changes what no role of the server may, in the database that {@link ServerTest} uses. @return rows */
    public static int asSuperuser(String sql) throws SQLException {
        Address superuser = SERVER.superuser();
        try (Connection connection = DriverManager.getConnection(System.getProperty("mingfa.database.url"), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void dropLeftovers(Address superuser) {
        try (Connection connection = open(superuser); Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select datname from pg_database where datname ~ '^t[0-9]+_'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("drop database " + name + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
