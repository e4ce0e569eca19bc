package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import org.mingfa.server.StartupProblem;

/** Files that only their owner may read. */
final class Folders {

    private static final long MIB = 1024 * 1024;

    private Folders() {}

    /** Makes a folder of mode 0700 where there is none. */
    static void makePrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new StartupProblem("Cannot keep data in " + folder + ": it is not a folder. Choose another with --mingfa.data=FOLDER.", e);
        } catch (IOException e) {
            throw new StartupProblem("Cannot write in " + folder + " (" + reason(e) + "). Give this user the right to, or choose another with --mingfa.data=FOLDER.", e);
        }
    }

    static void needSpace(Path folder, long mebibytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            if (free < mebibytes) {
                throw new StartupProblem("The disk of " + folder + " is full: " + free + " MiB free, " + mebibytes
                        + " MiB needed. Make room, or choose another folder with --mingfa.data=FOLDER.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret kept in a file of mode 0600; drawn and written there first if the file is missing. */
    static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[24];
                new SecureRandom().nextBytes(drawn);
                writePrivate(file, HexFormat.of().formatHex(drawn));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartupProblem("Cannot keep the password file " + file + " (" + reason(e) + "). Free the disk or mend its rights.", e);
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, text + "\n", StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.contains("No space left") ? "the disk is full" : e.getClass().getSimpleName() + ": " + message;
    }
}
