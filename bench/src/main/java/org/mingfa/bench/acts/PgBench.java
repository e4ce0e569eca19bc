package org.mingfa.bench.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.process.Database;

/** Debian's pgbench on the server's database, as the server's application role. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** Numbers the runs of this process: ids of cases are never made twice. */
    private static int runs;

    private final Database database;
    private final List<Path> scripts;

    /** @param scripts each a whole case; drawn by chance, one after the other */
    PgBench(Database database, List<Path> scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    static void needed() {
        try {
            new ProcessBuilder("pgbench", "--version").redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new BenchFailed("pgbench is missing: install the package postgresql-contrib (Debian 12: postgresql-15 has it in /usr/lib/postgresql/15/bin)", e);
        } catch (InterruptedException e) {
            throw new BenchFailed("interrupted", e);
        }
    }

    /** Cases a second, each all statements of a whole walk. */
    double run(int clients, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p", Integer.toString(database.port()),
                "-U", "mingfa_app", "-c", Integer.toString(clients), "-j", Integer.toString(Math.min(clients, 2)), "-T", Integer.toString(seconds),
                "-D", "round=0", "-D", "run=" + ++runs));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.add(Database.NAME);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.appPassword());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new BenchFailed("pgbench failed:\n" + said.lines().limit(20).reduce("", (a, b) -> a + b.substring(0, Math.min(b.length(), 300)) + "\n"));
        }
        return Double.parseDouble(rate.group(1));
    }

    static Path write(Path folder, String name, String script) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(name), script);
    }
}
