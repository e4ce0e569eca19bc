package org.mingfa.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.operation.embedded.EmbeddedPostgres;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code ./mingfa restore --settings FILE [--from=DIR] [--set=NAME] [--key=FILE]}: into the empty database and data folder
 * of the settings; with {@code --drill} into a throwaway database of our own, proven and removed.
 */
public final class RestoreProgram {

    private RestoreProgram() {}

    public static void main(String[] arguments) {
        System.exit(Program.run(arguments, RestoreProgram::restore));
    }

    private static void restore(ConfigurableEnvironment environment) throws IOException {
        long began = System.nanoTime();
        Path folder = Program.folder(environment, "from");
        String set = environment.getProperty("set", "");
        List<String> sets = Backups.sets(folder);
        if (sets.isEmpty() || !set.isBlank() && !sets.contains(set)) {
            throw new StartupProblem(sets.isEmpty() ? "There is no whole backup in " + folder + "." : "There is no backup " + set + " in " + folder + "; there are " + String.join(", ", sets) + ".");
        }
        String chosen = set.isBlank() ? sets.getLast() : set;
        Restore restore = new Restore(folder, chosen, Program.key(environment), System.out);
        boolean drill = environment.containsProperty("drill");
        if (drill) {
            drill(restore);
        } else {
            forReal(environment, restore);
        }
        System.out.printf("%s of %s: proven, %.1f s%n", drill ? "restore drill" : "restore", chosen, (System.nanoTime() - began) / 1e9);
    }

    private static void forReal(ConfigurableEnvironment environment, Restore restore) throws IOException {
        Path data = Program.data(environment);
        Path evidence = Program.evidence(environment);
        if (Files.exists(data.resolve("master.key")) || Files.exists(evidence)) {
            throw new StartupProblem("The data folder " + data + " is not empty (it has a master key or evidence). A restore goes into an empty place only: name a new folder in the settings.");
        }
        restore.into(OwnerDoor.open(environment), new IntoFolder(data, evidence));
        sync(data, evidence);
    }

    /** Nothing is called restored that a power cut could still take. */
    private static void sync(Path... folders) throws IOException {
        for (Path folder : folders) {
            if (Files.exists(folder) && Client.waitFor(new ProcessBuilder("sync", "--file-system", folder.toString()).inheritIO().start()) != 0) {
                throw new StartupProblem("All is restored and proven, but the disk of " + folder + " did not take it (sync failed). Look at the disk, then restore again.");
            }
        }
    }

    /** Everything lies in one folder that goes at the end, however it ends. */
    private static void drill(Restore restore) throws IOException {
        Path box = Files.createTempDirectory("mingfa-drill", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Options(box.resolve("postgres"), null, 0))) {
            Address owner = server.database("drill");
            restore.into(OwnerDoor.at(owner.url(), owner.user(), owner.password()), new IntoFolder(box, null));
        } finally {
            SealedOut.remove(box);
        }
    }

    /** Files by their digest, as the server keeps them; with no folder of evidence they are proven only. */
    private record IntoFolder(Path data, @org.jspecify.annotations.Nullable Path evidence) implements Restore.Contents {

        @Override
        public OutputStream content(String sha256) throws IOException {
            if (evidence == null) {
                return OutputStream.nullOutputStream();
            }
            Path folder = evidence.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
            Files.createDirectories(folder);
            return Files.newOutputStream(folder.resolve(sha256), StandardOpenOption.CREATE_NEW);
        }

        @Override
        public Path key(String hex) throws IOException {
            Files.createDirectories(data);
            Path file = data.resolve("master.key");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, hex + "\n", StandardOpenOption.SYNC);
        }
    }
}
