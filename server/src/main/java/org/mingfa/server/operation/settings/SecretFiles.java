package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Secrets kept in files of their own: {@code mingfa.database.password-file} is read as {@code mingfa.database.password}. */
final class SecretFiles {

    private SecretFiles() {}

    static boolean isSecret(String name) {
        return name.endsWith("password") || name.startsWith("mingfa.database.passwords.") && !name.endsWith("-file")
                || name.equals("mingfa.master-key") || name.equals("mingfa.web.metrics-token") || name.equals("mingfa.access.oidc.client-secret")
                || name.equals("mingfa.messages.sms.secret") || name.equals("mingfa.messages.webhook.secret");
    }

    static void apply(ConfigurableEnvironment environment) {
        Map<String, Object> read = new LinkedHashMap<>();
        take(environment, read, "mingfa.database.password", environment.getProperty("mingfa.database.password-file"));
        take(environment, read, "mingfa.database.passwords.app", environment.getProperty("mingfa.database.passwords.app-file"));
        take(environment, read, "mingfa.database.passwords.projection", environment.getProperty("mingfa.database.passwords.projection-file"));
        take(environment, read, "mingfa.database.passwords.portal", environment.getProperty("mingfa.database.passwords.portal-file"));
        take(environment, read, "mingfa.master-key", environment.getProperty("mingfa.master-key-file"));
        take(environment, read, "mingfa.web.metrics-token", environment.getProperty("mingfa.web.metrics-token-file"));
        take(environment, read, "mingfa.access.oidc.client-secret", environment.getProperty("mingfa.access.oidc.client-secret-file"));
        take(environment, read, "mingfa.messages.sms.secret", environment.getProperty("mingfa.messages.sms.secret-file"));
        take(environment, read, "mingfa.messages.webhook.secret", environment.getProperty("mingfa.messages.webhook.secret-file"));
        take(environment, read, "mingfa.backup.password", environment.getProperty("mingfa.backup.password-file"));
        // First, since what would win over a file has been looked for above.
        environment.getPropertySources().addFirst(new MapPropertySource("mingfa secrets from files", read));
    }

    private static void take(ConfigurableEnvironment environment, Map<String, Object> into, String name, @Nullable String file) {
        if (file != null && !file.isBlank() && fileWins(environment, name)) {
            into.put(name, secret(name, Path.of(file)));
        }
    }

    /** A secret that an option or the environment gives wins over a file that the settings file names. */
    private static boolean fileWins(ConfigurableEnvironment environment, String name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.from(environment.getPropertySources())) {
            if (given(source, name + "-file")) {
                return true;
            }
            if (given(source, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean given(ConfigurationPropertySource source, String name) {
        ConfigurationProperty property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
        return property != null && !String.valueOf(property.getValue()).isBlank();
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
