package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which seventh of the contents is read again this time, at its source and in the backup, so that a week of nights reads
 * all. The number lies in the folder of backups and goes on only after a backup that found nothing damaged.
 */
final class Rounds {

    static final int PARTS = 7;

    private final Path file;
    private final int now;

    Rounds(Path folder) throws IOException {
        file = folder.resolve("round");
        String held = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        now = held.matches("[0-6]") ? Integer.parseInt(held) : 0;
    }

    boolean has(String sha256) {
        return Integer.parseInt(sha256, 0, 4, 16) % PARTS == now;
    }

    void done() throws IOException {
        Files.writeString(file, (now + 1) % PARTS + "\n");
    }
}
