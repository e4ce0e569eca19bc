package org.mingfa.server.checking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingfa.server.StartupProblem;
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
        String key = environment.getProperty("mingfa.backup.key-file", "");
        if (!key.isBlank() && Backups.last(Path.of(folder)).isPresent()) {
            found.add(opens(Path.of(folder), Path.of(key)));
        }
        if (Files.isDirectory(Path.of(folder))) {
            found.add(MachineChecks.disk("backup-disk", Path.of(folder)));
        }
        return found;
    }

    private static Finding opens(Path folder, Path key) {
        try {
            Backups.opens(folder, key);
            return Finding.ok("backup-key", "opens the last backup");
        } catch (StartupProblem e) {
            return Finding.fault("backup-key", String.valueOf(e.getMessage()), "With another key nothing of it can be restored: put the right one back, or back up into a new folder.");
        } catch (IOException e) {
            return Finding.fault("backup-key", "the last backup cannot be read: " + e.getClass().getSimpleName(), "Run the check as the user who makes the backups.");
        }
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
