package org.mingfa.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Digests of a database, and what a backup does about contents that are damaged. */
class BackupTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final BackupKey key = new BackupKey(new byte[32]);
    private final Address database = TestDatabase.fresh();
    private final Address superuser = TestDatabase.server().superuser();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(database.url(), superuser.user(), superuser.password()));

    @Test
    void aTableIsDigestedWhateverTheOrderOfItsRowsAndTheSession() {
        jdbc.execute("create table one (id int, at timestamptz, of jsonb, bytes bytea)");
        jdbc.execute("insert into one values (1, '2026-11-22 08:00+08', '{\"名\": 1}', '\\x00ff'), (2, null, null, null)");
        Counting.Tables before = Counting.tables(jdbc);
        jdbc.execute("delete from one where id = 1");
        jdbc.execute("insert into one values (1, '2026-11-22 00:00Z', '{\"名\":1}', '\\x00ff')");
        assertThat(Counting.tables(jdbc)).isEqualTo(before);
        assertThat(before.rows()).containsEntry("one", 2L);
        jdbc.execute("update one set at = at + interval '1 second' where id = 1");
        assertThat(Counting.tables(jdbc).rows()).isEqualTo(before.rows());
        assertThat(Counting.tables(jdbc).digests()).isNotEqualTo(before.digests());
    }

    @Test
    void policiesGrantsTriggersAndSequencesAreTold() {
        jdbc.execute("create table two (id bigint generated always as identity, a int, b int)");
        jdbc.execute("create function two_f() returns trigger language plpgsql as 'begin return new; end'");
        jdbc.execute("create trigger two_t before insert on two for each row execute function two_f()");
        jdbc.execute("alter table two enable row level security; alter table two force row level security; create policy scope on two for select using (a = 1)");
        jdbc.execute("grant select on two to public; grant update (b) on two to public");
        assertThat(Counting.sequences(jdbc)).as("never asked").isEmpty();
        jdbc.execute("insert into two (a) values (1), (2)");
        assertThat(Counting.sequences(jdbc)).containsEntry("two_id_seq", 2L);
        assertThat(Counting.rules(jdbc)).contains("policy two scope SELECT PERMISSIVE public", "security two forced", "grant two SELECT to public", "grant two.b UPDATE to public", "trigger two two_t");
    }

    private Path content(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path loose = Files.write(folder.resolve("loose"), bytes);
        String sha256 = Digested.of(loose);
        Path file = folder.resolve("evidence").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
        Files.createDirectories(file.getParent());
        return Files.move(loose, file);
    }

    private String backup() throws IOException, SQLException {
        Backup.Place place = new Backup.Place(database.url(), superuser.user(), superuser.password(), folder.resolve("evidence"), "00".repeat(32));
        said.reset();
        return new Backup(place, key, folder.resolve("backups"), new PrintStream(said, true)).make(14);
    }

    private Path sealed(Path file) {
        return Backups.content(folder.resolve("backups"), key.name(file.getFileName().toString()));
    }

    private void round(Path file) throws IOException {
        Files.writeString(folder.resolve("backups").resolve("round"), Integer.parseInt(file.getFileName().toString().substring(0, 4), 16) % Rounds.PARTS + "\n");
    }

    private void tables(Path named) {
        jdbc.execute("create table evidence_file (sha256 text, case_id bigint)");
        jdbc.execute("create table entry (region_id int, case_id bigint, seq int, sha256 bytea, sm3 bytea)");
        jdbc.execute("create table flyway_schema_history (version text, success boolean)");
        jdbc.update("insert into evidence_file values (?, 1)", named.getFileName().toString());
    }

    @Test
    void damageIsFoundWithinSevenBackupsAndNotCarriedOn() throws IOException, SQLException {
        assumeTrue(pgDump(), "no pg_dump of this server's version; run with MINGFA_TEST_PG15=1");
        Path file = content("现场照片");
        Path other = content("笔录");
        tables(file);
        backup();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("2 files (2 new)");
        assertThat(new SealedIn(key).text(folder.resolve("backups").resolve("sets").resolve(Backups.sets(folder.resolve("backups")).getLast()).resolve("files"),
                Backups.sets(folder.resolve("backups")).getLast() + " files").lines()).containsExactlyInAnyOrder(file.getFileName().toString(), other.getFileName().toString()).isSorted();

        // The backup's own is damaged: sealed anew from the source.
        Files.write(sealed(file).resolve("00000.cms"), new byte[] {1});
        round(file);
        again();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sealed anew");
        assertThat(new SealedIn(key).text(sealed(file), "file " + file.getFileName())).isEqualTo("现场照片");

        // The source is damaged: the set is made, and it is told, until it is mended.
        Files.writeString(file, "altered");
        round(file);
        for (int night = 0; night < 2; night++) {
            int sets = Backups.sets(folder.resolve("backups")).size();
            assertThatThrownBy(this::again).isInstanceOf(StartupProblem.class).hasMessageContaining("is whole, but 1 ").hasMessageContaining(file.toString());
            assertThat(Backups.sets(folder.resolve("backups"))).hasSize(sets + 1);
        }
        Files.writeString(file, "现场照片");
        again();

        // A missing one stops it.
        Files.delete(file);
        int sets = Backups.sets(folder.resolve("backups")).size();
        assertThatThrownBy(this::again).isInstanceOf(StartupProblem.class).hasMessageContaining("1 evidence files").hasMessageContaining("missing");
        assertThat(Backups.sets(folder.resolve("backups"))).hasSize(sets);
    }

    /** Sets are named by the second. */
    private void again() throws IOException, SQLException {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        backup();
    }

    private static boolean pgDump() {
        try {
            Client.found("pg_dump", TestDatabase.server().majorVersion());
            return true;
        } catch (StartupProblem e) {
            return false;
        }
    }
}
