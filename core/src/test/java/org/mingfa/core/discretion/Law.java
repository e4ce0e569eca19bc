package org.mingfa.core.discretion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The benchmarks of this repository, and short ways to ask them. */
final class Law {
    static final LocalDate SPRING = LocalDate.of(2026, 3, 2);
    static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);
    static final Benchmarks ALL = load();

    private Law() {}

    private static Benchmarks load() {
        Map<String, String> texts = new TreeMap<>();
        Path law = Path.of("..", "law");
        try (Stream<Path> files = Files.walk(law)) {
            for (Path f : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                texts.put(law.relativize(f).toString(), Files.readString(f));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Benchmarks.load(texts);
    }

    static Assessment assess(Situation s) {
        return new Calculator(ALL).assess(s);
    }

    /** Of the party of the case. */
    static Assessment.Party party(Situation s) {
        return assess(s).parties().getFirst();
    }

    /** 元 from and to, as 5-10 or 0-5 or 20. */
    static Range yuan(long from, long to) {
        return Range.of(from * 100, to * 100);
    }

    static Benchmarks tables(String yaml) {
        return ALL.with(Map.of("t.yaml", yaml));
    }
}
