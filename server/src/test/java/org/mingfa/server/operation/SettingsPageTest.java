package org.mingfa.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SettingsPageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?:\\$\\{|[pP]roperty\\(\")(mingfa\\.[a-z0-9.-]*[a-z0-9])");
    private static final Pattern VARIABLE = Pattern.compile("(MINGFA_[A-Z0-9_]*[A-Z0-9])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(mingfa\\.[a-z0-9.-]+)` \\|");

    @Test
    void thePageListsEverySettingAndNoOther() throws IOException {
        Set<String> known = new TreeSet<>();
        var metadata = JsonMapper.shared().readTree(Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
        metadata.get("properties").forEach(property -> known.add(property.get("name").asString()));
        for (Path source : sources()) {
            find(PLACEHOLDER, Files.readString(source), known);
        }
        Set<String> listed = new TreeSet<>();
        find(ROW, Files.readString(Path.of("../docs/settings.md")), listed);
        known.removeIf(name -> !name.startsWith("mingfa."));
        assertThat(known).contains("mingfa.data", "mingfa.practice", "mingfa.master-key", "mingfa.database.url");
        assertThat(listed).isEqualTo(known);
    }

    /** The launcher's own variables stand by name, those of the server as its settings. */
    @Test
    void thePageListsEveryVariableOfTheLauncher() throws IOException {
        Set<String> known = new TreeSet<>();
        find(VARIABLE, Files.readString(Path.of("../mingfa")), known);
        try (var files = Files.list(Path.of("../scripts/launcher"))) {
            for (Path script : files.toList()) {
                find(VARIABLE, Files.readString(script), known);
            }
        }
        assertThat(known).contains("MINGFA_MAVEN_ARGS", "MINGFA_DATABASE_URL");
        known.removeIf(name -> name.startsWith("MINGFA_BENCH_"));
        String page = Files.readString(Path.of("../docs/settings.md"));
        assertThat(known).allSatisfy(name -> assertThat(page).containsAnyOf("| `" + name + "` |", "| `" + name.toLowerCase(Locale.ROOT).replace('_', '.') + "` |"));
    }

    private static Iterable<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|yaml)")).toList();
        }
    }

    private static void find(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }
}
