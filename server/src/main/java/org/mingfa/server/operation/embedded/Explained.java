package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What PostgreSQL printed, as one line that says what to do. */
final class Explained {

    private Explained() {}

    static String of(String what, String printed) {
        if (printed.contains("No space left on device")) {
            return "The disk is full: " + what + ". Make room, or choose another folder with --mingfa.data=FOLDER.";
        }
        if (printed.contains("Permission denied")) {
            return "A folder's rights are wrong: " + what + ": " + lastFault(printed) + " The folder and those above it must be open to this user.";
        }
        if (printed.contains("Address already in use")) {
            return "The port is taken: " + what + ". Choose another with mingfa.database.embedded.port, or 0 for any free one.";
        }
        return what + ": " + lastFault(printed);
    }

    /** Of a log file, from where it was when the server was started. */
    static String ofLog(String what, Path log, long from) {
        try (var file = Files.newByteChannel(log)) {
            file.position(from);
            var bytes = java.nio.channels.Channels.newInputStream(file).readNBytes(64 * 1024);
            return of(what, new String(bytes, StandardCharsets.UTF_8)) + " (log: " + log + ")";
        } catch (IOException e) {
            return what + " (and its log " + log + " cannot be read: " + Folders.reason(e) + ")";
        }
    }

    private static String lastFault(String printed) {
        List<String> lines = printed.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                .reduce((a, b) -> b)
                .or(() -> lines.stream().reduce((a, b) -> b))
                .orElse("it printed nothing")
                .strip();
    }
}
