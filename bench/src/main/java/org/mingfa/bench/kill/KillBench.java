package org.mingfa.bench.kill;

import org.mingfa.bench.Options;

public final class KillBench {
    private KillBench() {}

    public static void run(Options options) {
        throw new IllegalArgumentException("not yet");
    }
}
