package org.mingfa.server.backup;

import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.server.StartupProblem;

/** Debian's {@code pg_dump} and {@code pg_restore}: found, and told where the database is without a password in sight. */
final class Client {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]+)(\\?.*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:\\[\\]]+)(?::(\\d+))?");
    /** JDBC's words that libpq has too, by libpq's name. */
    private static final Map<String, String> WORDS = Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT", "sslcert", "PGSSLCERT", "sslkey", "PGSSLKEY", "options", "PGOPTIONS");

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
        List<String> words = new ArrayList<>(List.of(found(name, oldest).toString()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("MINGFA_"));
        builder.environment().putAll(environment(url, user, password));
        builder.environment().put("LANG", "C");
        return builder;
    }

    /** What libpq is told of a JDBC address: hosts, database, TLS and options. */
    static Map<String, String> environment(String url, String user, String password) {
        Matcher address = JDBC.matcher(url);
        if (!address.matches()) {
            throw new StartupProblem("mingfa.database.url " + url + " cannot be given to pg_dump and pg_restore: write it as postgresql://host:5432/database.");
        }
        Map<String, String> known = new HashMap<>(Map.of("PGPASSWORD", password, "PGUSER", user, "PGDATABASE", decoded(address.group(2))));
        hosts(address.group(1), known);
        words(address.group(3) == null ? "" : address.group(3).substring(1), known);
        return known;
    }

    /** {@code h1:5433,h2} and {@code [::1]:5432}, as libpq takes them: hosts and ports apart. */
    private static void hosts(String given, Map<String, String> known) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String one : given.split(",")) {
            Matcher parts = HOST.matcher(one);
            if (!parts.matches()) {
                throw new StartupProblem("mingfa.database.url has the host " + one + ", which is none: write host:5432 or [::1]:5432.");
            }
            hosts.add(parts.group(1).replaceAll("[\\[\\]]", ""));
            ports.add(parts.group(2) == null ? "5432" : parts.group(2));
        }
        known.put("PGHOST", String.join(",", hosts));
        known.put("PGPORT", String.join(",", ports));
    }

    private static void words(String query, Map<String, String> known) {
        for (String word : query.split("&")) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : decoded(word.substring(equals + 1));
            if (WORDS.containsKey(name)) {
                known.put(WORDS.get(name), value);
            } else if (name.equals("targetServerType") && (value.equals("primary") || value.equals("master"))) {
                known.put("PGTARGETSESSIONATTRS", "read-write");
            } else if (name.equals("ssl") && !value.equals("false")) {
                known.putIfAbsent("PGSSLMODE", "verify-full");
            }
        }
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }

    /** Of Debian's folders the newest that is not older than the server; else the one on the path. */
    static Path found(String name, int oldest) {
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
        if (waitFor(process) != 0) {
            List<String> said = Files.readAllLines(errors);
            throw new StartupProblem(name + " failed: " + said.stream().filter(line -> line.contains("error")).findFirst().orElse(said.isEmpty() ? "" : said.getLast()));
        }
    }

    static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new StartupProblem("Interrupted.", e);
        }
    }
}
