package org.mingfa.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingfa.server.StartupProblem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one set: what {@code pg_dump} reads and what is counted come from one snapshot of the database; the evidence files,
 * which are never changed, are taken after it, so that none of the snapshot's is missing. A set that broke off leaves nothing.
 */
final class Backup {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Place place;
    private final BackupKey key;
    private final Path folder;
    private final PrintStream say;

    /** @param evidence folder of contents @param masterKey the key of personal data, 64 hex digits */
    record Place(String url, String user, String password, Path evidence, String masterKey) {}

    /** What was found when the files were taken: those new to the folder, the missing and the damaged. */
    private static final class Taken {
        private long count;
        private long bytes;
        private long fresh;
        private final StringBuilder list = new StringBuilder();
    }

    Backup(Place place, BackupKey key, Path folder, PrintStream say) {
        this.place = place;
        this.key = key;
        this.folder = folder;
        this.say = say;
    }

    /** The name of the new set. */
    String make(int keep) throws IOException, SQLException {
        Files.createDirectories(folder.resolve("sets"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new StartupProblem("Another backup to " + folder + " is under way. Wait for its end.");
            }
            String set = Backups.NAME.format(Instant.now());
            Path part = folder.resolve("sets").resolve(set + ".part");
            try {
                fill(set, part);
                Files.move(part, folder.resolve("sets").resolve(set), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                SealedOut.remove(part);
            }
            forget(keep);
            return set;
        }
    }

    private void fill(String set, Path part) throws IOException, SQLException {
        SingleConnectionDataSource source = new SingleConnectionDataSource(place.url(), place.user(), place.password(), true);
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            JdbcTemplate jdbc = new JdbcTemplate(source);
            String snapshot = jdbc.queryForObject("select pg_export_snapshot()", String.class);
            dump(set, part, String.valueOf(snapshot), connection.getMetaData().getDatabaseMajorVersion());
            Taken files = files();
            missing(jdbc, files.list);
            Counting.Heads heads = Counting.heads(jdbc);
            Map<String, Long> tables = Counting.tables(jdbc);
            String migration = jdbc.queryForObject("select max(version::int) from flyway_schema_history where success", String.class);
            Manifest manifest = new Manifest(set, connection.getMetaData().getDatabaseProductVersion(), String.valueOf(migration), tables,
                    heads.cases(), heads.digest(), files.count, files.bytes);
            put(part.resolve("files"), set + " files", files.list.toString());
            put(part.resolve("key"), set + " key", place.masterKey());
            put(part.resolve("manifest"), set + " manifest", JsonMapper.shared().writeValueAsString(manifest));
            say.println(heads.cases() + " cases, " + tables.values().stream().mapToLong(Long::longValue).sum() + " rows in " + tables.size() + " tables, "
                    + files.count + " files (" + files.fresh + " new)");
            connection.rollback();
        } finally {
            source.destroy();
        }
    }

    private void dump(String set, Path part, String snapshot, int major) throws IOException {
        Path errors = Files.createTempFile("mingfa-dump", ".err");
        try {
            Process process = new Client(place.url(), place.user(), place.password())
                    .program("pg_dump", major, List.of("--format=custom", "--compress=6", "--no-owner", "--no-password", "--lock-wait-timeout=60s", "--snapshot=" + snapshot))
                    .redirectError(errors.toFile()).start();
            try (SealedOut out = new SealedOut(key, part.resolve("database"), set + " database"); InputStream in = process.getInputStream()) {
                in.transferTo(out);
                Client.end(process, errors, "pg_dump");
                out.finish();
            } finally {
                process.destroy();
            }
        } finally {
            Files.delete(errors);
        }
    }

    /** Each content once, however many sets name it; a content that no longer fits its name stops the backup. */
    private Taken files() throws IOException {
        Taken taken = new Taken();
        if (!Files.isDirectory(place.evidence())) {
            return taken;
        }
        try (var all = Files.walk(place.evidence(), 3)) {
            for (Path file : (Iterable<Path>) all.filter(f -> SHA256.matcher(f.getFileName().toString()).matches() && Files.isRegularFile(f)).sorted()::iterator) {
                take(file, taken);
            }
        }
        return taken;
    }

    private void take(Path file, Taken taken) throws IOException {
        String sha256 = file.getFileName().toString();
        Path to = Backups.content(folder, key.name(sha256));
        if (!Files.isDirectory(to)) {
            Files.createDirectories(to.getParent());
            try (SealedOut out = new SealedOut(key, to, "file " + sha256)) {
                Digested digested = new Digested(out);
                Files.copy(file, digested);
                if (!digested.sha256().equals(sha256)) {
                    throw new StartupProblem("The evidence file " + file + " is no longer what it was (its SHA-256 differs). Restore it from an earlier backup, then back up again.");
                }
                out.finish();
            }
            taken.fresh++;
        }
        taken.count++;
        taken.bytes += Files.size(file);
        taken.list.append(sha256).append('\n');
    }

    /** What the snapshot's rows name and the folder lacks. */
    private static void missing(JdbcTemplate jdbc, CharSequence list) {
        Set<String> there = new TreeSet<>(List.of(list.toString().split("\n")));
        List<String> lacking = jdbc.queryForList("select distinct sha256 from evidence_file where case_id is not null order by sha256", String.class).stream()
                .filter(sha256 -> !there.contains(sha256)).toList();
        if (!lacking.isEmpty()) {
            throw new StartupProblem(lacking.size() + " evidence files that entries name are missing in the folder, the first is " + lacking.getFirst()
                    + ". Restore them from an earlier backup, or correct mingfa.evidence.folder.");
        }
    }

    private void put(Path to, String label, String text) throws IOException {
        try (SealedOut out = new SealedOut(key, to, label)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.finish();
        }
    }

    /** Old sets go; the files stay, since evidence is never deleted. */
    private void forget(int keep) throws IOException {
        List<String> sets = Backups.sets(folder);
        for (String old : sets.subList(0, Math.max(0, sets.size() - Math.max(keep, 1)))) {
            SealedOut.remove(folder.resolve("sets").resolve(old));
        }
    }
}
