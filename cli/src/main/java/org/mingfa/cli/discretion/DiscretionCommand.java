package org.mingfa.cli.discretion;

import java.io.IOException;
import java.util.List;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;

/** {@code discretion eval}, {@code discretion check} and {@code discretion import}. */
public final class DiscretionCommand implements Command {

    @Override
    public String help() {
        return """
                mingfa discretion eval FILE.json [--json] [--tables FILE.yaml]... [--law DIR]
                mingfa discretion check [--tables FILE.yaml]... [--law DIR]
                mingfa discretion import FILE.csv --dry-run
                mingfa discretion import FILE.csv --to FILE.yaml [--force] [--level province] [--region 44]

                eval: for each situation of FILE.json the statutory range (法定幅度), the benchmark's (裁量幅度), what 从轻 or
                从重 makes of it, a proposal, and the explanation that goes into the decision word for word. Tables are those
                of the file itself, of --tables, and of law/ (docs/discretion.md; law/examples/discretion/situations.json).
                --json prints one JSON value instead, sums in 分.
                What cannot be answered is said by number and field; the others are answered. - reads standard input.

                check: reads all tables, and says where a table leaves its statute or the table above it, and where its
                tiers leave a gap or overlap (warnings).

                import: reads a published table (its columns say whose: Jiangmen, Guangdong, Shenzhen, or rows with 处罚标准).
                Every row is read or reported as `row N (row_id): reason`, never guessed; the last line is
                `rows N, read N, reported N`. --to writes what was read as tables that eval reads.

                Exit code 0 when all was answered or read as asked; check: 1 when something does not hold; 2 for wrong usage,
                files that cannot be read, and situations that cannot be answered.
                """;
    }

    @Override
    public int run(List<String> args, Console console) throws IOException {
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "eval" -> Evaluation.run(rest, console);
            case "check" -> TableCheck.run(rest, console);
            case "import" -> TableImport.run(rest, console);
            default -> throw new BadInput("usage: mingfa discretion eval FILE.json | check | import FILE.csv --dry-run");
        };
    }
}
