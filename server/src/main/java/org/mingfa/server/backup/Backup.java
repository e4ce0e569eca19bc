package org.mingfa.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.StartupProblem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one set: what {@code pg_dump} reads and what is counted come from one snapshot of the database; the evidence files,
 * which are never changed, are taken after it, so that none of the snapshot's is missing. A set that broke off leaves nothing.
 */
final class Backup {

    private static final String NAMED = "select distinct sha256 collate \"C\" from evidence_file where case_id is not null or scanned order by 1";
    private static final int PAGE = 1000;

    private final Place place;
    private final BackupKey key;
    private final Path folder;
    private final PrintStream say;
    private final Taken taken = new Taken();
    private final Rounds rounds;

    /** @param evidence folder of contents @param masterKey the key of personal data, 64 hex digits */
    record Place(String url, String user, String password, Path evidence, String masterKey) {}

    /** What was found when the files were taken: those new to the folder, those read again, those damaged at their place. */
    private static final class Taken {
        private long count;
        private long bytes;
        private long fresh;
        private long again;
        private long damaged;
        private @Nullable Path first;
    }

    /** For one backup. @param folder made if it is missing, for nobody else */
    Backup(Place place, BackupKey key, Path folder, PrintStream say) throws IOException {
        this.place = place;
        this.key = key;
        this.folder = folder;
        this.say = say;
        rounds = new Rounds(folder);
    }

    /** The name of the new set. @throws StartupProblem where none could be made, or evidence in its own place is damaged */
    String make(int keep) throws IOException, SQLException {
        OwnFolder.provide(folder, say);
        Files.createDirectories(folder.resolve("sets"));
        try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new StartupProblem("Another backup to " + folder + " is under way. Wait for its end.");
            }
            Backups.removeParts(folder);
            String set = Backups.NAME.format(Instant.now());
            Path part = folder.resolve("sets").resolve(set + Backups.PART);
            try {
                fill(set, part);
                Files.move(part, folder.resolve("sets").resolve(set), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                SealedOut.remove(part);
            }
            forget(keep);
            if (taken.damaged > 0) {
                throw new StartupProblem("The backup " + set + " is whole, but " + taken.damaged + " evidence files are no longer what they were (SHA-256 differs), the first is " + taken.first
                        + ". The backup has them as they were: restore it into an empty place and copy them from there.");
            }
            rounds.done();
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
            jdbc.setFetchSize(PAGE);
            String snapshot = jdbc.queryForObject("select pg_export_snapshot()", String.class);
            Map<String, Long> sequences = Counting.sequences(jdbc);
            dump(set, part, String.valueOf(snapshot), connection.getMetaData().getDatabaseMajorVersion());
            files(jdbc, part, set);
            Counting.Heads heads = Counting.heads(jdbc);
            Counting.Tables tables = Counting.tables(jdbc);
            String migration = jdbc.queryForObject("select max(version::int) from flyway_schema_history where success", String.class);
            Manifest manifest = new Manifest(set, connection.getMetaData().getDatabaseProductVersion(), String.valueOf(migration), tables.rows(),
                    heads.cases(), heads.digest(), taken.count, taken.bytes, tables.digests(), Counting.rules(jdbc), sequences);
            put(part.resolve("key"), set + " key", place.masterKey());
            put(part.resolve("manifest"), set + " manifest", JsonMapper.shared().writeValueAsString(manifest));
            say.println(heads.cases() + " cases, " + tables.rows().values().stream().mapToLong(Long::longValue).sum() + " rows in " + tables.rows().size() + " tables, "
                    + taken.count + " files (" + taken.fresh + " new), " + taken.again + " of them read again");
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

    /** Each content once, however many sets name it; listed as it goes, beside the digests that the snapshot's rows name. */
    private void files(JdbcTemplate jdbc, Path part, String set) throws IOException {
        try (Stream<String> rows = jdbc.queryForStream(NAMED, (row, n) -> row.getString(1)); SealedOut list = new SealedOut(key, part.resolve("files"), set + " files")) {
            Named named = new Named(rows.iterator());
            EvidenceFolder.each(place.evidence(), (sha256, file) -> {
                if (taken(sha256, file)) {
                    named.there(sha256);
                    list.write((sha256 + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            });
            if (named.lacking() > 0) {
                throw new StartupProblem(named.lacking() + " evidence files that entries name are missing in the folder, the first is " + named.first()
                        + ". Restore them from an earlier backup, or correct mingfa.evidence.folder.");
            }
            list.finish();
        }
    }

    /** False where it has gone since it was listed, as uploads do that nobody attached; one that rows name is then missing. */
    private boolean taken(String sha256, Path file) throws IOException {
        try {
            take(sha256, file);
            return true;
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
            return false;
        }
    }

    private void take(String sha256, Path file) throws IOException {
        long size = Files.size(file);
        Path to = Backups.content(folder, key.name(sha256));
        if (!Files.isDirectory(to)) {
            seal(sha256, file, to);
            taken.fresh++;
        } else if (rounds.has(sha256)) {
            again(sha256, file, to);
            taken.again++;
        }
        taken.count++;
        taken.bytes += size;
    }

    /** A new content that does not fit its name stops the backup: there is no good one. */
    private void seal(String sha256, Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (SealedOut out = new SealedOut(key, to, "file " + sha256)) {
            Digested digested = new Digested(out);
            Files.copy(file, digested);
            if (!digested.sha256().equals(sha256)) {
                throw new StartupProblem("The evidence file " + file + " is no longer what it was (its SHA-256 differs). Restore it from an earlier backup, then back up again.");
            }
            out.finish();
        }
    }

    /** Of two that should be the same, one that is damaged is sealed anew from the other, or told at the end. */
    private void again(String sha256, Path file, Path to) throws IOException {
        boolean here = Digested.of(file).equals(sha256);
        boolean there = sealed(sha256, to);
        if (!here && !there) {
            throw new StartupProblem("The evidence file " + file + " is damaged (its SHA-256 differs), and so is the backup's own. Restore both from another folder of backups.");
        }
        if (!here) {
            taken.damaged++;
            taken.first = taken.first == null ? file : taken.first;
        } else if (!there) {
            say.println("The backup's " + to + " was damaged; it is sealed anew from " + file);
            SealedOut.remove(to);
            seal(sha256, file, to);
        }
    }

    private boolean sealed(String sha256, Path to) throws IOException {
        try (Digested digested = new Digested(OutputStream.nullOutputStream())) {
            new SealedIn(key).copy(to, "file " + sha256, digested);
            return digested.sha256().equals(sha256);
        } catch (StartupProblem e) {
            return false;
        }
    }

    private void put(Path to, String label, String text) throws IOException {
        try (SealedOut out = new SealedOut(key, to, label)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.finish();
        }
    }

    /** Old sets go, first their names: half of one is none. The files stay, since evidence is never deleted. */
    private void forget(int keep) throws IOException {
        List<String> sets = Backups.sets(folder);
        for (String old : sets.subList(0, Math.max(0, sets.size() - Math.max(keep, 1)))) {
            Path part = folder.resolve("sets").resolve(old + Backups.PART);
            Files.move(folder.resolve("sets").resolve(old), part, StandardCopyOption.ATOMIC_MOVE);
            SealedOut.remove(part);
        }
    }
}
