package org.mingfa.cli.law;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.LawFolder;
import org.mingfa.cli.Options;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.procedure.Census;
import org.mingfa.core.procedure.Examples;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.StateCheck;

/** {@code law check}, {@code law coverage} and {@code law import}. */
public final class LawCommand implements Command {

    @Override
    public String help() {
        return """
                mingfa law check [--library DIR] [--also DIR] [--law DIR] [--states N [--walks N] [--procedure CODE]]
                mingfa law coverage FILE [--law DIR]
                mingfa law import FILE.xml --procedure CODE [--field F] [--region CODE] [--on DAY] [--law DIR]

                check: loads every pack, checks it, runs all examples; every rule and clock must have an example that
                satisfies it and one that breaks it. What does not hold is printed as file:line: reason.

                --library DIR  texts of law by article (files {law, short, articles: [{no, text}]}, or a folder
                               json/ with them): then every citation must resolve to an article, paragraph and item
                               in some version; texts that are not in the library are listed as not held
                --also DIR     resolves what else cites the law: the keys cite and basis of every .yaml there
                --states N     looks at up to N states that a case of each procedure can reach, without time, guards both
                               ways, up to two objects of a kind, and asks of each whether the case can still be closed;
                               and makes random cases with time and contents (--walks N, 200 unless told). Prints per
                               procedure how many states, whether these are all, dead ends with the way there, states
                               left undecided, walks and how many of them were closed. A dead end fails the check.
                               A million states of a long procedure want about 1 GB of memory
                --procedure CODE  looks at the states of this one only
                --law DIR      the packs; without it MINGFA_LAW, or the nearest folder law/

                The last line counts: packs (procedures and layers), acts, rules (needs, waits and conditions),
                clocks (relations with a period), examples, citations (one for each place and text cited).
                coverage: reads the ids of FILE (rows of its tables such as | PEN-020 |, the timelines of 9.4, the negative tests
                of 9.5) and says for each where packs encode it (ref: [PEN-020]), that a parameter holds it, that it comes
                later or was left out, and why (law/coverage.yaml). Fails for an id that nothing speaks of and for a mark
                or entry that the file does not know.

                import: reads a DCR graph (exported from the platform, changed in a DCR tool) beside the procedure as it stands on
                a day (today unless told), for a field and a region (none unless told), and prints each relation that differs
                as pack text, with the file and place where it goes, then what a pack cannot take and why. Writes nothing.

                Exit code 0 when everything holds, 1 when something does not.
                """;
    }

    @Override
    public int run(List<String> args, Console console) {
        Options options = Options.parse(args, Set.of(), Set.of("--library", "--law", "--also", "--states", "--walks", "--procedure", "--field", "--region", "--on"));
        LawFolder folder = LawFolder.find(options.value("--law"));
        List<String> words = options.words();
        if (words.size() == 2 && words.getFirst().equals("coverage")) {
            return RuleCoverage.report(Path.of(words.getLast()), new PackFolder(folder.path()), console.out()) ? OK : FAILED;
        }
        if (words.size() == 2 && words.getFirst().equals("import")) {
            return imported(options, Path.of(words.getLast()), folder, console.out());
        }
        if (!words.equals(List.of("check"))) {
            throw new BadInput("usage: mingfa law check [--library DIR] [--also DIR] [--law DIR], mingfa law coverage FILE [--law DIR],"
                    + " or mingfa law import FILE.xml --procedure CODE [--law DIR]");
        }
        return check(options, folder, console.out());
    }

    private static int imported(Options options, Path file, LawFolder folder, PrintStream out) {
        String code = options.value("--procedure");
        if (code == null) {
            throw new BadInput("law import wants --procedure CODE: the procedure that the graph was made of");
        }
        DcrImport.report(file, new PackFolder(folder.path()).texts(), code, options.named().getOrDefault("--field", ""), options.named().getOrDefault("--region", ""),
                day(options.value("--on")), out);
        return OK;
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return text == null ? LocalDate.now() : LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new BadInput("--on wants a day such as 2026-03-01, not '" + text + "'");
        }
    }

    private static int check(Options options, LawFolder folder, PrintStream out) {
        Library library = library(options.value("--library"));
        Laws laws = Laws.load(new PackFolder(folder.path()).texts());
        Examples.Report examples = Examples.run(laws, folder.calendar());
        Census census = laws.census();
        List<Census.Cited> cited = new ArrayList<>(laws.citations());
        String also = options.value("--also");
        if (also != null) {
            cited.addAll(OtherCitations.in(new PackFolder(Path.of(also))));
        }
        Citations citations = Citations.check(cited, library);
        laws.problems().forEach(out::println);
        examples.failures().forEach(out::println);
        examples.uncovered().forEach(out::println);
        citations.unresolved().forEach(out::println);
        citations.notHeld().forEach((name, times) -> out.println("not held: " + name + " (cited " + times + (times == 1 ? " time)" : " times)")));
        census.unverified().stream().sorted(Comparator.comparing(Census.Cited::file).thenComparing(Census.Cited::line)).forEach(u -> out.println("not verified: " + u.title() + " (" + u.file() + ":" + u.line() + ")"));
        if (library == null) {
            out.println("no --library given: citations were counted, not resolved");
        }
        boolean closable = states(options, laws, folder, out);
        out.println("packs " + census.packs() + ", acts " + census.acts() + ", rules " + census.rules() + ", clocks " + census.clocks()
                + ", examples " + examples.run() + ", citations " + citations.count()
                + ", unresolved " + citations.unresolved().size() + ", not held " + citations.timesNotHeld());
        return laws.problems().isEmpty() && examples.ok() && citations.unresolved().isEmpty() && closable ? OK : FAILED;
    }

    private static boolean states(Options options, Laws laws, LawFolder folder, PrintStream out) {
        String states = options.value("--states");
        if (states == null) {
            return true;
        }
        int walks = number("--walks", options.named().getOrDefault("--walks", "200"));
        List<Boolean> closable = new ArrayList<>();
        StateCheck.of(laws, procedure(options, laws), folder.calendar(), number("--states", states), walks, a -> {
            out.println("states of " + a.code() + ": " + a.text());
            a.more().forEach(m -> out.println("  " + m));
            closable.add(a.ok());
        });
        return !closable.contains(false);
    }

    private static @Nullable String procedure(Options options, Laws laws) {
        String code = options.value("--procedure");
        if (code != null && laws.procedures().stream().noneMatch(p -> p.code().equals(code))) {
            throw new BadInput("no procedure '" + code + "'; there are: "
                    + laws.procedures().stream().map(p -> p.code()).distinct().sorted().collect(Collectors.joining(", ")));
        }
        return code;
    }

    private static int number(String name, String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new BadInput(name + " wants a number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Library library(@Nullable String folder) {
        return folder == null ? null : Library.load(Path.of(folder));
    }
}
