package org.mingfa.server.operation.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;

/**
 * The programs of one PostgreSQL.
 *
 * @param bin the folder with initdb and postgres
 * @param major their version, e.g. 18
 */
record Binaries(Path bin, int major) {

    /** Version of the carried programs; names the folder they are unpacked in, so it changes with the dependency. */
    static final String CARRIED = "18.4.0";

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** Those in a folder of the machine, or with none given those that Mingfa carries, unpacked below {@code folder} once. */
    static Binaries in(@Nullable Path given, Path folder, Unprivileged user) {
        Path bin = given != null ? given : unpacked(folder).resolve("bin");
        if (!Files.isExecutable(bin.resolve("postgres"))) {
            throw new StartupProblem("There is no PostgreSQL in " + bin + ". Correct mingfa.database.embedded.binaries or leave it out.");
        }
        Matcher version = VERSION.matcher(user.run(bin, "postgres", "--version"));
        if (!version.find()) {
            throw new StartupProblem("The program postgres in " + bin + " does not say its version. Correct mingfa.database.embedded.binaries.");
        }
        return new Binaries(bin, Integer.parseInt(version.group(1)));
    }

    private static Path unpacked(Path folder) {
        Path place = folder.resolve("pgsql-" + CARRIED);
        if (Files.isDirectory(place)) {
            return place;
        }
        Path part = folder.resolve("pgsql-" + CARRIED + ".part");
        try (InputStream archive = Binaries.class.getResourceAsStream(archiveName())) {
            if (archive == null) {
                throw new StartupProblem("This build carries no PostgreSQL for " + System.getProperty("os.arch") + ". " + useYours());
            }
            Folders.needSpace(folder, 200);
            Folders.delete(part);
            Files.createDirectory(part);
            TarXz.unpack(archive, part);
            return Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupProblem("Cannot unpack PostgreSQL in " + folder + " (" + Folders.reason(e) + "). Make room or choose another folder with --mingfa.data=FOLDER.", e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new StartupProblem("No PostgreSQL is carried for " + system + ". " + useYours());
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64" -> "/postgres-linux-arm_64.txz";
            default -> throw new StartupProblem("No PostgreSQL is carried for " + System.getProperty("os.arch") + ". " + useYours());
        };
    }

    private static String useYours() {
        return "Give the address of one with MINGFA_DATABASE_URL, MINGFA_DATABASE_USER and MINGFA_DATABASE_PASSWORD.";
    }
}
