package org.mingfa.server.operation.database;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database is used; docs/settings.md explains each.
 *
 * @param url of an own PostgreSQL 15 to 18; none: the embedded one
 * @param user who owns the tables and runs migrations
 * @param passwords of the roles that Mingfa itself logs in as; none: derived from {@code password} and set by Mingfa
 */
@ConfigurationProperties("mingfa.database")
public record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("12") int poolSize,
        @DefaultValue Embedded embedded,
        @DefaultValue Passwords passwords) {

    /** The embedded database: its port on loopback (0: any free one) and a folder with other programs than those carried. */
    public record Embedded(@DefaultValue("0") int port, @Nullable Path binaries) {}

    /** Passwords that an administrator has given the roles. */
    public record Passwords(@Nullable String app, @Nullable String projection, @Nullable String portal) {}

    /** JDBC's form of the address: a plain {@code postgresql://host/db} will do. */
    String jdbcUrl() {
        String given = url == null ? "" : url.strip();
        return given.toLowerCase(Locale.ROOT).startsWith("postgresql:") ? "jdbc:" + given : given;
    }

    boolean embeddedIsUsed() {
        return url == null || url.isBlank();
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
