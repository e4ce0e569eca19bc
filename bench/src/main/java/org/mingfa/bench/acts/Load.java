package org.mingfa.bench.acts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Bureau.Seat;
import org.mingfa.bench.process.Http;

/** So many clients at once, each its own connection and bureau (as far as there are bureaus), without a pause between acts. */
final class Load {

    private final int port;
    private final LocalDate today;
    private final Map<Integer, Map<Seat, Http.Session>> sessions = new HashMap<>();

    Load(int port, LocalDate today, int bureaus) throws IOException {
        this.port = port;
        this.today = today;
        for (int i = 0; i < bureaus; i++) {
            sessions.put(i, Caseload.signIn(port, new Bureau(i)));
        }
    }

    /** What a run saw. */
    record Seen(double perSecond, Latencies latencies) {}

    Caseload caseload(int client) {
        int bureau = client % sessions.size();
        return new Caseload(new Bureau(bureau), client, today, java.util.Objects.requireNonNull(sessions.get(bureau)));
    }

    /** Acts acknowledged within the time. */
    Seen run(int clients, int seconds, boolean whole) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Caseload load = caseload(i);
                running.add(pool.submit(() -> work(load, end, whole)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> one : running) {
                all.addAll(one.get());
            }
            return new Seen(all.count() / (double) seconds, all);
        } catch (ExecutionException e) {
            throw new BenchFailed("a client failed: " + e.getCause(), e);
        }
    }

    private Latencies work(Caseload load, long end, boolean whole) throws IOException {
        Latencies seen = new Latencies();
        try (Http http = new Http(port)) {
            while (System.nanoTime() < end) {
                walk(http, load, end, whole, seen);
            }
        }
        return seen;
    }

    private void walk(Http http, Caseload load, long end, boolean whole, Latencies seen) throws IOException {
        String id = "";
        for (int step = 0; step < Caseload.length() && System.nanoTime() < end; step++) {
            long began = System.nanoTime();
            Http.Answer answer = load.send(http, step, id, UUID.randomUUID().toString(), whole);
            long took = System.nanoTime() - began;
            if (answer.status() != 201) {
                throw new BenchFailed("step " + step + " was answered " + answer.status() + ": " + answer.body());
            }
            if (System.nanoTime() < end) {
                seen.add(took);
            }
            id = step == 0 ? answer.text("id") : id;
        }
    }

    /** Walks one case whole and gives its id, e.g. {@code 90-123}. */
    String one(String keys, boolean whole) throws IOException {
        String id = "";
        Caseload load = caseload(0);
        try (Http http = new Http(port)) {
            for (int step = 0; step < Caseload.length(); step++) {
                Http.Answer answer = load.send(http, step, id, keys + step, whole);
                if (answer.status() != 201) {
                    throw new BenchFailed("step " + step + " was answered " + answer.status() + ": " + answer.body());
                }
                id = step == 0 ? answer.text("id") : id;
            }
        }
        return id;
    }
}
