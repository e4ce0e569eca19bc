package org.mingfa.server.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A secret's file counts as what names it. */
class SecretFilesTest {

    private static final String NAME = "mingfa.database.password";

    @TempDir Path folder;

    private String password(Map<String, Object> options, Map<String, Object> variables) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "of the file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        StandardEnvironment environment = new StandardEnvironment();
        // Other tests of this JVM name their database so.
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        environment.getPropertySources().addFirst(new MapPropertySource("options", options));
        environment.getPropertySources().addLast(new MapPropertySource("settings", Map.of(NAME + "-file", file.toString())));
        SecretFiles.apply(environment);
        return environment.getProperty(NAME, "");
    }

    @Test
    void optionsAndTheEnvironmentWinOverAFileThatTheSettingsName() throws IOException {
        assertThat(password(Map.of(), Map.of())).isEqualTo("of the file");
        assertThat(password(Map.of(NAME, "of the option"), Map.of())).isEqualTo("of the option");
        assertThat(password(Map.of(), Map.of("MINGFA_DATABASE_PASSWORD", "of the environment"))).isEqualTo("of the environment");
        Path other = Files.writeString(folder.resolve("other"), "of another file");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        assertThat(password(Map.of(NAME + "-file", other.toString()), Map.of("MINGFA_DATABASE_PASSWORD", "of the environment"))).isEqualTo("of another file");
    }
}
