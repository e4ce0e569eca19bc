package org.mingfa.bench.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.Machine;
import org.mingfa.bench.Options;
import org.mingfa.bench.acts.Latencies;
import org.mingfa.bench.city.Bureau;
import org.mingfa.bench.city.Founding;
import org.mingfa.bench.process.Folder;
import org.mingfa.bench.process.Http;
import org.mingfa.bench.process.Memory;
import org.mingfa.bench.process.ServerProcess;

/**
 * So many people sign in at random moments of some minutes, each from a browser of their own; an officer who is signed in
 * asks for the list of cases once a second all the while.
 */
public final class SignInBench {

    private static final int AGAIN_MILLIS = 3000;
    private static final int SPREAD_MILLIS = 2000;
    private static final int TRIES = 40;

    private final int people;
    private final int seconds;
    private final int port;
    private final Path folder;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();

    private SignInBench(Options options) {
        people = options.number("people", 3000);
        seconds = options.number("seconds", 300);
        port = options.port();
        folder = options.folder().resolve("sign-in");
    }

    public static void run(Options options) throws Exception {
        Machine.print();
        new SignInBench(options).run();
    }

    private void run() throws Exception {
        Folder.empty(folder);
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), port)) {
            server.awaitReady();
            try (Connection connection = server.database().superuser()) {
                Founding.found(connection, 1);
                Founding.crowd(connection, people);
            }
            Latencies before = new Latencies();
            Latencies during = new Latencies();
            Latencies waited = storm(before, during);
            System.out.printf("%d people within %d s: refused %d, asked to come again %d times%n", people, seconds, refused.get(), queued.get());
            System.out.printf("until signed in:             p50 %.0f ms   p95 %.0f ms   p99 %.0f ms   longest %.0f ms (goal: nobody refused, p99 < 5000)%n",
                    waited.percentile(50), waited.percentile(95), waited.percentile(99), waited.percentile(100));
            System.out.printf("list of cases, quiet:        p50 %.0f ms   p99 %.0f ms%n", before.percentile(50), before.percentile(99));
            System.out.printf("list of cases, in the storm: p50 %.0f ms   p99 %.0f ms (goal: p99 < 1000)%n", during.percentile(50), during.percentile(99));
            System.out.printf("server, most memory ever resident: %d MiB (goal < 512)%nload after: %s%n", Memory.mostResident(server.pid()), Machine.load());
        }
    }

    private Latencies storm(Latencies before, Latencies during) throws InterruptedException, IOException {
        Random random = new Random(20261122);
        try (Http officer = new Http(port); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Http.Session session = officer.signIn(new Bureau(0).login(Bureau.Seat.OFFICER), Bureau.PASSWORD);
            watch(officer, session, before, 10);
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int person = i;
                long at = random.nextLong(seconds * 1000L);
                all.add(threads.submit(() -> signIn(person, at)));
            }
            watch(officer, session, during, seconds);
            Latencies waited = new Latencies();
            for (Future<Long> one : all) {
                waited.add(one.get());
            }
            return waited;
        } catch (ExecutionException e) {
            throw new BenchFailed("a sign-in broke off: " + e.getCause(), e);
        }
    }

    /** @return nanoseconds from asking for the page to being signed in */
    private long signIn(int person, long at) throws InterruptedException, IOException {
        Thread.sleep(at);
        long began = System.nanoTime();
        for (int tries = 1; !signedIn(person, tries); tries++) {
            Thread.sleep(AGAIN_MILLIS + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS));
        }
        return System.nanoTime() - began;
    }

    /** False where the server asks to come again, as the workbench does after three to five seconds. */
    private boolean signedIn(int person, int tries) throws IOException {
        try (Http browser = new Http(port)) {
            browser.get("/api/session");
            Http.Answer answer = browser.trySignIn(Founding.crowdLogin(person), Bureau.PASSWORD);
            if (answer.status() == 503 && tries < TRIES) {
                queued.incrementAndGet();
                return false;
            }
            if (answer.status() != 200) {
                refused.incrementAndGet();
            }
            return true;
        }
    }

    private static void watch(Http officer, Http.Session session, Latencies seen, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            int status = officer.get(session, "/api/cases").status();
            if (status != 200) {
                throw new BenchFailed("the list of cases was answered " + status);
            }
            long took = System.nanoTime() - began;
            seen.add(took);
            Thread.sleep(Math.max(0, 1000 - took / 1_000_000));
        }
    }
}
