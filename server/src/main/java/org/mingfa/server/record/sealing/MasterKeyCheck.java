package org.mingfa.server.record.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/** Whether a master key is the one that a database was sealed with, asked without keeping anything. */
@NamedInterface("keys")
public final class MasterKeyCheck {

    private MasterKeyCheck() {}

    /** @param given 64 hex digits; null: those of the file. True also where nothing is sealed yet. */
    public static boolean fits(@Nullable String given, Path file, JdbcClient jdbc) {
        try {
            MasterKey key = MasterKeyFile.parse(given != null ? given : Files.readString(file));
            return jdbc.sql("select value from master_key_check where id = 1").query((row, n) -> row.getBytes(1)).optional()
                    .map(kept -> MessageDigest.isEqual(kept, key.check())).orElse(true);
        } catch (IOException e) {
            throw new StartupProblem("The master key " + file + " cannot be read by this user.", e);
        }
    }
}
