package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingfa.server.StartupProblem;

/** A folder of backups: {@code sets/} by their moment, and {@code files/}, which all sets share. */
public final class Backups {

    static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Ends the name of a set that is not whole: being made, or being removed. */
    static final String PART = ".part";
    private static final Pattern SET = Pattern.compile("\\d{8}T\\d{6}Z");

    private Backups() {}

    /** When the last whole set was made. */
    public static Optional<Instant> last(Path folder) {
        List<String> all = sets(folder);
        return all.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(all.getLast(), NAME).toInstant(ZoneOffset.UTC));
    }

    /** Names of the whole sets, oldest first. */
    static List<String> sets(Path folder) {
        Path sets = folder.resolve("sets");
        if (!Files.isDirectory(sets)) {
            return List.of();
        }
        try (var all = Files.list(sets)) {
            return all.map(path -> path.getFileName().toString()).filter(name -> SET.matcher(name).matches()).sorted().toList();
        } catch (IOException e) {
            throw new StartupProblem("The backups in " + sets + " cannot be read by this user.", e);
        }
    }

    /** What a backup that was killed has left. Only under the lock of the folder. */
    static void removeParts(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder.resolve("sets"), "*" + PART)) {
            for (Path part : parts) {
                SealedOut.remove(part);
            }
        }
    }

    /** Whether the key opens what the last set says of itself. @throws StartupProblem in one line where it does not */
    public static void opens(Path folder, Path keyFile) throws IOException {
        String set = sets(folder).getLast();
        new SealedIn(BackupKey.read(keyFile)).text(folder.resolve("sets").resolve(set).resolve("manifest"), set + " manifest");
    }

    /** Where a content lies, by its name under the key. */
    static Path content(Path folder, String name) {
        return folder.resolve("files").resolve(name.substring(0, 2)).resolve(name);
    }
}
