package org.mingfa.cli.discretion;

import java.util.List;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Console;

/** {@code discretion import}. */
final class TableImport {
    private TableImport() {}

    static int run(List<String> args, Console console) {
        throw new BadInput("import is not there yet");
    }
}
