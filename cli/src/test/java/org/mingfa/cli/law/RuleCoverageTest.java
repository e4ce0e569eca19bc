package org.mingfa.cli.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingfa.cli.CommandLine.Answer;

class RuleCoverageTest {

    @TempDir
    private Path root;
    private Path survey;

    @BeforeEach
    void aPackAndASurvey() throws IOException {
        Files.createDirectories(root.resolve("law/calendar"));
        Files.writeString(root.resolve("law/calendar/holidays.yaml"), "calendar: x\n");
        Files.writeString(root.resolve("law/p.yaml"), """
                procedure: p
                title: 甲
                version: "1"
                in-force: {from: 2021-01-01}
                stages: []
                parameters: {days: {title: 日, value: 5 wd, cite: x, ref: [A-2]}}
                acts:
                  a: {title: 甲, cite: x, ref: [A-1, 9.5-2]}
                  end: {title: 结案, cite: x, final: true}
                """);
        coverage("- {ids: [\"B-*\"], state: later, reason: another room}\n  - {ids: [9.5-1], state: left-out, reason: no such thing}");
        survey = Files.writeString(root.resolve("law.md"), """
                ## 1. Rules
                | ID | Rule |
                | --- | --- |
                | A-1 | first |
                | A-2 | second |
                | B-10 | third |
                | B-S1 | a check |
                | S0-1 | not an id |
                ### 9.5 Negative tests
                1 one thing; 2 another of 30 days
                """);
    }

    @Test
    void tellsWhatBecameOfEachRule() {
        Answer answer = run("law", "coverage", survey.toString(), "--law", root.resolve("law").toString());
        assertThat(answer.out().split("\n")).containsExactly(
                "A-1 encoded p.yaml:8", "A-2 parameter p.yaml:6", "B-10 later another room", "B-S1 later another room", "9.5-1 left-out no such thing",
                "9.5-2 encoded p.yaml:8", "law.md rules 6, encoded 2, parameters 1, later 2, left out 1");
        assertThat(answer.code()).isZero();
    }

    @Test
    void failsForARuleNobodySpeaksOf() throws IOException {
        Files.writeString(survey, Files.readString(survey).replace("| B-10 |", "| C-1 |").replace("| B-S1 | a check |\n", ""));
        failsWith("'C-1': no pack carries ref: [C-1]", "law.md has no 'B-*'");
    }

    @Test
    void failsForAMarkThatTheSurveyDoesNotHave() throws IOException {
        Files.writeString(survey, Files.readString(survey).replace("| A-1 |", "| B-11 |"));
        failsWith("p.yaml:8: law.md has no 'A-1'");
    }

    @Test
    void failsForAnEntryOfWhatIsMarkedAndForAFileThatIsNotThere() throws IOException {
        coverage("- {ids: [A-1], state: later, reason: r}\n  - {ids: [\"B-*\", 9.5-1], state: encoded, reason: core/None.java}");
        failsWith("coverage.yaml:3: 'A-1' is marked in p.yaml:8 as well", "'B-10' is said to be encoded in core/None.java, which is not there");
    }

    private void failsWith(String... words) {
        Answer answer = run("law", "coverage", survey.toString(), "--law", root.resolve("law").toString());
        assertThat(answer.out()).contains(words);
        assertThat(answer.code()).isEqualTo(1);
    }

    private void coverage(String entries) throws IOException {
        Files.writeString(root.resolve("law/coverage.yaml"), "coverage: law.md\nentries:\n  " + entries + "\n");
    }
}
