package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Secrets kept in files of their own: {@code mingfa.database.password-file} is read as {@code mingfa.database.password}. */
final class SecretFiles {

    private SecretFiles() {}

    static boolean isSecret(String name) {
        return name.endsWith("password") || name.startsWith("mingfa.database.passwords.") && !name.endsWith("-file")
                || name.equals("mingfa.master-key") || name.equals("mingfa.web.metrics-token");
    }

    static void apply(ConfigurableEnvironment environment) {
        Map<String, Object> read = new LinkedHashMap<>();
        take(read, "mingfa.database.password", environment.getProperty("mingfa.database.password-file"));
        take(read, "mingfa.database.passwords.app", environment.getProperty("mingfa.database.passwords.app-file"));
        take(read, "mingfa.database.passwords.projection", environment.getProperty("mingfa.database.passwords.projection-file"));
        take(read, "mingfa.database.passwords.portal", environment.getProperty("mingfa.database.passwords.portal-file"));
        take(read, "mingfa.master-key", environment.getProperty("mingfa.master-key-file"));
        take(read, "mingfa.web.metrics-token", environment.getProperty("mingfa.web.metrics-token-file"));
        take(read, "mingfa.backup.password", environment.getProperty("mingfa.backup.password-file"));
        environment.getPropertySources().addFirst(new MapPropertySource("mingfa secrets from files", read));
    }

    private static void take(Map<String, Object> into, String name, @Nullable String file) {
        if (file != null && !file.isBlank()) {
            into.put(name, secret(name, Path.of(file)));
        }
    }

    /** What a file holds, which other users may not read. */
    static String secret(String name, Path file) {
        if (!Files.isReadable(file)) {
            throw new StartupProblem("The file " + file + " of the setting " + name + "-file is missing or this user may not read it."
                    + " Write the secret there, its owner or group the user Mingfa runs as, mode 0640.");
        }
        SettingsFile.checkMode(file, true);
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new StartupProblem("The file " + file + " of the setting " + name + "-file is empty. Write the secret there.");
            }
            return text;
        } catch (IOException e) {
            throw new StartupProblem("Cannot read " + file + " of the setting " + name + "-file (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
