package org.mingfa.server.operation.embedded;

/** Where a database is and as whom to use it; {@code url} is JDBC's. */
public record Address(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
