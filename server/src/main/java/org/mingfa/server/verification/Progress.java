package org.mingfa.server.verification;

import java.io.PrintStream;
import java.util.function.LongConsumer;

/** Says on standard error how far the check is, once in a hundred thousand entries. */
final class Progress implements LongConsumer {

    private static final long STEP = 100_000;

    private final PrintStream to;
    private long said;

    Progress(PrintStream to) {
        this.to = to;
    }

    @Override
    public void accept(long entries) {
        if (entries / STEP > said / STEP) {
            to.println(entries + " entries checked");
            said = entries;
        }
    }
}
