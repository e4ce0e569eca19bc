package org.mingfa.server.operation.database;

import java.sql.SQLException;
import org.mingfa.server.operation.embedded.Address;

/** Why a database cannot be used, in one line with how to mend it. */
final class Unreachable {

    private Unreachable() {}

    static String line(Address address, SQLException e) {
        return "Cannot reach the database " + address + ": " + firstLine(e) + " " + mend(e.getSQLState() == null ? "" : e.getSQLState());
    }

    /** @param state of SQL, class and condition (PostgreSQL's appendix A) */
    private static String mend(String state) {
        return switch (state) {
            case "28P01", "28000" -> "The user or the password is not right: correct mingfa.database.user and mingfa.database.password or its file (MINGFA_DATABASE_USER, _PASSWORD), or pg_hba.conf there.";
            case "3D000" -> "There is no such database: make it as docs/settings.md shows, or correct mingfa.database.url (MINGFA_DATABASE_URL).";
            case "53300" -> "It has no connection left: raise max_connections there.";
            case "57P03" -> "It is starting or stopping: try again in a moment.";
            default -> "Start it, or correct mingfa.database.url (MINGFA_DATABASE_URL, _USER and _PASSWORD).";
        };
    }

    static String firstLine(SQLException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
    }
}
