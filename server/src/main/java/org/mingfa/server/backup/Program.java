package org.mingfa.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.settings.SettingsFile;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;

/** What both programs share: settings, the key, and one line for what does not go. */
final class Program {

    private Program() {}

    /** The work of a program. */
    interface Work {
        void run(ConfigurableEnvironment environment) throws IOException, SQLException;
    }

    /** Exit status 0: done; 1: one line on standard error says why not. */
    static int run(String[] arguments, Work work) {
        LoggingSystem.get(Program.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            SettingsFile.apply(environment);
            work.run(environment);
            return 0;
        } catch (StartupProblem e) {
            System.err.println("mingfa: " + e.getMessage());
        } catch (DataAccessException e) {
            System.err.println("mingfa: The database refuses: " + String.valueOf(e.getMostSpecificCause().getMessage()).lines().findFirst().orElse(""));
        } catch (SQLException e) {
            System.err.println("mingfa: The database cannot be read: " + e.getMessage() + " Correct mingfa.backup.user and mingfa.backup.password-file.");
        } catch (UnsupportedOperationException e) {
            System.err.println("mingfa: A file system here knows no rights of files, so that nobody can tell who reads the key or the backup. Use one that does (ext4, xfs, NFS).");
        } catch (IOException e) {
            System.err.println("mingfa: A file cannot be read or written: " + e + ". Make room or mend its rights.");
        }
        return 1;
    }

    static BackupKey key(ConfigurableEnvironment environment) {
        String given = environment.getProperty("key", environment.getProperty("mingfa.backup.key-file", ""));
        if (given.isBlank()) {
            throw new StartupProblem("No key: name its file with mingfa.backup.key-file or --key FILE. Make one: (umask 077; openssl rand -hex 32 > FILE), and keep a copy elsewhere.");
        }
        return BackupKey.read(Path.of(given));
    }

    /** The folder that an option names, else the one of the settings. */
    static Path folder(ConfigurableEnvironment environment, String option) {
        String given = environment.getProperty(option, environment.getProperty("mingfa.backup.folder", ""));
        if (given.isBlank()) {
            throw new StartupProblem("No folder of backups: name it with --" + option + " DIR or mingfa.backup.folder.");
        }
        return Path.of(given).toAbsolutePath();
    }

    static Path evidence(ConfigurableEnvironment environment) {
        String own = environment.getProperty("mingfa.evidence.folder", "");
        return own.isBlank() ? data(environment).resolve("evidence") : Path.of(own);
    }

    static Path data(ConfigurableEnvironment environment) {
        return Path.of(environment.getRequiredProperty("mingfa.data")).toAbsolutePath();
    }
}
