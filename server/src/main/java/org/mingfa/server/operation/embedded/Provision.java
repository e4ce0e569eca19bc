package org.mingfa.server.operation.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mingfa.server.StartupProblem;
import org.postgresql.PGConnection;

/** What a fresh cluster needs once: the owner's role, who is no superuser, and a database of theirs. */
final class Provision {

    static final String OWNER = "mingfa_owner";

    private Provision() {}

    static void check(Connection superuser, Path data) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet answer = statement.executeQuery("show data_directory")) {
            answer.next();
            if (!same(Path.of(answer.getString(1)), data)) {
                throw new StartupProblem("The PostgreSQL that answers belongs to " + answer.getString(1) + ", not to " + data
                        + ". Choose another port with mingfa.database.embedded.port.");
            }
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    static void provide(Connection superuser, String database, String ownerPassword) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(statement, "pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login createrole");
            }
            superuser.unwrap(PGConnection.class).alterUserPassword(OWNER, ownerPassword.toCharArray(), "scram-sha-256");
            if (!exists(statement, "pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + OWNER);
            }
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select 1 from " + what)) {
            return answer.next();
        }
    }

    static Connection open(Address address) throws SQLException {
        return DriverManager.getConnection(address.url() + "?connectTimeout=5&loginTimeout=10&socketTimeout=60", address.user(), address.password());
    }
}
