package org.mingfa.server.operation.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * The file that {@code --mingfa.settings=FILE} names. Options and the environment win over it; a name that Mingfa does
 * not know is refused, and so is a file that other users may change or, where a secret stands in it, read.
 */
public final class SettingsFile {

    private static final String NAME = "mingfa settings file";

    private SettingsFile() {}

    /** Reads the file, the secrets that lie in files of their own, and what follows from both. Nothing without a file. */
    public static void apply(ConfigurableEnvironment environment) {
        String given = environment.getProperty("mingfa.settings");
        if (given == null || given.isBlank()) {
            return;
        }
        Path file = Path.of(given).toAbsolutePath();
        Map<String, Object> settings = read(file);
        KnownSettings.check(file, settings.keySet());
        checkMode(file, settings.keySet().stream().anyMatch(SecretFiles::isSecret));
        environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new MapPropertySource(NAME, settings));
        SecretFiles.apply(environment);
        Production.apply(environment, file);
    }

    private static Map<String, Object> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartupProblem("There is no settings file " + file + ". Copy docs/mingfa.example.yaml there, or name another with --settings FILE.");
        }
        try {
            List<PropertySource<?>> parts = new YamlPropertySourceLoader().load(NAME, new FileSystemResource(file));
            Map<String, Object> all = new LinkedHashMap<>();
            for (PropertySource<?> part : parts) {
                EnumerablePropertySource<?> names = (EnumerablePropertySource<?>) part;
                for (String name : names.getPropertyNames()) {
                    @Nullable Object value = names.getProperty(name);
                    all.put(name, value == null ? "" : value);
                }
            }
            return all;
        } catch (IOException e) {
            throw new StartupProblem("Cannot read the settings file " + file + " as this user. Mend its rights: owner or group mingfa, mode 0640.", e);
        } catch (RuntimeException e) {
            throw new StartupProblem("The settings file " + file + " is no YAML: " + firstLines(e) + ". Mend that line.", e);
        }
    }

    private static String firstLines(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().filter(line -> line.contains("line ") || !line.startsWith(" ")).map(String::strip)
                .limit(3).reduce((a, b) -> a + " " + b).orElse("");
    }

    static void checkMode(Path file, boolean secret) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (mode.contains(PosixFilePermission.OTHERS_WRITE) || mode.contains(PosixFilePermission.GROUP_WRITE)) {
                throw new StartupProblem("Other users may change " + file + ". chmod 640 " + file);
            }
            if (secret && mode.contains(PosixFilePermission.OTHERS_READ)) {
                throw new StartupProblem("A secret stands in " + file + ", which every user of this machine may read. chmod 640 " + file);
            }
        } catch (IOException e) {
            throw new StartupProblem("Cannot look at the rights of " + file + " (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
