package org.mingfa.cli.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;
import static org.mingfa.cli.CommandLine.runWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.cli.CommandLine.Answer;

class DueCommandTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-23 7 wd, 2026-10-10", "2026-09-18 15 nd, 2026-10-08", "2026-09-18 15 nd --strict, 2026-10-03",
        "--strict 2026-08-21 30 nd, 2026-09-20", "2026-03-31 6 m, 2026-09-30", "2024-02-29 1 y, 2025-02-28",
        "2026-04-06T15:00 24 h, 2026-04-07T15:00", "2026-04-06T15:30:15 1 h, 2026-04-06T16:30:15", "2026-03-02T09:00 5 nd, 2026-03-09",
        "2026-03-02 5 WD, 2026-03-09", "2026-03-02 100000 wd, 2415-11-25",
    })
    void printsTheDueDateAlone(String question, String due) {
        Answer answer = run(("due " + question).split(" "));
        assertThat(answer.out()).isEqualTo(due + "\n");
        assertThat(answer.code()).isZero();
    }

    @Test
    void explainsTheDaysItSkipped() {
        assertThat(run("due", "2026-09-18", "15", "nd", "--explain").out()).isEqualTo("""
                2026-10-08
                2026-10-03 国庆节
                2026-10-04 国庆节
                2026-10-05 国庆节
                2026-10-06 国庆节
                2026-10-07 国庆节
                """);
        assertThat(run("due", "2026-03-06", "2", "wd", "--explain").out()).isEqualTo("""
                2026-03-10
                2026-03-07 星期六
                2026-03-08 星期日
                """);
        assertThat(run("due", "2026-03-02", "2", "wd", "--explain").out()).isEqualTo("2026-03-04\n");
    }

    @Test
    void saysOnStandardErrorThatADateIsProvisional() {
        Answer answer = run("due", "2026-12-28", "10", "wd");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).isEqualTo("2027-01-12\n");
        assertThat(answer.err()).contains("暂计", "2027");
        assertThat(run("due", "2026-12-28", "3", "wd").err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30 5 wd, not a date: '2026-02-30'", "2026-3-2 5 wd, not a date", "2026-03-02 5 days, unknown unit 'days'",
        "2026-03-02 -5 wd, not a period: '-5 wd'", "2026-03-02 5.5 wd, not a period", "2026-03-02 12345678 wd, not a period",
        "2026-03-02 5, expected START N UNIT", "2026-03-02 24 h, hours are counted from a time: write 2026-03-02T15:00",
        "2026-03-02 5 wd --loose, unknown option --loose", "2026-03-02 5 wd --strict --strict, --strict is given twice",
        "- --strict, with - write --strict on the line",
    })
    void refusesWhatItCannotRead(String question, String message) {
        Answer answer = run(("due " + question).split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("mingfa due: " + message).endsWith("\n").hasLineCount(1);
    }

    @Test
    void wantsAQuestion() {
        assertThat(run("due").err()).contains("START N UNIT is missing");
        assertThat(run("due").code()).isEqualTo(2);
    }

    @Test
    void answersLineByLine() {
        Answer answer = runWith("""
                2026-09-23 7 wd
                2026-09-18 15 nd --strict

                2026-13-01 7 wd
                  2026-04-06T15:00   24 h
                2026-12-28 10 wd""", "due", "-");
        assertThat(answer.out().lines()).hasSize(6).startsWith("2026-10-10", "2026-10-03").endsWith("2026-04-07T15:00", "2027-01-12");
        assertThat(answer.out().lines().skip(2).limit(2)).allMatch(line -> line.startsWith("error: "));
        assertThat(answer.err()).startsWith("line 6: 2027-01-12 is provisional");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(runWith("2026-09-23 7 wd\n", "due", "-").code()).isZero();
        assertThat(runWith("", "due", "-")).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void namesFileAndLineOfABrokenCalendar(@TempDir Path law) throws IOException {
        Path file = Files.createDirectories(law.resolve("calendar")).resolve("holidays.yaml");
        Files.writeString(file, "years:\n  2026:\n    元旦: {off: [01-32]}\n");
        assertThat(run("due", "2026-03-02", "5", "wd", "--law", law.toString()).err())
                .isEqualTo("mingfa due: " + file + ":3: no such day in 2026: '01-32'\n");
        assertThat(run("due", "2026-03-02", "5", "wd", "--law", law.resolve("not").toString()).err()).contains("no such file");
    }
}
