package org.mingfa.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a benchmark makes and removes; none but those with its own mark in them. */
public final class Folder {

    private static final String MARK = ".mingfa-bench";

    private Folder() {}

    /** Makes the folder, emptied if an earlier run left it. @throws IOException when it holds something else */
    public static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.exists(folder.resolve(MARK))) {
                throw new IOException(folder + " exists and is not a benchmark's; choose another with --folder");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MARK));
    }

    /** Bytes of all files below. */
    public static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }
}
