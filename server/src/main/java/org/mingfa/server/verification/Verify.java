package org.mingfa.server.verification;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.cases.CaseEnds;
import org.mingfa.server.operation.database.PracticeMark;
import org.mingfa.server.operation.database.RecordDoor;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.RecordCheck;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Settings as the server's ({@code --mingfa.data=…}), and {@code --case=ID} for one case alone. Prints a line for each
 * case that is not as it was written and a last line with the counts.
 */
public final class Verify {

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int WRONG_USE = 2;
    static final int CANNOT = 3;

    private Verify() {}

    /** Exit status 0: all as written; 1: something is not; 2: no such case; 3: the data cannot be read. */
    public static void main(String[] arguments) {
        LoggingSystem.get(Verify.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        String id = environment.getProperty("case");
        CaseKey key = id == null ? null : CaseKey.parse(id).orElse(null);
        if (id != null && key == null) {
            err.println("mingfa: " + id + " is no case: its id is written as in its address, such as 3-734982734987234.");
            return WRONG_USE;
        }
        try (RecordDoor door = RecordDoor.open(environment)) {
            if (PracticeMark.isOn(JdbcClient.create(door.projection()))) {
                out.println("practice city: its cases are invented, nothing of it has legal effect");
            }
            return report(new RecordCheck(door.projection(), List.of(new CaseEnds())), key, out, err);
        } catch (StartupProblem e) {
            err.println("mingfa: " + e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            err.println("mingfa: The record cannot be read: " + e.getMostSpecificCause().getMessage());
        }
        return CANNOT;
    }

    private static int report(RecordCheck check, @Nullable CaseKey key, PrintStream out, PrintStream err) {
        RecordCheck.Report report = key == null ? check.all(new Progress(err)) : check.one(key);
        if (key != null && report.cases() == 0) {
            err.println("mingfa: there is no case " + key + " here");
            return WRONG_USE;
        }
        report.first().forEach(broken -> out.println(broken.key() + " entry " + broken.seq() + ": " + broken.reason()));
        if (report.broken() > report.first().size()) {
            out.println("and " + (report.broken() - report.first().size()) + " cases more");
        }
        out.println("cases " + report.cases() + ", entries " + report.entries() + ", broken " + report.broken());
        return report.broken() == 0 ? WHOLE : BROKEN;
    }
}
