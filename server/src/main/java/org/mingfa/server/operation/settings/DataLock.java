package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.mingfa.server.StartupProblem;

/** One server for a data folder: the lock is held until the process ends, however it ends. */
final class DataLock {

    @SuppressWarnings("unused") // held
    private static volatile FileChannel held;

    private DataLock() {}

    /** Also writes {@code running} (process, port) for {@code ./mingfa stop}. */
    static void take(Path folder, int port) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            FileChannel channel = FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartupProblem("Mingfa runs already on the data in " + folder + runningAs(folder) + ". Stop it with ./mingfa stop --data " + folder + ", or give this one a folder of its own.");
            }
            held = channel;
            Path running = folder.resolve("running");
            Files.writeString(running, ProcessHandle.current().pid() + " " + port + "\n");
            running.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new StartupProblem("Cannot write in the data folder " + folder + " (" + e.getClass().getSimpleName()
                    + "). Make it, owned by the user Mingfa runs as, mode 0700, or correct mingfa.data.", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String runningAs(Path folder) throws IOException {
        Path running = folder.resolve("running");
        return Files.exists(running) ? " (process " + Files.readString(running, StandardCharsets.US_ASCII).strip().split(" ")[0] + ")" : "";
    }
}
