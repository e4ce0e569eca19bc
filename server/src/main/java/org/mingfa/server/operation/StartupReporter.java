package org.mingfa.server.operation;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Says in one line, on standard error, why the server did not start, where the reason is one that a person can mend. */
final class StartupReporter implements SpringBootExceptionReporter {

    private static final String DISK_FULL = "53100";

    private final @Nullable ConfigurableApplicationContext context;

    StartupReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = line(failure);
        line.ifPresent(text -> System.err.println("mingfa: " + text.lines().reduce((a, b) -> a + " " + b).orElse(text)));
        if (line.isEmpty()) {
            logFile().ifPresent(log -> System.err.println("mingfa: It did not start: " + innermost(failure) + " The whole error is in " + log + "."));
        }
        return line.isPresent();
    }

    /** Where the log is a file nothing of it is seen at the terminal. */
    private Optional<String> logFile() {
        return context == null ? Optional.empty() : Optional.ofNullable(context.getEnvironment().getProperty("logging.file.name"));
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    static Optional<String> line(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case StartupProblem problem -> Optional.ofNullable(problem.getMessage());
            case PortInUseException taken -> Optional.of("Port " + taken.getPort() + " is taken. Stop what uses it, or choose another with --server.port=NUMBER.");
            case BindException setting -> Optional.of("The setting " + setting.getName() + " cannot be read: " + reason(setting) + " See docs/settings.md.");
            case SQLException sql when DISK_FULL.equals(sql.getSQLState()) -> Optional.of("The database's disk is full. Make room and start again.");
            default -> line(failure.getCause());
        };
    }

    private static String reason(BindException setting) {
        var property = setting.getProperty();
        return property == null ? "a value is missing." : "'" + property.getValue() + "' is not what it takes.";
    }
}
