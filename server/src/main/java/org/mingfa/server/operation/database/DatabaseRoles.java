package org.mingfa.server.operation.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * The roles that the server logs in as, none of which owns a table: the application, the readers of the record that
 * write projections, and the public portal. They are made before the migrations, which grant them what they may do.
 */
@Component
class DatabaseRoles {

    static final String APP = "mingfa_app";
    static final String PROJECTION = "mingfa_projection";
    static final String PORTAL = "mingfa_portal";

    private static final long LOCK = 0x6d696e676661L;
    private static final String WRONG_PASSWORD = "28P01";

    private final DatabaseSettings settings;

    DatabaseRoles(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the roles that are missing. A password that is ours to set is set anew only where the one that is there does
     * not fit and nobody works with it: roles belong to the whole cluster, and another server would be locked out.
     */
    void provide(DataSource owner) {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            for (String role : new String[] {APP, PROJECTION, PORTAL}) {
                provide(connection, statement, role);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StartupProblem("The database's user " + settings.user() + " cannot make the roles " + APP + ", " + PROJECTION + " and " + PORTAL
                    + ": " + e.getMessage() + " Give it CREATEROLE, or make them yourself and set mingfa.database.passwords (docs/settings.md).", e);
        }
    }

    private void provide(Connection connection, Statement statement, String role) throws SQLException {
        boolean missing = !exists(connection, role);
        if (missing) {
            statement.execute("create role " + role + " login");
        }
        if (missing || given(role) == null && !fits(connection, role)) {
            refuseWhileUsed(connection, role);
            connection.unwrap(PGConnection.class).alterUserPassword(role, password(role).toCharArray(), "scram-sha-256");
        }
    }

    private boolean fits(Connection owner, String role) throws SQLException {
        try (Connection asked = DriverManager.getConnection(owner.getMetaData().getURL(), role, password(role))) {
            return asked.isValid(2);
        } catch (SQLException e) {
            return !WRONG_PASSWORD.equals(e.getSQLState());
        }
    }

    private static void refuseWhileUsed(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select datname from pg_stat_activity where usename = ? limit 1")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    throw new StartupProblem("The role " + role + " has another password than the one derived from this database user's, and a server works with it on the database "
                            + rows.getString(1) + " of this cluster: a new password would lock that one out. Stop it first, use another cluster, or give both mingfa.database.passwords (docs/settings.md).");
                }
            }
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** As an administrator gave it, or else derived from the owner's. */
    String password(String role) {
        String given = given(role);
        return given != null ? given : derived(role);
    }

    private @Nullable String given(String role) {
        return switch (role) {
            case APP -> settings.passwords().app();
            case PROJECTION -> settings.passwords().projection();
            case PORTAL -> settings.passwords().portal();
            default -> throw new IllegalArgumentException(role);
        };
    }

    private String derived(String role) {
        if (settings.password().isEmpty()) {
            throw new StartupProblem("The database's user has no password, so none can be derived for " + role
                    + ". Set MINGFA_DATABASE_PASSWORD, or mingfa.database.passwords for each role.");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
