package org.mingfa.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of a benchmark, {@code --name value}; a wrong one is an {@link IllegalArgumentException}. */
public final class Options {

    private static final List<String> NAMES = List.of("clients", "seconds", "cases", "people", "rounds", "folder", "port", "save-sql");
    private static final List<String> FLAGS = List.of("keep");

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /** Reads all words after the first. */
    public static Options parse(String[] words) {
        Options options = new Options();
        for (int i = 1; i < words.length; i++) {
            String name = words[i].startsWith("--") ? words[i].substring(2) : "";
            if (FLAGS.contains(name)) {
                options.values.put(name, "yes");
            } else if (NAMES.contains(name) && i + 1 < words.length) {
                options.values.put(name, words[++i]);
            } else {
                throw new IllegalArgumentException("unknown option, or one without its value: " + words[i]);
            }
        }
        return options;
    }

    public int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " wants a whole number, not " + value, e);
        }
        throw new IllegalArgumentException("--" + name + " must be more than 0");
    }

    public List<Integer> numbers(String name, String otherwise) {
        try {
            return Arrays.stream(values.getOrDefault(name, otherwise).split(",")).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " wants whole numbers with commas between", e);
        }
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Where data folders are made. */
    public Path folder() {
        return Path.of(values.getOrDefault("folder", "/tmp/mingfa-bench"));
    }

    /** The server's port; the database's is the next. */
    public int port() {
        return number("port", 18100);
    }
}
