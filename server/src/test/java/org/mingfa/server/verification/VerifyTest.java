package org.mingfa.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mingfa.server.cases.Bureau;
import org.mingfa.server.cases.Desk;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestCity;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./mingfa verify} on a case with two entries, untouched and then changed behind the server's back. */
@ServerTest
@Import(TestCity.class)
class VerifyTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCity city;

    @Autowired
    JdbcClient jdbc;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String id;
    private String rows;

    @BeforeEach
    void aCase() {
        Bureau bureau = new Bureau(city, jdbc);
        id = new Desk(port, bureau.head).open(bureau.filing(Bureau.TODAY));
        new Desk(port, bureau.officer).done(id, bureau.inspection(Bureau.TODAY, 1));
        rows = " where region_id || '-' || case_id = '" + id + "'";
    }

    /** Other tests read the whole record too. */
    @AfterEach
    void leaveNoBrokenCase() throws SQLException {
        TestDatabase.asSuperuser("delete from entry" + rows);
        TestDatabase.asSuperuser("delete from enforcement_case" + rows);
    }

    private int verify(String... arguments) {
        out.reset();
        err.reset();
        return Verify.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void changed(String sql) throws SQLException {
        assertThat(TestDatabase.asSuperuser(sql)).isPositive();
    }

    private void expectBroken(long entry, String why) {
        assertThat(verify("--case=" + id)).isEqualTo(Verify.BROKEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(id + " entry " + entry + ": ", why).endsWith(", broken 1\n");
        assertThat(verify()).isEqualTo(Verify.BROKEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(id + " entry " + entry + ": ");
    }

    @Test
    void anUntouchedCaseIsWhole() {
        assertThat(verify("--case=" + id)).as(err.toString()).isEqualTo(Verify.WHOLE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("cases 1, entries 2, broken 0\n");
        verify();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(id + " ").contains("cases ");
    }

    @Test
    void aChangedRowIsFound() throws SQLException {
        changed("update entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '现场未见', '现场已见'), 'UTF8')" + rows + " and seq = 2");
        expectBroken(2, "SHA-256");
    }

    @Test
    void anEntryMovedToAnotherAgencyIsFound() throws SQLException {
        changed("update entry set agency_id = agency_id + 1" + rows + " and seq = 1");
        expectBroken(1, "the columns beside the bytes");
    }

    @Test
    void anEntryOfAnotherVersionThanTheBytesIsFound() throws SQLException {
        changed("update entry set schema = 99" + rows + " and seq = 1");
        expectBroken(1, "99");
    }

    @Test
    void aMissingFirstEntryIsFound() throws SQLException {
        changed("delete from entry" + rows + " and seq = 1");
        expectBroken(1, "entry 1 is missing");
    }

    @Test
    void entriesCutOffTheEndAreFound() throws SQLException {
        changed("delete from entry" + rows + " and seq = 2");
        expectBroken(2, "the record ends with entry 1, the row of its case with 2");
    }

    @Test
    void aCaseWhoseEntriesAreAllGoneIsFound() throws SQLException {
        changed("delete from entry" + rows);
        expectBroken(1, "there is no entry");
    }

    @Test
    void whatIsNoCaseIsSaidInOneLine() {
        assertThat(verify("--case=3-1")).isEqualTo(Verify.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no case 3-1");
        assertThat(verify("--case=abc")).isEqualTo(Verify.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("abc is no case");
    }

    @Test
    void aFolderWithoutDataIsSaidInOneLineAndNotMade() {
        assertThat(verify("--mingfa.database.url=", "--mingfa.data=target/nothing-here")).isEqualTo(Verify.CANNOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no data in").hasLineCount(1);
        assertThat(java.nio.file.Path.of("target/nothing-here")).doesNotExist();
    }
}
