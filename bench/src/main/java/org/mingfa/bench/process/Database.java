package org.mingfa.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The embedded PostgreSQL of a server, seen from outside: as its superuser, or with the application's password. */
public record Database(Path folder, int port) {

    public static final String NAME = "mingfa";

    /** As the superuser, whom no row policy holds back. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?tcpKeepAlive=true",
                "postgres", secret("superuser.password"));
    }

    /** The application role's password, derived from the owner's as the server does. */
    public String appPassword() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret("owner.password").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("mingfa_app".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Process of the postmaster. */
    public long pid() {
        return Long.parseLong(read(folder.resolve("cluster/postmaster.pid")).lines().findFirst().orElseThrow().strip());
    }

    public Path log() {
        return folder.resolve("postgres.log");
    }

    /** Runs statements one by one, each in its own transaction. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The single value of a query, as text. */
    public String value(String query) throws SQLException {
        try (Connection connection = superuser(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String secret(String file) {
        return read(folder.resolve(file)).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
