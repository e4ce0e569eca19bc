package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mingfa.server.StartupProblem;

/**
 * How PostgreSQL is run: as ourselves, or for root, whom it refuses, in a user namespace of its own, where root's files
 * still count as its own.
 *
 * @param prefix words put before the command
 */
record Unprivileged(List<String> prefix) {

    static Unprivileged find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        Unprivileged namespace = new Unprivileged(List.of("unshare", "-U"));
        if (namespace.works()) {
            return namespace;
        }
        throw new StartupProblem("PostgreSQL refuses to run as root, and this machine gives no user namespace (unshare -U)."
                + " Start Mingfa as an ordinary user, or give the address of a PostgreSQL with MINGFA_DATABASE_URL.");
    }

    private boolean works() {
        try {
            return started(Path.of("/"), List.of("true")).waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Runs a program of a bin folder to its end, at most two minutes, and gives what it printed. */
    String run(Path bin, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = started(bin, command);
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StartupProblem(Explained.of(program + " failed", printed));
            }
            return printed;
        } catch (IOException e) {
            throw new StartupProblem("Cannot run " + bin.resolve(program) + " (" + Folders.reason(e) + ").", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Process started(Path folder, List<String> command) throws IOException {
        return builder(command).directory(Files.isDirectory(folder) ? folder.toFile() : null).redirectErrorStream(true).start();
    }

    /** A process with this prefix and without the settings that libpq programs take from the environment. */
    ProcessBuilder builder(List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("MINGFA_"));
        builder.environment().put("LANG", "C");
        return builder;
    }

    static StartupProblem interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartupProblem("Stopped while starting.", e);
    }
}
