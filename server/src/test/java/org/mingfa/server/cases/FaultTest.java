package org.mingfa.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.record.StoredEntry;
import org.mingfa.server.support.Browser;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Server and database are killed (signal 9) in the middle of a load of acts: what was acknowledged is there, nothing is
 * there twice, every chain is whole. The server that is killed is a process of its own on the tests' database.
 */
@ServerTest
@Import(TestCity.class)
class FaultTest {

    private static final int CLERKS = 3;
    private static final int ACTS_BETWEEN_KILLS = 20;
    private static final Path POSTMASTER = Path.of("target",
            "1".equals(System.getenv("MINGFA_TEST_PG15")) ? "test-postgres-15" : "test-postgres", "cluster", "postmaster.pid");

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordStore record;

    @Autowired
    Transactions transactions;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger acknowledgedSoFar = new AtomicInteger();
    private int childPort;
    private Process child;

    @AfterEach
    void endTheChild() {
        stop.set(true);
        if (child != null) {
            child.destroyForcibly();
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubledWhenServerAndDatabaseAreKilled() throws Exception {
        Bureau bureau = new Bureau(city, jdbc);
        Desk head = new Desk(port, bureau.head);
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < CLERKS; i++) {
            cases.add(head.open(bureau.filing(Bureau.TODAY)));
        }
        try (ServerSocket free = new ServerSocket(0)) {
            childPort = free.getLocalPort();
        }
        startChild();
        try (ExecutorService pool = Executors.newFixedThreadPool(CLERKS)) {
            List<Future<Map<String, Long>>> clerks = cases.stream().map(id -> pool.submit(clerk(bureau, id))).toList();
            load();
            killChild();
            load();
            killDatabase();
            load();
            child.destroyForcibly().waitFor();
            stop.set(true);
            for (int i = 0; i < CLERKS; i++) {
                verify(bureau, cases.get(i), clerks.get(i).get());
            }
        }
    }

    /** Waits until the clerks have had some more acts acknowledged, so that every kill comes in the middle of work. */
    private void load() throws InterruptedException {
        int goal = acknowledgedSoFar.get() + ACTS_BETWEEN_KILLS;
        long until = System.nanoTime() + 180_000_000_000L;
        while (acknowledgedSoFar.get() < goal) {
            assertThat(System.nanoTime()).as("acts still get through").isLessThan(until);
            Thread.sleep(20);
        }
    }

    private void killChild() throws Exception {
        child.destroyForcibly().waitFor();
        startChild();
    }

    private static void killDatabase() throws IOException, InterruptedException {
        String pid = Files.readAllLines(POSTMASTER).getFirst().strip();
        assertThat(new ProcessBuilder("kill", "-9", pid).start().waitFor()).isZero();
    }

    /** Acts until told to stop, sending what was not answered again under the same key; returns keys and their numbers. */
    private Callable<Map<String, Long>> clerk(Bureau bureau, String id) {
        return () -> {
            Map<String, Long> acknowledged = new TreeMap<>();
            Desk desk = patiently(() -> new Desk(childPort, bureau.officer));
            int n = 0;
            while (!stop.get()) {
                String key = id + "-" + n++;
                Map<String, Object> act = patiently(() -> act(desk, bureau, id, key));
                Browser.Answer answer = act == null ? null : patiently(() -> sent(desk, id, act, key));
                if (answer != null && answer.status() == 201) {
                    acknowledged.put(key, answer.json().path("entry").path("seq").asLong());
                    acknowledgedSoFar.incrementAndGet();
                }
            }
            return acknowledged;
        };
    }

    private static Map<String, Object> act(Desk desk, Bureau bureau, String id, String key) {
        Browser.Answer now = desk.browser.get("/api/cases/" + id);
        if (now.status() >= 500) {
            throw new IllegalStateException(now.body());
        }
        Map<String, Object> act = bureau.inspection(Bureau.TODAY, now.json().path("seq").asLong());
        @SuppressWarnings("unchecked")
        Map<String, Object> form = (Map<String, Object>) act.get("form");
        form.put("findings", key);
        return act;
    }

    private static Browser.Answer sent(Desk desk, String id, Map<String, Object> act, String key) {
        Browser.Answer answer = desk.send(id, act, key);
        if (answer.status() >= 500) {
            throw new IllegalStateException(answer.body());
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    /** Tries until it succeeds or the test is over; null then. */
    private <T> T patiently(Callable<T> work) throws Exception {
        while (true) {
            try {
                return work.call();
            } catch (IllegalStateException away) {
                if (stop.get()) {
                    return null;
                }
                Thread.sleep(100);
            }
        }
    }

    private void verify(Bureau bureau, String id, Map<String, Long> acknowledged) {
        CaseKey key = CaseKey.parse(id).orElseThrow();
        assertThat(acknowledged).as("acts acknowledged in " + id).isNotEmpty();
        bureau.agency.scope().run(() -> transactions.read(() -> {
            List<StoredEntry> entries = record.entries(key);
            Map<Long, String> marks = new TreeMap<>();
            entries.stream().skip(1).forEach(e -> marks.put(e.seq(), String.valueOf(e.act().form().get("findings"))));
            assertThat(new HashSet<>(marks.values())).as("nothing twice").hasSize(marks.size());
            acknowledged.forEach((mark, seq) -> assertThat(marks.get(seq)).isEqualTo(mark));
            assertThat(record.verify(key).whole()).isTrue();
            assertThat(record.verify(key).entries()).isEqualTo(entries.size());
            assertThat(jdbc.sql("select seq from enforcement_case where region_id = ? and case_id = ?")
                    .params(key.region(), key.id()).query(Long.class).single()).isEqualTo(entries.size());
            return key;
        }));
    }

    private void startChild() throws Exception {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.mingfa.server.Application",
                "--server.port=" + childPort, "--mingfa.data=target/test-data", "--mingfa.access.password-cost=4",
                "--mingfa.database.url=" + System.getProperty("mingfa.database.url"),
                "--mingfa.database.user=" + System.getProperty("mingfa.database.user"),
                "--mingfa.database.password=" + System.getProperty("mingfa.database.password"));
        child = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target", "fault-server.log").toFile())).start();
        long until = System.nanoTime() + 180_000_000_000L;
        Set<String> seen = new HashSet<>();
        while (System.nanoTime() < until) {
            try {
                if (new Browser(childPort).get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (IllegalStateException notYet) {
                seen.add(String.valueOf(notYet.getMessage()));
            }
            assertThat(child.isAlive()).as("the server ended, see target/fault-server.log").isTrue();
            Thread.sleep(200);
        }
        throw new AssertionError("the server does not answer: " + seen);
    }
}
