package org.mingfa.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mingfa.bench.BenchFailed;

/** The packaged server as {@code ./mingfa serve} runs it, on loopback, its embedded PostgreSQL on the next port. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Process process;
    private final int port;
    private final Path data;
    private final long began;

    private ServerProcess(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
        began = System.nanoTime();
    }

    /** Starts it; nothing is awaited. */
    public static ServerProcess start(Path data, int port) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(environment("MINGFA_BENCH_JVM").split(" ")));
        command.addAll(List.of("-jar", jar().toString(), "--mingfa.data=" + data, "--server.port=" + port,
                "--mingfa.database.embedded.port=" + (port + 1),
                "--spring.web.resources.static-locations=file:" + root().resolve("web/dist") + "/,classpath:/static/"));
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            ServerProcess started = new ServerProcess(builder.start(), port, data);
            Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroy));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the project. */
    public static Path root() {
        return Path.of(environment("MINGFA_BENCH_ROOT"));
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new BenchFailed(name + " is not set: start benchmarks with ./mingfa bench");
        }
        return value;
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of(environment("MINGFA_BENCH_APP")))) {
            return files.filter(f -> f.getFileName().toString().matches("mingfa-server-.*\\.jar")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a page of it. @return how long after its start the page came */
    public Duration await(String path, int status) {
        while (true) {
            try (Http http = new Http(port)) {
                if (http.get(path).status() == status) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
            } catch (IOException e) {
                refuseToWaitForTheDead();
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new BenchFailed(path + " does not answer " + status + "; see " + data.resolve("server.log"));
            }
            pause();
        }
    }

    public Duration awaitReady() {
        return await("/actuator/health/readiness", 200);
    }

    /** Waits until a running server has its database back. */
    public void awaitReadyAgain() {
        long from = System.nanoTime();
        while (true) {
            try (Http http = new Http(port)) {
                if (http.get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (IOException e) {
                refuseToWaitForTheDead();
            }
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new BenchFailed("the server has not found its database again; see " + data.resolve("server.log"));
            }
            pause();
        }
    }

    private void refuseToWaitForTheDead() {
        if (!process.isAlive()) {
            throw new BenchFailed("the server ended with " + process.exitValue() + "; see " + data.resolve("server.log"));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new BenchFailed("interrupted", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public Database database() {
        return new Database(data.resolve("postgres"), port + 1);
    }

    /** {@code kill -9}: no shutdown hook, no last word. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** An orderly end, the database's included. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new BenchFailed("the server did not end in 60 s");
        }
    }
}
