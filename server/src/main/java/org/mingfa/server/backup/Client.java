package org.mingfa.server.backup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.server.StartupProblem;

/** Debian's {@code pg_dump} and {@code pg_restore}: found, and told where the database is without a password in sight. */
final class Client {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]+)(\\?.*)?");
    private static final Pattern SSL = Pattern.compile("sslmode=([a-z-]+)");

    private final String url;
    private final String user;
    private final String password;

    Client(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A program with these arguments, its password in its environment. */
    ProcessBuilder program(String name, int oldest, List<String> arguments) {
        Matcher address = JDBC.matcher(url);
        if (!address.matches()) {
            throw new StartupProblem("mingfa.database.url " + url + " cannot be given to " + name + ": write it as postgresql://host:5432/database.");
        }
        List<String> words = new ArrayList<>(List.of(found(name, oldest).toString()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        Matcher ssl = SSL.matcher(url);
        builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("MINGFA_"));
        builder.environment().put("PGPASSWORD", password);
        builder.environment().put("PGUSER", user);
        int colon = address.group(1).lastIndexOf(':');
        builder.environment().put("PGHOST", colon < 0 ? address.group(1) : address.group(1).substring(0, colon));
        builder.environment().put("PGPORT", colon < 0 ? "5432" : address.group(1).substring(colon + 1));
        builder.environment().put("PGDATABASE", address.group(2));
        if (ssl.find()) {
            builder.environment().put("PGSSLMODE", ssl.group(1));
        }
        builder.environment().put("LANG", "C");
        return builder;
    }

    /** Of Debian's folders the newest that is not older than the server; else the one on the path. */
    private static Path found(String name, int oldest) {
        try (var folders = Files.isDirectory(DEBIANS) ? Files.list(DEBIANS) : java.util.stream.Stream.<Path>empty()) {
            return folders.filter(f -> f.getFileName().toString().matches("\\d+") && Integer.parseInt(f.getFileName().toString()) >= oldest)
                    .map(f -> f.resolve("bin").resolve(name)).filter(Files::isExecutable)
                    .min(Comparator.comparing(p -> Integer.valueOf(p.getParent().getParent().getFileName().toString())))
                    .orElseThrow(() -> new StartupProblem(name + " of PostgreSQL " + oldest + " or newer is missing in " + DEBIANS + File.separator + "*" + File.separator
                            + "bin. Install the package postgresql-client-" + oldest + "."));
        } catch (IOException e) {
            throw new StartupProblem("Cannot look for " + name + " in " + DEBIANS + ".", e);
        }
    }

    /** Waits for its end. @throws StartupProblem with the last line that it said */
    static void end(Process process, Path errors, String name) throws IOException {
        try {
            if (process.waitFor() != 0) {
                List<String> said = Files.readAllLines(errors);
                throw new StartupProblem(name + " failed: " + said.stream().filter(line -> line.contains("error")).findFirst().orElse(said.isEmpty() ? "" : said.getLast()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new StartupProblem("Interrupted.", e);
        }
    }
}
