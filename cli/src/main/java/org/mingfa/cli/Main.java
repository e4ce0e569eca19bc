package org.mingfa.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.audit.AuditCommand;
import org.mingfa.cli.discretion.DiscretionCommand;
import org.mingfa.cli.due.DueCommand;
import org.mingfa.cli.identity.IdentityCommand;
import org.mingfa.cli.law.LawCommand;

/** {@code mingfa due | law | audit | identity | discretion}: runs one command and ends with its exit code. */
public final class Main {
    private static final String USAGE = """
            mingfa due START N UNIT [--strict] [--explain]      the last day of a period
            mingfa law check [--library DIR]                    loads all packs and runs their examples
            mingfa law coverage FILE                            which rules of a survey of the law the packs encode
            mingfa audit --pack DIR FILE [--json] [--cases RULE] examines an event log (XES)
            mingfa identity uscc|id|division CODE... | -        whether codes are valid, and what is wrong with those that are not
            mingfa discretion eval FILE.json | check | import FILE.csv  fines by the law and a benchmark; reads benchmarks
            mingfa COMMAND --help                               more about one of them

            Exit codes: 0 done; 1 a check does not hold; 2 wrong usage or input that cannot be read.
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), Console.system()));
    }

    static int run(List<String> args, Console console) {
        String name = args.isEmpty() ? "" : args.getFirst();
        Command command = command(name);
        if (command == null) {
            return usage(name, console);
        }
        List<String> rest = args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            console.out().print(command.help());
            return finish(Command.OK, console);
        }
        try {
            return finish(command.run(rest, console), console);
        } catch (BadInput e) {
            return refuse("mingfa " + name + ": " + e.getMessage(), console);
        } catch (IOException e) {
            return refuse("mingfa " + name + ": " + LawFolder.reason(e), console);
        }
    }

    private static @Nullable Command command(String name) {
        return switch (name) {
            case "due" -> new DueCommand();
            case "law" -> new LawCommand();
            case "audit" -> new AuditCommand();
            case "identity" -> new IdentityCommand();
            case "discretion" -> new DiscretionCommand();
            default -> null;
        };
    }

    private static int usage(String name, Console console) {
        if (List.of("help", "--help", "-h").contains(name)) {
            console.out().print(USAGE);
            return finish(Command.OK, console);
        }
        return refuse((name.isEmpty() ? "" : "mingfa: no command '" + name + "'\n") + USAGE.stripTrailing(), console);
    }

    private static int refuse(String message, Console console) {
        console.out().flush();
        console.err().println(message);
        return Command.BAD_INPUT;
    }

    private static int finish(int code, Console console) {
        if (console.out().checkError()) {
            return refuse("mingfa: the output could not be written", console);
        }
        return code;
    }
}
