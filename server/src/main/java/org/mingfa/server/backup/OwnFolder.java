package org.mingfa.server.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder of backups: made for its owner alone; one that is there already keeps its rights. */
final class OwnFolder {

    private OwnFolder() {}

    static void provide(Path folder, PrintStream say) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (knowsRights(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } else if (knowsRights(folder) && others(folder)) {
            say.println("Others than its owner may look into " + folder + "; what lies there is sealed. For a folder of its own: chmod 700 " + folder);
        }
    }

    private static boolean knowsRights(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    private static boolean others(Path folder) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ);
    }
}
