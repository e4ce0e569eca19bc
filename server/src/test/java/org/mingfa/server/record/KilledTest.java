package org.mingfa.server.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing acknowledged is lost, nothing is doubled, and the chains are whole, whoever is killed in the middle of it. */
class KilledTest {

    @TempDir
    Path folder;

    @Test
    void theDatabaseIsKilledAgainAndAgainWhileActsAreRecorded() throws Exception {
        int acts = 400;
        List<CaseKey> cases = List.of(new CaseKey(1, 1), new CaseKey(1, 2), new CaseKey(1, 3));
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (Appending server = new Appending(folder); var pool = Executors.newFixedThreadPool(cases.size())) {
            List<Future<?>> work = cases.stream().<Future<?>>map(key -> pool.submit(() -> server.from(key, 1, acts, n -> acknowledged.add(key + "/" + n)))).toList();
            for (int kill = 1; kill <= 3; kill++) {
                awaitSize(acknowledged, kill * acts / 2);
                postmaster().destroyForcibly();
            }
            for (Future<?> one : work) {
                one.get();
            }
            for (CaseKey key : cases) {
                assertThat(server.recorded(key)).isEqualTo(numbers(acts));
                assertThat(server.chain(key)).isEqualTo(new Chain(acts, 0, ""));
            }
        }
    }

    @Test
    void theServerIsKilledAgainAndAgainWhileItRecordsActs() throws Exception {
        int acknowledged = 0;
        for (int kill = 1; kill <= 2; kill++) {
            Process server = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", System.getProperty("java.class.path"),
                            Appending.class.getName(), folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            acknowledged = lastAfter(server, 150);
            server.destroyForcibly().waitFor();
        }
        try (Appending server = new Appending(folder)) {
            CaseKey key = new CaseKey(1, 1);
            Set<Integer> recorded = server.recorded(key);
            assertThat(recorded).hasSizeGreaterThanOrEqualTo(acknowledged).isEqualTo(numbers(recorded.size()));
            assertThat(server.chain(key).whole()).isTrue();
        }
    }

    /** Reads so many acknowledgements and gives the last number of them. */
    private static int lastAfter(Process server, int many) throws IOException {
        int last = 0;
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream()));
        for (int read = 0; read < many; ) {
            String line = out.readLine();
            assertThat(line).as("the server goes on").isNotNull();
            if (line.startsWith("recorded ")) {
                last = Integer.parseInt(line.substring("recorded ".length()));
                read++;
            }
        }
        return last;
    }

    private static Set<Integer> numbers(int last) {
        return new java.util.TreeSet<>(IntStream.rangeClosed(1, last).boxed().toList());
    }

    private static void awaitSize(Set<String> set, int size) throws InterruptedException {
        while (set.size() < size) {
            Thread.sleep(5);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
