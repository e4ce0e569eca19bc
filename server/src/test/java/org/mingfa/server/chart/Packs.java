package org.mingfa.server.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;

/** The law packs of this repository, or of another folder ({@code MINGFA_CHART_LAW}), read once. */
final class Packs {

    static final Laws LAWS = read(Path.of(System.getenv().getOrDefault("MINGFA_CHART_LAW", "../law")));

    private Packs() {}

    private static Laws read(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path p : found.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(p).toString(), Files.readString(p));
            }
            return Laws.known(texts);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every base procedure, and the ordinary procedure with the layers of a field and a province. */
    static List<Procedure> all() {
        return Stream.concat(LAWS.procedures().stream(), Stream.of(ordinary("市场监管", "371100"))).toList();
    }

    static Procedure ordinary(String field, String region) {
        return LAWS.procedure("penalty-ordinary", field, region, LocalDate.of(2026, 11, 22));
    }
}
