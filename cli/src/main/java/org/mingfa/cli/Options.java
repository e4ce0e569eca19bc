package org.mingfa.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments of a command: options that begin with {@code --}, anywhere, and the words between them. */
public record Options(List<String> words, Map<String, String> named) {

    /**
     * @param flags options without a value
     * @param valued options with a value, as {@code --pack DIR} or {@code --pack=DIR}
     * @throws BadInput for an unknown option, a missing value, an option given twice
     */
    public static Options parse(List<String> args, Set<String> flags, Set<String> valued) {
        var words = new ArrayList<String>();
        var named = new HashMap<String, String>();
        for (var rest = args.iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            if (!arg.startsWith("--")) {
                words.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            String value;
            if (valued.contains(name)) {
                value = equals >= 0 ? arg.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
                if (value.isEmpty()) {
                    throw new BadInput(name + " wants a value");
                }
            } else if (flags.contains(name) && equals < 0) {
                value = "true";
            } else {
                throw new BadInput("unknown option " + arg);
            }
            if (named.put(name, value) != null) {
                throw new BadInput(name + " is given twice");
            }
        }
        return new Options(List.copyOf(words), Map.copyOf(named));
    }

    public boolean has(String name) {
        return named.containsKey(name);
    }

    public @Nullable String value(String name) {
        return named.get(name);
    }
}
