package org.mingfa.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.operation.database.OwnerDoor;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.TestDatabase;

/** The whole schema with its seeds, backed up and restored into another database; skipped without pg_dump of its version. */
class RestoreTest implements Restore.Contents {

    @TempDir Path folder;

    @Override
    public OutputStream content(String sha256) {
        return OutputStream.nullOutputStream();
    }

    @Override
    public Path key(String hex) throws IOException {
        return Files.writeString(folder.resolve("master.key"), hex);
    }

    private static OwnerDoor door(Address address) {
        return OwnerDoor.at(address.url(), address.user(), address.password());
    }

    @Test
    void aRestoreProvesRowsContentsRulesAndSequences() throws IOException, SQLException {
        try {
            Client.found("pg_dump", TestDatabase.server().majorVersion());
        } catch (StartupProblem e) {
            assumeTrue(false, "run with MINGFA_TEST_PG15=1");
        }
        Address from = TestDatabase.fresh();
        OwnerDoor source = door(from);
        source.provideRoles();
        Flyway.configure().dataSource(source.source()).locations("classpath:db/migration").outOfOrder(true).load().migrate();
        Address superuser = TestDatabase.server().superuser();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream say = new PrintStream(said, true);
        BackupKey key = new BackupKey(new byte[32]);
        String set = new Backup(new Backup.Place(from.url(), superuser.user(), superuser.password(), folder.resolve("evidence"), "00".repeat(32)), key, folder.resolve("backups"), say).make(14);

        Restore restore = new Restore(folder.resolve("backups"), set, key, say);
        OwnerDoor target = door(TestDatabase.fresh());
        Manifest manifest = restore.into(target, this);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("each table by its digest", "row policies, grants and triggers by name", "sequences stand", "key: the one");
        assertThat(manifest.rules()).anyMatch(rule -> rule.startsWith("policy entry ")).anyMatch(rule -> rule.startsWith("grant entry INSERT to mingfa_app")).noneMatch(rule -> rule.contains(" to mingfa_owner"));
        assertThat(manifest.sequences()).isNotEmpty();
        assertThat(manifest.contents()).containsKey("register_figure").hasSameSizeAs(manifest.tables());

        assertThatThrownBy(() -> restore.into(target, this)).isInstanceOf(StartupProblem.class).hasMessageContaining("is not empty");
        Path part = folder.resolve("backups").resolve("sets").resolve(set).resolve("database").resolve("00000.cms");
        byte[] whole = Files.readAllBytes(part);
        whole[whole.length / 2] ^= 1;
        Files.write(part, whole);
        assertThatThrownBy(() -> restore.into(door(TestDatabase.fresh()), this)).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("cannot be opened").hasMessageContaining("drop that database");
        target.jdbc().sql("revoke insert on entry from mingfa_app").update();
        assertThatThrownBy(() -> restore.rules(manifest, new org.springframework.jdbc.core.JdbcTemplate(target.source())))
                .isInstanceOf(StartupProblem.class).hasMessageContaining("lacks [grant entry INSERT to mingfa_app]");
    }
}
