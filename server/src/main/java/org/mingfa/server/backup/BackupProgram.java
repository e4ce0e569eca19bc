package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.database.OwnerDoor;
import org.springframework.core.env.ConfigurableEnvironment;

/** {@code ./mingfa backup --settings FILE [--to=DIR] [--key=FILE]}. */
public final class BackupProgram {

    private BackupProgram() {}

    public static void main(String[] arguments) {
        System.exit(Program.run(arguments, BackupProgram::back));
    }

    private static void back(ConfigurableEnvironment environment) throws IOException, SQLException {
        long began = System.nanoTime();
        Path folder = Program.folder(environment, "to");
        String user = environment.getProperty("mingfa.backup.user", "");
        if (user.isBlank()) {
            throw new StartupProblem("mingfa.backup.user is not set: row policies hold for the owner too, so that it cannot read all."
                    + " As the database's administrator: create role mingfa_backup login bypassrls in role pg_read_all_data password '…'; then set it and mingfa.backup.password-file.");
        }
        Backup.Place place = new Backup.Place(OwnerDoor.open(environment).url(), user, environment.getProperty("mingfa.backup.password", ""),
                Program.evidence(environment), masterKey(environment));
        String set = new Backup(place, Program.key(environment), folder, System.out).make(environment.getProperty("mingfa.backup.keep", Integer.class, 14));
        System.out.printf("backup %s in %s, %.1f s%n", set, folder, (System.nanoTime() - began) / 1e9);
    }

    private static String masterKey(ConfigurableEnvironment environment) throws IOException {
        String given = environment.getProperty("mingfa.master-key");
        Path file = Program.data(environment).resolve("master.key");
        if (given == null && !Files.isReadable(file)) {
            throw new StartupProblem("The master key " + file + " cannot be read; without it a backup is worth nothing. Run this as the user Mingfa runs as.");
        }
        return given == null ? Files.readString(file).strip() : given;
    }
}
