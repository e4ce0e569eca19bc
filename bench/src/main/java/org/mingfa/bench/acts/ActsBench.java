package org.mingfa.bench.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.bench.Machine;
import org.mingfa.bench.Options;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Founding;
import org.mingfa.bench.process.Folder;
import org.mingfa.bench.process.Memory;
import org.mingfa.bench.process.ServerProcess;

/** Acts a second over HTTP, beside pgbench with the same statements on the same database in the same run. */
public final class ActsBench {

    private static final int BUREAUS = 16;
    private static final int WARMING_SECONDS = 60;

    private final Options options;
    private final int seconds;
    private final Path folder;

    private ActsBench(Options options) {
        this.options = options;
        seconds = options.number("seconds", 20);
        folder = options.folder().resolve("acts");
    }

    public static void run(Options options) throws Exception {
        PgBench.needed();
        Machine.print();
        new ActsBench(options).run();
    }

    private void run() throws Exception {
        Folder.empty(folder);
        try (ServerProcess first = ServerProcess.start(folder.resolve("data"), options.port())) {
            System.out.printf("first start, data folder made:      %.1f s%n", seconds(first.awaitReady()));
            try (Connection connection = first.database().superuser()) {
                Founding.found(connection, BUREAUS);
            }
        }
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), options.port())) {
            boolean workbench = Files.exists(Path.of(System.getenv("MINGFA_BENCH_ROOT"), "web/dist/index.html"));
            Duration page = workbench ? server.await("/", 200) : server.await("/api/session", 401);
            System.out.printf("start to first page (%s), warm:     %.1f s (goal < 8)%n", workbench ? "/" : "/api/session", seconds(page));
            server.awaitReady();
            measure(server);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void measure(ServerProcess server) throws Exception {
        Load load = new Load(server.port(), LocalDate.now(ZoneId.of("Asia/Shanghai")), BUREAUS);
        load.run(4, WARMING_SECONDS, true);
        for (boolean whole : new boolean[] {true, false}) {
            PgBench pgbench = new PgBench(server.database(), scripts(server, load, whole));
            System.out.printf("%nanswers %s%nclients   acts/s   p50 ms   p99 ms   pgbench acts/s   ratio (goal 0.5)   server MiB   PostgreSQL MiB%n",
                    whole ? "with the whole case, as the workbench asks" : "with the entry only (Prefer: return=minimal)");
            for (int clients : options.numbers("clients", "1,8,32")) {
                line(server, load, pgbench, clients, whole);
            }
        }
        System.out.printf("%nserver, most memory ever resident:  %d MiB (goal < 512)%nload after: %s%n", Memory.mostResident(server.pid()), Machine.load());
    }

    private void line(ServerProcess server, Load load, PgBench pgbench, int clients, boolean whole) throws Exception {
        Load.Seen seen = load.run(clients, seconds, whole);
        long resident = Memory.resident(server.pid());
        long database = Memory.family(server.database().pid());
        double peer = pgbench.run(clients, seconds) * Caseload.length();
        System.out.printf("%7d %8.0f %8.1f %8.1f %16.0f %18.2f %12d %16d%n", clients, seen.perSecond(), seen.latencies().percentile(50),
                seen.latencies().percentile(99), peer, seen.perSecond() / peer, resident, database);
    }

    /** One script for each bureau: its id stands wherever the captured one's stood. */
    private List<Path> scripts(ServerProcess server, Load load, boolean whole) throws SQLException, IOException, InterruptedException {
        String keys = "captured-" + whole + "-";
        String[] id = {""};
        List<Capture.Sent> sent = Capture.of(server.database(), () -> id[0] = load.one(keys, whole));
        String script = Script.of(sent, id[0].substring(id[0].indexOf('-') + 1), keys);
        System.out.printf("%nstatements for one case of %d acts: %d%n", Caseload.length(), sent.size());
        if (!options.text("save-sql").isEmpty()) {
            PgBench.write(Path.of(options.text("save-sql")).toAbsolutePath().getParent(), Path.of(options.text("save-sql")).getFileName().toString(), script);
        }
        String captured = Long.toString(new Bureau(0).agency());
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < BUREAUS; i++) {
            files.add(PgBench.write(folder.resolve("sql"), "bureau-" + whole + "-" + i + ".sql",
                    script.replace("'" + captured + "'", "'" + new Bureau(i).agency() + "'")));
        }
        return files;
    }
}
