package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mingfa.server.StartupProblem;

/**
 * The database cluster of a data folder.
 *
 * @param data PostgreSQL's data directory
 * @param passwordFile that of the superuser {@code postgres}
 */
record Cluster(Path data, Path passwordFile) {

    /** Opens the cluster of a folder, or makes one there: whole or not at all. */
    static Cluster in(Path folder, Binaries binaries, Unprivileged user) {
        Cluster cluster = new Cluster(folder.resolve("cluster"), folder.resolve("superuser.password"));
        if (Files.exists(cluster.data)) {
            cluster.checkVersion(binaries);
            Folders.needSpace(folder, 48);
        } else {
            Folders.needSpace(folder, 120);
            cluster.make(binaries, user);
        }
        return cluster;
    }

    private void checkVersion(Binaries binaries) {
        try {
            String made = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!made.equals(Integer.toString(binaries.major()))) {
                throw new StartupProblem("The data in " + data + " was made by PostgreSQL " + made + ", and this is PostgreSQL "
                        + binaries.major() + ". Start the version that made it, or move the data over with pg_dump and pg_restore (docs/settings.md).");
            }
        } catch (IOException e) {
            throw new StartupProblem("The data folder " + data + " is not PostgreSQL's (" + Folders.reason(e) + "). Choose another with --mingfa.data=FOLDER.", e);
        }
    }

    private void make(Binaries binaries, Unprivileged user) {
        Folders.secret(passwordFile);
        Path part = data.resolveSibling("cluster.part");
        try {
            Folders.delete(part);
            user.run(binaries.bin(), "initdb", initdb(part, binaries).toArray(String[]::new));
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupProblem("Cannot make the database in " + data + " (" + Folders.reason(e) + "). Make room or choose another folder with --mingfa.data=FOLDER.", e);
        }
    }

    /** Text sorts by code point and Chinese counts as letters: with LC_CTYPE=C none of it would be indexed by trigrams. */
    private List<String> initdb(Path part, Binaries binaries) {
        List<String> flags = new ArrayList<>(List.of(
                "-D", part.toString(), "-U", "postgres", "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8",
                "--lc-collate=C", "--lc-ctype=C.UTF-8", "--lc-messages=C", "--lc-monetary=C", "--lc-numeric=C", "--lc-time=C", "--data-checksums"));
        if (binaries.major() >= 17) {
            flags.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return flags;
    }

    /** Waits for a server that still runs on this data, left behind by a process that died, and stops it where need be. */
    void awaitFree() {
        Optional<ProcessHandle> left = running();
        if (left.isPresent()) {
            signal(left.get(), "-INT");
            if (!gone(left.get(), 60)) {
                signal(left.get(), "-QUIT");
                if (!gone(left.get(), 20)) {
                    throw new StartupProblem("A PostgreSQL (process " + left.get().pid() + ") still uses " + data + " and does not stop. End it, then start again.");
                }
            }
        }
    }

    /** The port of the server that runs on this data; none where none does. */
    Optional<Integer> port() {
        return running().flatMap(server -> pidFile().stream().skip(3).findFirst()).map(String::strip).map(Integer::valueOf);
    }

    private Optional<ProcessHandle> running() {
        return pidFile().stream().findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of).filter(this::worksHere);
    }

    /** Its lines: process, data directory, start, port, …; none where there is no file. */
    private List<String> pidFile() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            return Files.readAllLines(pidFile);
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StartupProblem("Cannot read " + pidFile + " (" + Folders.reason(e) + ").", e);
        }
    }

    /** The number may have passed to some other process since: a postmaster's working folder is its data directory. */
    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new StartupProblem("Cannot stop the PostgreSQL left behind (process " + process.pid() + "): " + Folders.reason(e), e);
        } catch (InterruptedException e) {
            throw Unprivileged.interrupted(e);
        }
    }

    private static boolean gone(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Unprivileged.interrupted(e);
        }
    }
}
