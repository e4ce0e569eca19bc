package org.mingfa.server.checking;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.backup.Backups;
import org.springframework.core.env.ConfigurableEnvironment;

/** Whether there is a backup, how old it is, and whether there is room for the next. */
final class BackupChecks {

    private static final Duration OLD = Duration.ofHours(36);
    private static final Duration TOO_OLD = Duration.ofDays(7);

    private BackupChecks() {}

    static List<Finding> all(ConfigurableEnvironment environment) {
        String folder = environment.getProperty("mingfa.backup.folder", "");
        if (folder.isBlank()) {
            return List.of(Finding.warn("backup", "mingfa.backup.folder is not set: whether backups are made cannot be seen", "Set it, and run ./mingfa backup every night (docs/operation.md)."));
        }
        List<Finding> found = new ArrayList<>();
        found.add(age(Path.of(folder)));
        if (Files.isDirectory(Path.of(folder))) {
            found.add(MachineChecks.disk("backup-disk", Path.of(folder)));
        }
        return found;
    }

    private static Finding age(Path folder) {
        Optional<Instant> last = Backups.last(folder);
        if (last.isEmpty()) {
            return Finding.warn("backup", "there is none in " + folder, "./mingfa backup --settings FILE, every night by a timer (docs/operation.md).");
        }
        Duration age = Duration.between(last.get(), Instant.now());
        String said = "the last one is " + age.toHours() + " h old";
        return age.compareTo(TOO_OLD) > 0 ? Finding.fault("backup", said, "See why none was made: journalctl -u mingfa-backup.")
                : age.compareTo(OLD) > 0 ? Finding.warn("backup", said, "See why none was made last night: journalctl -u mingfa-backup.") : Finding.ok("backup", said);
    }
}
