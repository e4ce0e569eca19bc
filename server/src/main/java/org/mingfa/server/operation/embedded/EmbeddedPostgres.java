package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own. It is started again on the same port if it dies, and stops when this JVM ends,
 * {@code kill -9} included. One per folder: a second one is refused.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int SECONDS_TO_START = 60;

    private final Options options;
    private final FileChannel lock;
    private final Unprivileged user;
    private final Binaries binaries;
    private final Cluster cluster;
    private final int port;
    private final Thread watch;
    private volatile Supervised server;
    private volatile boolean closing;

    /**
     * Where and how to run it.
     *
     * @param folder holds everything; made if missing, mode 0700
     * @param binaries folder with initdb and postgres, or null for those that Mingfa carries
     * @param port on loopback; 0 for any free one
     */
    public record Options(Path folder, @Nullable Path binaries, int port) {}

    private EmbeddedPostgres(Options options, FileChannel lock) {
        this.options = options;
        this.lock = lock;
        user = Unprivileged.find();
        binaries = Binaries.in(options.binaries(), options.folder(), user);
        cluster = Cluster.in(options.folder(), binaries, user);
        port = port(options.port());
        server = launch();
        watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    /** Starts it and waits until it answers. @throws StartupProblem with one line that says how to mend it */
    public static EmbeddedPostgres start(Options options) {
        Options absolute = new Options(options.folder().toAbsolutePath(), options.binaries(), options.port());
        Folders.makePrivate(absolute.folder());
        FileChannel lock = lock(absolute.folder());
        try {
            return new EmbeddedPostgres(absolute, lock);
        } catch (RuntimeException e) {
            unlock(lock, absolute.folder());
            throw e;
        }
    }

    /** A database's owner in a folder whose server runs now, started by whomever; empty where none does. */
    public static Optional<Address> running(Path folder, String database) {
        return new Cluster(folder.resolve("cluster"), folder.resolve("superuser.password")).port()
                .map(port -> new Address(url(port, database), Provision.OWNER, Folders.secret(folder.resolve("owner.password"))));
    }

    /** The database of that name, made if missing, as its owner (who runs migrations). */
    public Address database(String name) {
        String password = Folders.secret(options.folder().resolve("owner.password"));
        try (Connection connection = Provision.open(superuser())) {
            Provision.provide(connection, name, password);
        } catch (SQLException e) {
            throw new StartupProblem("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
        return new Address(url(name), Provision.OWNER, password);
    }

    /** The superuser, for administration and bulk loads; the server never uses it. */
    public Address superuser() {
        return new Address(url("postgres"), "postgres", Folders.secret(cluster.passwordFile()));
    }

    /** PostgreSQL's major version, e.g. 18. */
    public int majorVersion() {
        return binaries.major();
    }

    /** Stops it and frees the folder. Closing again does nothing. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        server.stop();
        awaitWatch();
        unlock(lock, options.folder());
    }

    /** A start that was under way when the closing began is stopped by the one who watches: not before that is the folder free. */
    private void awaitWatch() {
        try {
            watch.join();
        } catch (InterruptedException e) {
            throw Unprivileged.interrupted(e);
        }
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Supervised launch() {
        cluster.awaitFree();
        Path log = options.folder().resolve("postgres.log");
        long from = log.toFile().length();
        Supervised started = Supervised.start(binaries, cluster, user, port, log);
        try {
            awaitAnswer(started, log, from);
            return started;
        } catch (RuntimeException e) {
            started.stop();
            throw e;
        }
    }

    private void awaitAnswer(Supervised started, Path log, long from) {
        long until = System.nanoTime() + SECONDS_TO_START * 1_000_000_000L;
        while (true) {
            try (Connection connection = Provision.open(superuser())) {
                Provision.check(connection, cluster.data());
                return;
            } catch (SQLException e) {
                if (!started.runs()) {
                    throw new StartupProblem(Explained.ofLog("PostgreSQL did not start", log, from), e);
                }
                if (System.nanoTime() > until) {
                    throw new StartupProblem("PostgreSQL does not answer after " + SECONDS_TO_START + " s: " + e.getMessage() + " (log: " + log + ")", e);
                }
            }
            pause(40);
        }
    }

    private void watch() {
        try {
            while (!closing) {
                server.await();
                if (!closing) {
                    LOG.warn("PostgreSQL ended unexpectedly and is started again");
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            server = launch();
            LOG.info("PostgreSQL answers again");
            if (closing) {
                server.stop();
            }
        } catch (StartupProblem e) {
            LOG.error("{} Trying again in 3 s.", e.getMessage());
            pause(3000);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                channel.close();
                throw new StartupProblem("Another Mingfa already uses " + folder + ". Stop it, or choose another folder with --mingfa.data=FOLDER.");
            }
            return channel;
        } catch (IOException e) {
            throw new StartupProblem("Cannot write in " + folder + " (" + Folders.reason(e) + "). Make room or mend its rights, or choose another with --mingfa.data=FOLDER.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void unlock(FileChannel lock, Path folder) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be freed", folder, e);
        }
    }

    private static int port(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupProblem("The port " + wanted + " is taken. Choose another with mingfa.database.embedded.port, or 0 for any free one.", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw Unprivileged.interrupted(e);
        }
    }
}
