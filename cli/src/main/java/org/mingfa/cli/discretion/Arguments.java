package org.mingfa.cli.discretion;

import java.util.ArrayList;
import java.util.List;
import org.mingfa.cli.BadInput;

/** Takes the repeatable {@code --tables FILE [FILE...]} out of the arguments. */
record Arguments(List<String> rest, List<String> tables) {

    static Arguments of(List<String> args) {
        var rest = new ArrayList<String>();
        var tables = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.startsWith("--tables=")) {
                tables.add(arg.substring("--tables=".length()));
            } else if (!arg.equals("--tables")) {
                rest.add(arg);
            } else {
                int first = i;
                while (i + 1 < args.size() && !args.get(i + 1).startsWith("--") && (i == first || args.get(i + 1).matches(".*\\.ya?ml"))) {
                    tables.add(args.get(++i));
                }
                if (i == first) {
                    throw new BadInput("--tables wants a file");
                }
            }
        }
        return new Arguments(rest, tables);
    }
}
