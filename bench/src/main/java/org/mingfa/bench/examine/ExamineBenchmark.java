package org.mingfa.bench.examine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Replay;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entries examined a second on one core under the road-traffic pack, on 20,000 invented cases of the real log's shape
 * (3.7 events a case). The goal is more than a million.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
public class ExamineBenchmark {

    private static final int CASES = 20_000;
    private static final String[] USUAL = {"create-fine", "send-fine", "insert-fine-notification", "add-penalty", "send-for-credit-collection"};

    private final List<int[]> acts = new ArrayList<>();
    private final List<Moment[]> dates = new ArrayList<>();
    private Replay replay;

    /** Entries examined, reported beside the cases. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counted {
        public long entries;

        @Setup(Level.Iteration)
        public void reset() {
            entries = 0;
        }
    }

    @Setup
    public void load() {
        Path law = Path.of(System.getProperty("mingfa.law", "law"));
        Procedure procedure = Laws.load(texts(law.resolve("examples/road-traffic-fines")))
                .procedure("road-traffic-fines", "", "", LocalDate.of(2006, 1, 1));
        replay = new Replay(procedure, new CaseInfo("bench", "", "", "", Map.of()), WorkCalendar.parse(read(law.resolve("calendar/holidays.yaml"))));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CASES; i++) {
            invent(procedure, random);
        }
    }

    private void invent(Procedure procedure, SplittableRandom random) {
        int length = random.nextInt(100) < 45 ? 2 : 5;
        int[] codes = new int[length];
        Moment[] at = new Moment[length];
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(4_000));
        for (int i = 0; i < length; i++) {
            codes[i] = java.util.Objects.requireNonNull(procedure.act(USUAL[i]), USUAL[i]).index();
            at[i] = Moment.of(day);
            day = day.plusDays(i == 2 ? 60 : random.nextInt(120));
        }
        acts.add(codes);
        dates.add(at);
    }

    private static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> out = new TreeMap<>();
            files.filter(f -> f.toString().endsWith(".yaml")).forEach(f -> out.put(f.toString(), read(f)));
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public int examine(Counted counted) {
        int findings = 0;
        for (int i = 0; i < CASES; i++) {
            int[] codes = acts.get(i);
            Moment[] at = dates.get(i);
            for (int k = 0; k < codes.length; k++) {
                replay.add(codes[k], at[k]);
            }
            replay.finish();
            findings += replay.findings().size();
            replay.reset();
            counted.entries += codes.length;
        }
        return findings;
    }
}
