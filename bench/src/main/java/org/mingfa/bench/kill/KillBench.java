package org.mingfa.bench.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.Machine;
import org.mingfa.bench.Options;
import org.mingfa.bench.acts.Caseload;
import org.mingfa.bench.cases.Chains;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Founding;
import org.mingfa.bench.process.Database;
import org.mingfa.bench.process.Folder;
import org.mingfa.bench.process.ServerProcess;

/** Kills server and database by turns in the middle of a load of acts, and then asks what stands in the record. */
public final class KillBench {

    private static final int CLIENTS = 8;

    private final int rounds;
    private final int port;
    private final Path data;
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final SplittableRandom random = new SplittableRandom(13);

    private KillBench(Options options) {
        rounds = options.number("rounds", 20);
        port = options.port();
        data = options.folder().resolve("kill").resolve("data");
    }

    public static void run(Options options) throws Exception {
        Machine.print();
        KillBench bench = new KillBench(options);
        Folder.empty(bench.data.getParent());
        bench.run();
    }

    private void run() throws Exception {
        ServerProcess server = ServerProcess.start(data, port);
        server.awaitReady();
        try (Connection connection = server.database().superuser()) {
            Founding.found(connection, CLIENTS);
        }
        List<Stubborn.Acknowledged> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<Stubborn.Acknowledged>>> clients = clients(pool);
            for (int round = 1; round <= rounds; round++) {
                Thread.sleep(1000 + random.nextInt(3000));
                server = round % 2 == 0 ? killDatabase(server, round) : killServer(server, round);
                failEarly(clients);
            }
            Thread.sleep(2000);
            goesOn.set(false);
            for (Future<List<Stubborn.Acknowledged>> client : clients) {
                all.addAll(client.get());
            }
        } catch (ExecutionException e) {
            throw new BenchFailed("a client gave up: " + e.getCause(), e);
        } finally {
            goesOn.set(false);
        }
        new Verdict(server.database(), all).check();
        server.close();
    }

    private List<Future<List<Stubborn.Acknowledged>>> clients(ExecutorService pool) throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        List<Future<List<Stubborn.Acknowledged>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Bureau bureau = new Bureau(i);
            Caseload load = new Caseload(bureau, i, today, Caseload.signIn(port, bureau));
            clients.add(pool.submit(new Stubborn(port, load, goesOn::get)));
        }
        return clients;
    }

    private static void failEarly(List<Future<List<Stubborn.Acknowledged>>> clients) throws ExecutionException, InterruptedException {
        for (Future<?> client : clients) {
            if (client.isDone()) {
                client.get();
            }
        }
    }

    private ServerProcess killServer(ServerProcess server, int round) throws InterruptedException {
        server.kill();
        ServerProcess next = ServerProcess.start(data, port);
        System.out.printf("round %d: server killed, answers again after %.1f s%n", round, next.awaitReady().toMillis() / 1000.0);
        return next;
    }

    private static ServerProcess killDatabase(ServerProcess server, int round) throws Exception {
        Database database = server.database();
        long began = System.nanoTime();
        ProcessHandle postmaster = ProcessHandle.of(database.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        server.awaitReadyAgain();
        System.out.printf("round %d: PostgreSQL killed, answers again after %.1f s%n", round, (System.nanoTime() - began) / 1e9);
        return server;
    }

    /** What stands in the database, against what was acknowledged. */
    private record Verdict(Database database, List<Stubborn.Acknowledged> acknowledged) {

        void check() throws Exception {
            long again = acknowledged.stream().filter(a -> a.sent() > 1).count();
            System.out.printf("%n%,d acts acknowledged in %,d cases, %,d of them sent more than once%n", acknowledged.size(),
                    acknowledged.stream().map(Stubborn.Acknowledged::caseId).distinct().count(), again);
            equal("entries in the record", acknowledged.size(), number("select count(*) from entry"));
            equal("acknowledged entries found with their hash", acknowledged.size(), found());
            equal("idempotency keys", acknowledged.size(), number("select count(*) from idempotency_key"));
            equal("heads that stand elsewhere than their record", 0, number("select count(*) from enforcement_case c where seq <> (select max(e.seq) from entry e"
                    + " where e.region_id = c.region_id and e.case_id = c.case_id)"));
            equal("numbers issued and drawn", number("select coalesce(sum(last), 0) from number_counter"), number("select count(*) from issued_number"));
            System.out.printf("chains whole: %,d entries checked%n", Chains.check(database, ""));
        }

        private long found() throws Exception {
            long found = 0;
            try (Connection connection = database.superuser();
                    var query = connection.prepareStatement("select 1 from entry where region_id = ? and case_id = ? and seq = ? and encode(sm3, 'hex') = ?")) {
                for (Stubborn.Acknowledged a : acknowledged) {
                    int dash = a.caseId().indexOf('-');
                    query.setInt(1, Integer.parseInt(a.caseId().substring(0, dash)));
                    query.setLong(2, Long.parseLong(a.caseId().substring(dash + 1)));
                    query.setLong(3, a.seq());
                    query.setString(4, a.sm3());
                    found += query.executeQuery().next() ? 1 : 0;
                }
            }
            return found;
        }

        private long number(String query) throws Exception {
            return Long.parseLong(database.value(query));
        }

        private static void equal(String what, long expected, long found) {
            System.out.printf("%-46s %,8d%n", what, found);
            if (expected != found) {
                throw new BenchFailed(what + ": " + found + " instead of " + expected);
            }
        }
    }
}
