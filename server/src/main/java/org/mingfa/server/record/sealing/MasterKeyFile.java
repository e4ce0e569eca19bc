package org.mingfa.server.record.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.mingfa.server.StartupProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the master key is kept: 64 hex digits in a file {@code master.key} of mode 0600, or in a setting. */
public final class MasterKeyFile {

    private MasterKeyFile() {}

    /** Reads the key of a data folder; draws and keeps one if there is none and the database has not seen one either. */
    public static MasterKey in(Path folder, JdbcClient jdbc) {
        Path file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                if (kept(jdbc).isPresent()) {
                    throw new StartupProblem("The file " + file + " is missing, and the personal data in the database was sealed with the key it held."
                            + " Put it back, or give the key with MINGFA_MASTER_KEY.");
                }
                draw(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartupProblem("Cannot keep the master key in " + file + " (" + e.getClass().getSimpleName() + "). Make room, mend its rights, or give it with MINGFA_MASTER_KEY.", e);
        }
    }

    public static MasterKey parse(String hex) {
        try {
            return new MasterKey(HexFormat.of().parseHex(hex.strip()));
        } catch (IllegalArgumentException e) {
            throw new StartupProblem("The master key is not 64 hex digits. Correct MINGFA_MASTER_KEY or the file master.key.", e);
        }
    }

    /** Keeps the check value of the first key, and refuses any other key from then on. */
    public static void check(MasterKey key, JdbcClient jdbc) {
        jdbc.sql("insert into master_key_check (id, value) values (1, ?) on conflict (id) do nothing").param(key.check()).update();
        if (!MessageDigest.isEqual(kept(jdbc).orElseThrow(), key.check())) {
            throw new StartupProblem("This is not the master key that the personal data in this database was sealed with."
                    + " Give the right one with MINGFA_MASTER_KEY or as the file master.key in the data folder.");
        }
    }

    private static Optional<byte[]> kept(JdbcClient jdbc) {
        return jdbc.sql("select value from master_key_check where id = 1").query((row, n) -> row.getBytes(1)).optional();
    }

    private static void draw(Path file) throws IOException {
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling("master.key.part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, HexFormat.of().formatHex(drawn) + "\n", StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
