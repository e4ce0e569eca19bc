package org.mingfa.bench.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.bench.BenchFailed;
import org.mingfa.bench.process.Database;

/** The statements that the server's application role sends for one case, as PostgreSQL logs them, in order. */
final class Capture {

    private static final Pattern LINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[\\d+] ([A-Z]+):  (.*)$");
    private static final Pattern EXECUTE = Pattern.compile("(?s)(?:execute \\S+|statement): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')(?:, |$)");

    /** A statement and its parameters as PostgreSQL prints them, {@code NULL} or quoted. */
    record Sent(String sql, List<String> parameters) {}

    private Capture() {}

    /** A piece of work whose statements are wanted. */
    interface Work {
        void run() throws IOException;
    }

    static List<Sent> of(Database database, Work work) throws SQLException, IOException, InterruptedException {
        log(database, "alter role mingfa_app set log_statement = 'all'", "alter role mingfa_app set log_error_verbosity = 'default'");
        Path log = database.log();
        long from = Files.size(log);
        work.run();
        log(database, "alter role mingfa_app reset all");
        byte[] all = Files.readAllBytes(log);
        return read(new String(all, (int) from, (int) (all.length - from), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Settings of a role hold for new sessions: the pool is made to open some; it tests those unused for half a second. */
    private static void log(Database database, String... settings) throws SQLException, InterruptedException {
        database.run(settings);
        database.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mingfa_app'");
        Thread.sleep(Duration.ofSeconds(2));
    }

    private static List<Sent> read(String log) {
        List<Sent> sent = new ArrayList<>();
        for (String record : records(log)) {
            Matcher line = LINE.matcher(record.lines().findFirst().orElse(""));
            String text = line.matches() ? record.substring(line.start(2)) : "";
            Matcher execute = EXECUTE.matcher(text);
            if (line.matches() && line.group(1).equals("LOG") && execute.matches()) {
                sent.add(new Sent(execute.group(1).strip(), new ArrayList<>()));
            } else if (line.matches() && line.group(1).equals("DETAIL") && !sent.isEmpty()) {
                parameters(text, sent.getLast().parameters);
            }
        }
        if (sent.isEmpty()) {
            throw new BenchFailed("PostgreSQL logged no statement of the server");
        }
        return sent;
    }

    /** Lines with what follows them up to the next one that begins with a time. */
    private static List<String> records(String log) {
        List<String> records = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : log.lines().toList()) {
            if (LINE.matcher(line).matches() && !current.isEmpty()) {
                records.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : "\n").append(line);
        }
        records.add(current.toString());
        return records;
    }

    private static void parameters(String detail, List<String> into) {
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            into.add(parameter.group(2));
        }
    }
}
