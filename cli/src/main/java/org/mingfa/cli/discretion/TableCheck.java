package org.mingfa.cli.discretion;

import java.util.List;
import java.util.Set;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.Options;
import org.mingfa.core.discretion.Benchmarks;
import org.mingfa.core.discretion.TableChecks;

/** {@code discretion check}. */
final class TableCheck {
    private TableCheck() {}

    static int run(List<String> args, Console console) {
        Arguments arguments = Arguments.of(args);
        Options options = Options.parse(arguments.rest(), Set.of(), Set.of("--law"));
        if (!options.words().isEmpty()) {
            throw new BadInput("usage: mingfa discretion check [--tables FILE.yaml]... [--law DIR]");
        }
        Benchmarks all = TableFiles.load(options.value("--law"), arguments.tables());
        List<TableChecks.Finding> findings = TableChecks.of(all);
        all.problems().forEach(console.out()::println);
        findings.forEach(console.out()::println);
        long faults = findings.stream().filter(f -> !f.warning()).count() + all.problems().size();
        console.out().println("tables " + all.tables().size() + ", grounds " + all.grounds().size() + ", families " + all.families().size()
                + ", faults " + faults
                + ", warnings " + findings.stream().filter(TableChecks.Finding::warning).count());
        return faults == 0 ? Command.OK : Command.FAILED;
    }
}
