package org.mingfa.cli.discretion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.LawFolder;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.discretion.Benchmarks;

/** The tables of {@code law/} and those that {@code --tables} names. */
final class TableFiles {
    private TableFiles() {}

    /** @throws BadInput for the first fault of what was named; faults of law/ are no reason to refuse what does not need them */
    static Benchmarks load(@Nullable String law, List<String> files) {
        Benchmarks own = Benchmarks.load(new PackFolder(LawFolder.find(law).path()).texts());
        if (files.isEmpty()) {
            return own;
        }
        Map<String, String> texts = new TreeMap<>();
        for (String file : files) {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                texts.putAll(new PackFolder(path).texts());
            } else {
                texts.put(file, LawFolder.text(path));
            }
        }
        Benchmarks named = Benchmarks.load(texts);
        if (!named.problems().isEmpty()) {
            throw new BadInput(String.join("\n", named.problems()));
        }
        if (named.tables().isEmpty() && named.grounds().isEmpty() && named.families().isEmpty()) {
            throw new BadInput(String.join(", ", files) + ": no tables (a file of tables begins with discretion: tables)");
        }
        return own.with(texts);
    }
}
