package org.mingfa.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.StartupProblem;

/** What a backup is put together from: sorted streams, rounds of checks, the folder, and where the database is. */
class PartsTest {

    @TempDir Path folder;

    private static String sha(String begins) {
        return begins + "0".repeat(64 - begins.length());
    }

    private void content(String sha256) throws IOException {
        Path file = folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void contentsComeInTheOrderOfTheirDigestsAndNothingElse() throws IOException {
        for (String begins : List.of("ff01", "0a02", "0a01ff", "0a0100")) {
            content(sha(begins));
        }
        Files.createDirectories(folder.resolve("incoming"));
        Files.writeString(folder.resolve("0a").resolve("02").resolve(sha("0a03")), "at another's place");
        List<String> found = new ArrayList<>();
        EvidenceFolder.each(folder, (sha256, file) -> found.add(sha256));
        assertThat(found).containsExactly(sha("0a0100"), sha("0a01ff"), sha("0a02"), sha("ff01"));
        EvidenceFolder.each(folder.resolve("none"), (sha256, file) -> found.clear());
        assertThat(found).hasSize(4);
    }

    @Test
    void whatRowsNameAndTheFolderLacksIsCounted() {
        Named named = new Named(List.of("b", "c", "e", "f").iterator());
        List.of("a", "c", "d", "e").forEach(named::there);
        assertThat(named.lacking()).isEqualTo(2);
        assertThat(named.first()).isEqualTo("b");
        Named whole = new Named(List.of("a").iterator());
        whole.there("a");
        assertThat(whole.lacking()).isZero();
    }

    @Test
    void halfASetIsNone() throws IOException {
        BackupKey key = new BackupKey(new byte[32]);
        Path set = folder.resolve("sets").resolve("20261122T010203Z");
        try (SealedOut out = new SealedOut(key, set.resolve("manifest"), "20261122T010203Z manifest")) {
            out.write("{}".getBytes(StandardCharsets.US_ASCII));
            out.finish();
        }
        Files.createDirectories(folder.resolve("sets").resolve("20261121T010203Z" + Backups.PART).resolve("database"));
        assertThat(Backups.sets(folder)).containsExactly("20261122T010203Z");
        Backups.removeParts(folder);
        assertThat(folder.resolve("sets")).isDirectoryContaining("glob:**/20261122T010203Z").isDirectoryNotContaining("glob:**" + Backups.PART);
        Path right = Files.writeString(folder.resolve("right.key"), "00".repeat(32));
        Path wrong = Files.writeString(folder.resolve("wrong.key"), "01".repeat(32));
        for (Path file : List.of(right, wrong)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Backups.opens(folder, right);
        assertThatThrownBy(() -> Backups.opens(folder, wrong)).isInstanceOf(StartupProblem.class).hasMessageContaining("cannot be opened");
    }

    @Test
    void aListIsGivenOnLineByLine() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Lines to = new Lines(lines::add)) {
            to.write("one\ntw".getBytes(StandardCharsets.US_ASCII));
            assertThat(lines).containsExactly("one");
            to.write("o\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void sevenRoundsReadEachContentOnce() throws IOException {
        Map<Integer, Integer> times = new HashMap<>();
        for (int round = 0; round < Rounds.PARTS; round++) {
            Rounds rounds = new Rounds(folder);
            for (int n = 0; n < 500; n++) {
                if (rounds.has(sha("%04x".formatted(n * 131 % 65536)))) {
                    times.merge(n, 1, Integer::sum);
                }
            }
            rounds.done();
        }
        assertThat(times).hasSize(500).allSatisfy((n, count) -> assertThat(count).isOne());
    }

    @Test
    void aFolderThatIsThereKeepsItsRights() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        OwnFolder.provide(shared, new PrintStream(said, true));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared))).isEqualTo("rwxr-xr-x");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("chmod 700");
        OwnFolder.provide(folder.resolve("new"), new PrintStream(said, true));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new")))).isEqualTo("rwx------");
    }

    private static Map<String, String> known(String url) {
        return Client.environment(url, "u", "p");
    }

    @Test
    void thePostgresProgramsAreToldWhatTheServerIs() {
        assertThat(known("jdbc:postgresql://db/mingfa")).containsEntry("PGHOST", "db").containsEntry("PGPORT", "5432").containsEntry("PGDATABASE", "mingfa").doesNotContainKey("PGSSLMODE");
        assertThat(known("jdbc:postgresql://[::1]:5433/m?sslmode=verify-full&sslrootcert=/etc/a%20b.pem&sslcert=/c&sslkey=/k"))
                .containsEntry("PGHOST", "::1").containsEntry("PGPORT", "5433").containsEntry("PGSSLMODE", "verify-full").containsEntry("PGSSLROOTCERT", "/etc/a b.pem")
                .containsEntry("PGSSLCERT", "/c").containsEntry("PGSSLKEY", "/k");
        assertThat(known("jdbc:postgresql://h1:5433,h2/m?targetServerType=primary")).containsEntry("PGHOST", "h1,h2").containsEntry("PGPORT", "5433,5432").containsEntry("PGTARGETSESSIONATTRS", "read-write");
        assertThatThrownBy(() -> known("jdbc:postgresql://a:b:c/m")).isInstanceOf(StartupProblem.class).hasMessageContaining("a:b:c");
    }

    @Test
    void theAgeOfTheLastWholeBackupIsAGauge() throws IOException {
        var meters = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        var noon = java.time.Clock.fixed(java.time.Instant.parse("2026-11-22T12:00:00Z"), java.time.ZoneOffset.UTC);
        BackupAge age = new BackupAge(folder.toString(), noon, meters);
        age.look();
        assertThat(meters.get("mingfa.backup.age.seconds").gauge().value()).isNaN();
        Files.createDirectories(folder.resolve("sets").resolve("20261122T110000Z"));
        Files.createDirectories(folder.resolve("sets").resolve("20261122T115900Z.part"));
        age.look();
        assertThat(meters.get("mingfa.backup.age.seconds").gauge().value()).isEqualTo(3600);
    }

    @Test
    void anAddressWithAPasswordIsRefusedAndNotTold() {
        assertThatThrownBy(() -> org.mingfa.server.operation.database.OwnerDoor.at("postgresql://h/m?sslmode=require&password=secret-7", "u", "p"))
                .isInstanceOf(StartupProblem.class).hasMessageContaining("Take it out").hasMessageNotContaining("secret-7");
    }
}
