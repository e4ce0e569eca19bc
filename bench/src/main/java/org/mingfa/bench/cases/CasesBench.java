package org.mingfa.bench.cases;

import org.mingfa.bench.Options;

public final class CasesBench {
    private CasesBench() {}

    public static void run(Options options) {
        throw new IllegalArgumentException("not yet");
    }
}
