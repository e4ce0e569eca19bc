package org.mingfa.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.cases.CaseEnds;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.record.RecordCheck;
import org.mingfa.server.record.sealing.MasterKeyCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Restores a set into an empty place and proves it: rows and digest of every table, row policies, grants and triggers by
 * name, the stand of sequences, the ends of all records, every hash of every entry, the digest of every file, and that the
 * key is the one the database was sealed with.
 */
final class Restore {

    private static final String FOLLOWERS = """
            update projection_position p set tx = '0', position = coalesce(
                (select min(e.position) - 1 from entry e where (e.tx, e.position) > (p.tx, p.position)), (select max(position) from entry), 0)""";

    private final Path folder;
    private final String set;
    private final BackupKey key;
    private final PrintStream say;

    Restore(Path folder, String set, BackupKey key, PrintStream say) {
        this.folder = folder;
        this.set = set;
        this.key = key;
        this.say = say;
    }

    /** Where the files and the key go. */
    interface Contents {

        /** Where a content is written. */
        OutputStream content(String sha256) throws IOException;

        /** @return where the key now lies */
        Path key(String hex) throws IOException;
    }

    /** @throws StartupProblem where the place is not empty, or what came out is not what the backup wrote */
    Manifest into(OwnerDoor door, Contents contents) throws IOException {
        Manifest manifest = JsonMapper.shared().readValue(text("manifest"), Manifest.class);
        if (!Counting.empty(new JdbcTemplate(door.source()))) {
            throw new StartupProblem("The database " + door.url() + " is not empty. A restore goes into an empty one only: make a new database and name it in the settings.");
        }
        door.provideRoles();
        try {
            return filled(manifest, door, contents);
        } catch (StartupProblem e) {
            throw new StartupProblem(e.getMessage() + " What was restored so far stays: drop that database, and the evidence and master.key in the data folder, before the next try.", e);
        }
    }

    private Manifest filled(Manifest manifest, OwnerDoor door, Contents contents) throws IOException {
        JdbcTemplate owner = new JdbcTemplate(door.source());
        int major = Integer.parseInt(manifest.postgres().split("\\.")[0]);
        section(door, "pre-data", major);
        section(door, "data", major);
        Counting.Tables tables = Counting.tables(owner);
        Map<String, Long> rows = tables.rows();
        anew(owner);
        section(door, "post-data", major);
        same("rows", manifest.tables(), rows);
        say.println("database: " + rows.values().stream().mapToLong(Long::longValue).sum() + " rows in " + rows.size() + " tables, as the backup counted them"
                + (manifest.contents() == null ? "; an older backup, which has no digests of them" : ", each table by its digest"));
        if (manifest.contents() != null) {
            same("contents of tables", manifest.contents(), tables.digests());
        }
        rules(manifest, owner);
        chains(door, manifest);
        files(manifest, contents);
        Path keyFile = contents.key(text("key"));
        if (!MasterKeyCheck.fits(null, keyFile, door.jdbc())) {
            throw new StartupProblem("The master key in the backup is not the one its database was sealed with. Use another backup.");
        }
        say.println("key: the one this database was sealed with");
        return manifest;
    }

    private String text(String part) throws IOException {
        return new SealedIn(key).text(folder.resolve("sets").resolve(set).resolve(part), set + " " + part);
    }

