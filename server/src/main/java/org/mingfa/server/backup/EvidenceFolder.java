package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The contents as the server keeps them, {@code ab/cd/abcd…}, in the order of their digests; one leaf folder in memory at a time. */
final class EvidenceFolder {

    private static final Pattern PAIR = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private EvidenceFolder() {}

    /** What is done with a content. */
    interface Each {
        void content(String sha256, Path file) throws IOException;
    }

    static void each(Path root, Each each) throws IOException {
        for (Path one : inside(root, PAIR)) {
            for (Path two : inside(one, PAIR)) {
                String begins = one.getFileName().toString() + two.getFileName();
                for (Path file : inside(two, SHA256)) {
                    String sha256 = file.getFileName().toString();
                    if (sha256.startsWith(begins) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        each.content(sha256, file);
                    }
                }
            }
        }
    }

    private static List<Path> inside(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(path -> name.matcher(path.getFileName().toString()).matches()).sorted().toList();
        }
    }
}
