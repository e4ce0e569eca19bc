package org.mingfa.bench.examine;

import java.nio.file.Path;
import org.mingfa.bench.Machine;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ExamineBenchmark} and says how it stands to the goal. */
public final class ExamineBench {

    private static final double GOAL = 1_000_000;

    private ExamineBench() {}

    public static void run() throws RunnerException {
        Machine.print();
        String law = Path.of(System.getenv().getOrDefault("MINGFA_BENCH_ROOT", ".")).resolve("law").toString();
        RunResult result = new Runner(new OptionsBuilder()
                        .include(ExamineBenchmark.class.getName())
                        .jvmArgsAppend("-Dmingfa.law=" + law)
                        .verbosity(VerboseMode.NORMAL)
                        .build())
                .runSingle();
        double entries = result.getSecondaryResults().get("entries").getScore();
        System.out.printf("%nentries examined on one core: %,.0f/s (goal %,.0f/s: %s)%n", entries, GOAL, entries >= GOAL ? "met" : "MISSED");
    }
}
