package org.mingfa.cli;

import java.io.IOException;
import java.util.List;

/** One subcommand. */
public interface Command {
    int OK = 0;
    int FAILED = 1;
    int BAD_INPUT = 2;

    /** What it does and takes, a whole screen at most. */
    String help();

    /**
     * @return {@link #OK}; {@link #FAILED} where a check does not hold; {@link #BAD_INPUT}
     * @throws BadInput for wrong usage or input that cannot be read
     */
    int run(List<String> args, Console console) throws IOException;
}
