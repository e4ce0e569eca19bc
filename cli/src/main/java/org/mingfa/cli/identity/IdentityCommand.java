package org.mingfa.cli.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.Command;
import org.mingfa.cli.Console;
import org.mingfa.cli.Options;
import org.mingfa.core.identity.CitizenId;
import org.mingfa.core.identity.DivisionCode;
import org.mingfa.core.identity.Uscc;

/** {@code identity uscc | id | division}, of the codes given or line by line. */
public final class IdentityCommand implements Command {
    private static final int SHOWN = 60;

    @Override
    public String help() {
        return """
                mingfa identity uscc CODE... | -             统一社会信用代码 (GB 32100): characters and check character
                mingfa identity id CODE... | -               公民身份号码 (GB 11643): province, day of birth, check character
                mingfa identity division CODE... | - [--divisions FILE]
                                                             行政区划代码 (GB/T 2260: 6 digits; statistics: 9 or 12)

                Answers each code on its own line, in order: `CODE valid` or `CODE invalid: reason`. With - the codes are
                the lines of standard input; an empty line is answered too, so that line N answers line N.
                Space around a code is left out; lower case and full-width characters are not corrected but named.

                Valid means well formed. Whether a code was ever issued is the register's to say. Of a division only the
                structure is checked, and this is said on standard error, unless --divisions gives a table (CSV with a
                column code, such as code,name,level; codes of 2 and 4 digits are filled with zeros).

                Exit code 0 when every code is valid, 1 when one is not, 2 for wrong usage.
                """;
    }

    @Override
    public int run(List<String> args, Console console) throws IOException {
        Options options = Options.parse(args, Set.of(), Set.of("--divisions"));
        if (options.words().size() < 2) {
            throw new BadInput("usage: mingfa identity uscc | id | division  CODE... or -");
        }
        String kind = options.words().getFirst();
        if (options.has("--divisions") && !kind.equals("division")) {
            throw new BadInput("--divisions belongs to mingfa identity division");
        }
        List<String> codes = options.words().subList(1, options.words().size());
        if (codes.contains("-") && codes.size() > 1) {
            throw new BadInput("give codes or -, not both");
        }
        return kind.equals("division") ? divisions(options.value("--divisions"), codes, console) : answer(check(kind), codes, console);
    }

    private static Function<String, Optional<String>> check(String kind) {
        LocalDate today = LocalDate.now();
        return switch (kind) {
            case "uscc" -> Uscc::fault;
            case "id" -> number -> CitizenId.fault(number, today);
            default -> throw new BadInput("unknown kind of code '" + kind + "'; known are uscc, id, division");
        };
    }

    private static int divisions(@Nullable String file, List<String> codes, Console console) throws IOException {
        if (file == null) {
            int code = answer(DivisionCode::fault, codes, console);
            console.err().println("structure and province were checked, not whether the division exists; --divisions FILE looks it up");
            return code;
        }
        DivisionTable table = DivisionTable.read(Path.of(file));
        int code = answer(c -> DivisionCode.fault(c).or(() -> table.fault(c)), codes, console);
        if (table.unknowable() > 0) {
            console.err().println(table.unknowable() + " of the codes are of a level that " + file
                    + " does not hold in their province: of these the structure was checked");
        }
        return code;
    }

    private static int answer(Function<String, Optional<String>> check, List<String> codes, Console console) throws IOException {
        if (!codes.equals(List.of("-"))) {
            int worst = OK;
            for (String code : codes) {
                worst = Math.max(worst, answer(check, code.strip(), console.out()));
            }
            return worst;
        }
        var lines = new CodeLines(console.in());
        int worst = OK;
        for (String line = lines.next(); line != null; line = lines.next()) {
            worst = Math.max(worst, answer(check, line, console.out()));
            if (!lines.ready()) {
                console.out().flush(); // someone may wait for this answer before asking again
            }
        }
        return worst;
    }

    private static int answer(Function<String, Optional<String>> check, String code, PrintStream out) {
        Optional<String> fault = code.isEmpty() ? Optional.of("the line is empty")
                : code.endsWith("…") ? Optional.of("too long to be a code") : check.apply(code);
        out.println(shown(code) + fault.map(f -> " invalid: " + f).orElse(" valid"));
        return fault.isEmpty() ? OK : FAILED;
    }

    /** The code as it stood there, on one line. */
    private static String shown(String code) {
        String plain = code.replaceAll("\\p{Cntrl}", "?");
        return plain.isEmpty() ? "(empty)" : plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
