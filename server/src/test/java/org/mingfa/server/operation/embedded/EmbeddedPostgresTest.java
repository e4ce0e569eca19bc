package org.mingfa.server.operation.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.server.StartupProblem;
import org.mingfa.server.support.TestDatabase;

class EmbeddedPostgresTest {

    @TempDir
    Path temp;

    /** A folder with a cluster just made, by the carried programs; tests start on copies of it. */
    private static Path pristine() throws IOException, InterruptedException {
        Path folder = Path.of("target/test-postgres-pristine").toAbsolutePath();
        if (!Files.exists(folder.resolve("cluster"))) {
            EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, null, 0)).close();
        }
        return folder;
    }

    private static Path binaries() throws IOException, InterruptedException {
        return pristine().resolve("pgsql-" + Binaries.CARRIED + "/bin");
    }

    private EmbeddedPostgres start() throws IOException, InterruptedException {
        return start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException, InterruptedException {
        Path folder = temp.resolve("pg");
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            for (String part : new String[] {"cluster", "superuser.password"}) {
                assertThat(run("cp", "-a", pristine().resolve(part).toString(), folder.toString())).isZero();
            }
        }
        return EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder, binaries(), port));
    }

    private static String ask(Address address, String sql) throws SQLException {
        try (Connection connection = TestDatabase.open(address); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(Address address, String sql) throws SQLException {
        try (Connection connection = TestDatabase.open(address); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSecondStartFindsTheDataOfTheFirst() throws Exception {
        try (EmbeddedPostgres first = start()) {
            tell(first.database("mingfa"), "create table kept as select '明法' as word");
        }
        try (EmbeddedPostgres second = start()) {
            assertThat(ask(second.database("mingfa"), "select word from kept")).isEqualTo("明法");
        }
    }

    @Test
    void whatItAcknowledgesIsOnDiskAndNobodyElseMayEnter() throws Exception {
        try (EmbeddedPostgres server = start()) {
            Address owner = server.database("mingfa");
            assertThat(ask(owner, "show fsync") + ask(owner, "show synchronous_commit") + ask(owner, "show full_page_writes")).isEqualTo("ononon");
            assertThat(ask(owner, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(owner, "select rolsuper from pg_roles where rolname = current_user")).isEqualTo("f");
            assertThat(ask(server.superuser(), "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'")).isEqualTo("0");
            assertThatThrownBy(() -> ask(new Address(owner.url(), owner.user(), "guess"), "select 1")).hasMessageContaining("authentication failed");
            assertThat(mode(temp.resolve("pg"))).isEqualTo("rwx------");
            assertThat(mode(temp.resolve("pg/owner.password")) + mode(temp.resolve("pg/superuser.password"))).isEqualTo("rw-------rw-------");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void chineseTextCountsAsLettersAndSortsByCodePoint() throws Exception {
        try (EmbeddedPostgres server = start()) {
            Address owner = server.database("mingfa");
            assertThat(ask(owner, "select '处' ~ '[[:alpha:]]'")).isEqualTo("t");
            assertThat(ask(owner, "select string_agg(w, '' order by w) from unnest(array['b','A','a','B']) w")).isEqualTo("ABab");
        }
    }

    @Test
    void aSecondMingfaOnTheSameFolderIsRefusedInOneLine() throws Exception {
        EmbeddedPostgres first = start();
        try {
            assertThatThrownBy(this::start).isInstanceOf(StartupProblem.class).hasMessageContaining("Another Mingfa already uses").hasMessageNotContaining("\n");
        } finally {
            first.close();
        }
    }

    @Test
    void killedItIsStartedAgainAtTheSameAddressWithAllItAcknowledged() throws Exception {
        try (EmbeddedPostgres server = start()) {
            Address owner = server.database("mingfa");
            tell(owner, "create table kept as select 1 as n");
            for (int kill = 0; kill < 2; kill++) {
                ProcessHandle postmaster = postmaster(temp.resolve("pg"));
                postmaster.destroyForcibly();
                postmaster.onExit().get(20, TimeUnit.SECONDS);
                eventually(() -> ask(owner, "select count(*) from kept").equals("1"));
            }
        }
    }

    @Test
    void closedWhileItIsBeingStartedAgainItLeavesNothingRunning() throws Exception {
        EmbeddedPostgres server = start();
        ProcessHandle killed = postmaster(temp.resolve("pg"));
        killed.destroyForcibly();
        killed.onExit().get(20, TimeUnit.SECONDS);
        eventually(() -> running().anyMatch(p -> p.pid() != killed.pid()));
        server.close();
        assertThat(running()).isEmpty();
    }

    private Stream<ProcessHandle> running() {
        String data = temp.resolve("pg/cluster").toString();
        return ProcessHandle.allProcesses().filter(p -> p.info().command().orElse("").endsWith("/postgres") && p.info().commandLine().orElse("").contains(data));
    }

    @Test
    void whenTheJvmIsKilledPostgresStopsAndTheNextStartFindsTheData() throws Exception {
        start().close();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", System.getProperty("java.class.path"),
                        Lasting.class.getName(), temp.resolve("pg").toString(), binaries().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(jvm.getInputStream()))) {
            assertThat(out.readLine()).startsWith("ready");
        }
        ProcessHandle postmaster = postmaster(temp.resolve("pg"));
        jvm.destroyForcibly().waitFor();
        postmaster.onExit().get(20, TimeUnit.SECONDS);
        try (EmbeddedPostgres next = start()) {
            assertThat(ask(next.database("mingfa"), "select current_database()")).isEqualTo("mingfa");
        }
    }

    private static ProcessHandle postmaster(Path folder) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private interface Question {
        boolean holds() throws SQLException;
    }

    private static void eventually(Question question) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                if (question.holds()) {
                    return;
                }
            } catch (SQLException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
            }
            Thread.sleep(10);
        }
    }

    @Test
    void dataOfAnotherVersionIsLeftAlone() throws Exception {
        start().close();
        Files.writeString(temp.resolve("pg/cluster/PG_VERSION"), "14\n");
        assertThatThrownBy(this::start).isInstanceOf(StartupProblem.class).hasMessageContaining("PostgreSQL 14").hasMessageContaining("pg_dump");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageMatching("The port \\d+ is taken.*")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamed() throws Exception {
        Files.writeString(temp.resolve("pg"), "in the way");
        assertThatThrownBy(this::start).isInstanceOf(StartupProblem.class).hasMessageContaining("is not a folder");
    }

    @Test
    void aFullDiskIsSaidInOneLineAndNothingHalfMadeIsLeft() throws Exception {
        Path small = Files.createDirectory(temp.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", small.toString()) == 0, "a small disk needs the right to mount one");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(new EmbeddedPostgres.Options(small.resolve("pg"), binaries(), 0)))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("is full")
                    .hasMessageNotContaining("\n");
            assertThat(small.resolve("pg/cluster")).doesNotExist();
        } finally {
            run("umount", small.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
