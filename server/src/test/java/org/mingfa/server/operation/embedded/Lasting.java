package org.mingfa.server.operation.embedded;

import java.nio.file.Path;

/** A JVM that starts an embedded PostgreSQL in a folder, says so, and lives until it is killed. Arguments: folder, binaries. */
final class Lasting {

    private Lasting() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(Path.of(args[0]), Path.of(args[1]), 0));
        System.out.println("ready " + server.database("mingfa").url());
        Thread.sleep(120_000);
    }
}
