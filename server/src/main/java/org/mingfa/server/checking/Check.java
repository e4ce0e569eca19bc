package org.mingfa.server.checking;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.settings.SettingsFile;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Prints a line for each check; {@code --json}: one array. Exit status 1 where something is a fault, else 0. */
public final class Check {

    private Check() {}

    public static void main(String[] arguments) {
        LoggingSystem.get(Check.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        List<Finding> found = all(environment);
        if (environment.containsProperty("json")) {
            out.println(JsonMapper.shared().writeValueAsString(found.stream().map(Check::shown).toList()));
        } else {
            found.forEach(finding -> out.println(line(finding)));
        }
        return found.stream().anyMatch(finding -> finding.state() == Finding.State.FAULT) ? 1 : 0;
    }

    /** Where the settings do not hold nothing else can be looked at. */
    private static List<Finding> all(ConfigurableEnvironment environment) {
        List<Finding> found = new ArrayList<>();
        try {
            SettingsFile.apply(environment);
            found.add(Finding.ok("settings", environment.getProperty("mingfa.settings") + " is read, every name is known"));
        } catch (StartupProblem e) {
            return List.of(Finding.fault("settings", String.valueOf(e.getMessage()), "Do what the line says, then check again."));
        }
        found.addAll(MachineChecks.all(environment));
        found.addAll(DatabaseChecks.all(environment));
        found.addAll(BackupChecks.all(environment));
        return found;
    }

    private static Map<String, String> shown(Finding f) {
        return Map.of("check", f.check(), "state", f.state().name().toLowerCase(Locale.ROOT), "said", f.said(), "mend", f.mend());
    }

    private static String line(Finding f) {
        return "%-6s %-13s %s%s".formatted(f.state().name().toLowerCase(Locale.ROOT), f.check(), f.said(), f.mend().isEmpty() ? "" : " → " + f.mend());
    }
}
