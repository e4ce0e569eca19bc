package org.mingfa.server.operation.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mingfa.server.StartupProblem;

/**
 * One running postmaster under a shell that reads a pipe from this JVM: when the pipe ends, because it is closed or
 * because the JVM died in whatever way, the shell stops PostgreSQL (fast shutdown) and ends.
 */
final class Supervised {

    /** In a session of its own, so that Ctrl-C at a terminal reaches the JVM first. */
    private static final String SCRIPT =
            """
            exec 3<&0
            trap '' INT TERM HUP
            "$@" </dev/null 3<&- &
            server=$!
            ( read -r word <&3; kill -INT $server 2>/dev/null; sleep 30; kill -QUIT $server 2>/dev/null ) 2>/dev/null &
            watch=$!
            exec 3<&-
            wait $server; code=$?
            kill -KILL $watch 2>/dev/null
            exit $code
            """;

    private final Process shell;

    private Supervised(Process shell) {
        this.shell = shell;
    }

    static Supervised start(Binaries binaries, Cluster cluster, Unprivileged user, int port, Path log) {
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, "mingfa-postgres"));
        command.addAll(user.prefix());
        command.addAll(List.of(binaries.bin().resolve("postgres").toString(), "-D", cluster.data().toString()));
        settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
        File file = log.toFile();
        try {
            return new Supervised(new Unprivileged(List.of())
                    .builder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new StartupProblem("Cannot start PostgreSQL (" + Folders.reason(e) + ").", e);
        }
    }

    /** Durable and reachable on loopback only; the compiler of queries costs more than it gives on short statements. */
    private static List<String> settings(int port) {
        return List.of("listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=", "fsync=on",
                "synchronous_commit=on", "full_page_writes=on", "password_encryption=scram-sha-256", "max_connections=60",
                "shared_buffers=128MB", "max_wal_size=1GB", "jit=off", "timezone=UTC", "log_timezone=UTC",
                "log_error_verbosity=terse", "log_min_error_statement=panic", "log_checkpoints=off");
    }

    boolean runs() {
        return shell.isAlive();
    }

    /** Waits until the server has ended, for whatever reason. */
    void await() throws InterruptedException {
        shell.waitFor();
    }

    /** Asks for a fast shutdown and waits for it. */
    void stop() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(60, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException("cannot reach PostgreSQL's supervisor", e);
        } catch (InterruptedException e) {
            throw Unprivileged.interrupted(e);
        }
    }
}