    /** The dump is opened anew for each section: nothing of it lies open on a disk. */
    private void section(OwnerDoor door, String section, int major) throws IOException {
        Path errors = Files.createTempFile("mingfa-restore", ".err");
        try {
            Process process = new Client(door.url(), door.user(), door.password())
                    .program("pg_restore", major, List.of("--exit-on-error", "--no-owner", "--no-comments", "--no-password", "--section=" + section, "--dbname=" + database(door)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile()).start();
            try {
                feed(process);
                Client.end(process, errors, "pg_restore");
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(errors);
        }
    }

    private void feed(Process process) {
        try (OutputStream to = process.getOutputStream()) {
            new SealedIn(key).copy(folder.resolve("sets").resolve(set).resolve("database"), set + " database", to);
        } catch (IOException e) {
            // It stopped reading: either it failed, which its end tells, or it has all it needs.
            say.flush();
        }
    }

    private static String database(OwnerDoor door) {
        return door.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /** Transaction numbers do not carry over to another cluster: followers go on by position from where they stood. */
    private static void anew(JdbcTemplate owner) {
        owner.update(FOLLOWERS);
        owner.update("update entry set tx = '0'");
    }

    /** Row policies, grants and triggers by name; and no sequence may give a number again. */
    void rules(Manifest manifest, JdbcTemplate owner) {
        if (manifest.rules() == null || manifest.sequences() == null) {
            return;
        }
        List<String> rules = Counting.rules(owner);
        Set<String> lacking = new TreeSet<>(manifest.rules());
        lacking.removeAll(rules);
        none("lacks", lacking);
        Map<String, Long> stand = Counting.sequences(owner);
        Map<String, Long> behind = new TreeMap<>(manifest.sequences());
        behind.entrySet().removeIf(one -> stand.getOrDefault(one.getKey(), Long.MIN_VALUE) >= one.getValue());
        none("has these sequences behind where they stood,", behind.keySet());
        say.println("rules: " + rules.size() + " row policies, grants and triggers by name; " + stand.size() + " sequences stand where they did or further");
    }

    private void chains(OwnerDoor door, Manifest manifest) {
        JdbcTemplate reader = new JdbcTemplate(door.projection());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(reader.getDataSource()));
        Counting.Heads heads = transaction.execute(status -> Counting.heads(reader));
        same("cases", manifest.cases(), heads.cases());
        same("last hashes of the cases", manifest.heads(), heads.digest());
        RecordCheck.Report report = new RecordCheck(door.projection(), List.of(new CaseEnds())).all(entries -> { });
        if (report.broken() > 0) {
            throw new StartupProblem(report.broken() + " cases do not fit their hashes, the first is " + report.first().getFirst().key() + ". Use another backup.");
        }
        say.println("record: " + report.entries() + " entries of " + report.cases() + " cases, every hash recomputed, ends as the backup saw them");
    }

    private void files(Manifest manifest, Contents contents) throws IOException {
        long[] counted = new long[1];
        new SealedIn(key).copy(folder.resolve("sets").resolve(set).resolve("files"), set + " files", new Lines(sha256 -> {
            try (Digested out = new Digested(contents.content(sha256))) {
                new SealedIn(key).copy(Backups.content(folder, key.name(sha256)), "file " + sha256, out);
                same("SHA-256 of a file", sha256, out.sha256());
            }
            counted[0]++;
        }));
        long count = counted[0];
        same("files", manifest.files(), count);
        say.println("files: " + count + ", " + manifest.fileBytes() / 1024 + " KiB, every digest recomputed");
    }

    private static void none(String wrong, Set<String> names) {
        if (!names.isEmpty()) {
            throw new StartupProblem("What was restored is not what the backup wrote: it " + wrong + " " + names + ". Use another backup.");
        }
    }

    private static void same(String what, Object written, Object restored) {
        if (!written.equals(restored)) {
            throw new StartupProblem("What was restored is not what the backup wrote: " + what + " " + different(written, restored) + ". Use another backup.");
        }
    }

    private static String different(Object written, Object restored) {
        if (written instanceof Map<?, ?> one && restored instanceof Map<?, ?> other) {
            Map<Object, Object> left = new TreeMap<>(one);
            left.entrySet().removeAll(other.entrySet());
            Map<Object, Object> right = new TreeMap<>(other);
            right.entrySet().removeAll(one.entrySet());
            return left + " written, " + right + " restored";
        }
        return written + " written, " + restored + " restored";
    }
}
