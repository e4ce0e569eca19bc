package org.mingfa.core.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingfa.core.calendar.WorkCalendar;

/** The packs of this repository, for tests. */
final class LawFolder {

    static final Path LAW = Path.of("..", "law");

    private LawFolder() {}

    static Map<String, String> texts(Path folder) {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".yaml")).forEach(f -> out.put(folder.relativize(f).toString(), read(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    static String read(Path f) {
        try {
            return Files.readString(f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkCalendar calendar() {
        return WorkCalendar.parse(read(LAW.resolve("calendar/holidays.yaml")));
    }
}
