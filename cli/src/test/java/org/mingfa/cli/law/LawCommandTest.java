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

/** The example pack alone, whole and broken. */
class LawCommandTest {
    private static final Path LAW = Path.of("../law");

    @TempDir
    private Path law;
    private Path pack;
    private Path examples;

    @BeforeEach
    void theExamplePackAlone() throws IOException {
        Files.createDirectories(law.resolve("calendar"));
        Files.copy(LAW.resolve("calendar/holidays.yaml"), law.resolve("calendar/holidays.yaml"));
        Path folder = Files.createDirectories(law.resolve("examples/road-traffic-fines"));
        pack = folder.resolve("procedure.yaml");
        examples = folder.resolve("examples.yaml");
        Files.copy(LAW.resolve("examples/road-traffic-fines/procedure.yaml"), pack);
        Files.copy(LAW.resolve("examples/road-traffic-fines/examples.yaml"), examples);
    }

    @Test
    void countsWhatHolds() {
        Answer answer = check();
        assertThat(answer.out()).as(answer.err())
                .endsWith("packs 1, acts 12, rules 5, clocks 3, examples 14, citations " + count(answer) + ", unresolved 0, not held 0\n");
        assertThat(answer.code()).isZero();
        assertThat(count(answer)).isPositive();
    }

    @Test
    void namesFileAndLineOfAnExampleThatDoesNotHold() throws IOException {
        replace(examples, "'send-fine 2006-10-23 barred by R6'", "'send-fine 2006-10-22 barred by R6'");
        Answer answer = check();
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).containsPattern("examples\\.yaml:\\d+: .*R6");
    }

    @Test
    void namesARuleThatNoExampleBreaks() throws IOException {
        replace(examples, "'send-for-credit-collection 2009-03-30 barred by R5'", "'payment 2009-03-30 open'");
        Answer answer = check();
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).containsPattern("procedure\\.yaml:\\d+: 'R5': no example breaks it");
    }

    @Test
    void namesAFaultOfAPack() throws IOException {
        replace(pack, "needs:\n      - {act: add-penalty,", "needs:\n      - {act: add-pasta,");
        Answer answer = check();
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).containsPattern("procedure\\.yaml:\\d+: .*add-pasta");
    }

    @Test
    void resolvesCitationsInALibrary(@TempDir Path library) throws IOException {
        Files.writeString(library.resolve("other.json"), "{\"law\": \"乙法\", \"short\": \"乙法\", \"articles\": [{\"no\": \"第一条\", \"text\": \"甲。\"}]}");
        Answer notHeld = run("law", "check", "--law", law.toString(), "--library", library.toString());
        assertThat(notHeld.code()).isZero();
        assertThat(notHeld.out()).contains("not held: 意大利道路法典 (cited ").endsWith("unresolved 0, not held " + count(notHeld) + "\n");

        Files.writeString(library.resolve("code.json"),
                "{\"law\": \"意大利道路法典\", \"short\": \"意大利道路法典\", \"articles\": [{\"no\": \"第二百条\", \"text\": \"甲。\"}]}");
        Answer unresolved = run("law", "check", "--law", law.toString(), "--library", library.toString());
        assertThat(unresolved.code()).isEqualTo(1);
        assertThat(unresolved.out()).containsPattern("procedure\\.yaml:\\d+: citation '意大利道路法典 第二百零六条' of '移送追缴': 意大利道路法典 has no 第二百零六条")
                .endsWith(", not held 0\n");
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThat(run("law").err()).contains("usage: mingfa law check");
        assertThat(run("law", "check", "--law", law.toString(), "--library", "nowhere").err()).contains("nowhere: no such folder");
        assertThat(run("law", "check", "--law", "nowhere").err()).contains("nowhere");
        assertThat(run("law", "check", "--law", "nowhere").code()).isEqualTo(2);
    }

    @Test
    void resolvesCitationsOfOtherYaml(@TempDir Path library, @TempDir Path also) throws IOException {
        Files.writeString(library.resolve("code.json"), "{\"law\": \"乙法\", \"short\": \"乙法\", \"articles\": [{\"no\": \"第一条\", \"text\": \"甲。\"}]}");
        Files.writeString(also.resolve("document.yaml"), "parts:\n  party: {title: 当事人, cite: 乙法 第一条}\nitems: [{basis: 乙法 第九条}, {basis: $basis}]\n");
        Answer answer = run("law", "check", "--law", law.toString(), "--library", library.toString(), "--also", also.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).containsPattern("document\\.yaml:3: citation '乙法 第九条'.*乙法 has no 第九条").contains("unresolved 1,");
        Files.writeString(also.resolve("document.yaml"), "a: [");
        assertThat(run("law", "check", "--law", law.toString(), "--also", also.toString()).err()).contains("document.yaml");
    }

    @Test
    void namesWhatIsNotVerified() throws IOException {
        assertThat(check().out()).doesNotContain("not verified");
        replace(pack, "stages:", "verified: false\nnote: 未核对\nstages:");
        assertThat(check().out()).containsPattern("not verified: .*procedure\\.yaml:\\d+");
        assertThat(check().code()).isZero();
    }

    @Test
    void everyRuleOfTheRealSurveyIsSpokenOf() {
        Path survey = org.mingfa.cli.RealData.file("../domain/law.md");
        Answer answer = run("law", "coverage", survey.toString(), "--law", LAW.toString());
        assertThat(answer.out()).containsPattern("PEN-020 encoded .*1-filing\\.yaml:\\d+").contains("LIC-01 encoded", "9.5-3 encoded", "U12 parameter", "REM-04 later what the agency owes in a review");
        assertThat(answer.out()).containsPattern("law\\.md rules \\d+, encoded \\d+, parameters \\d+, later \\d+, left out \\d+\n$");
        assertThat(answer.code()).as(answer.out()).isZero();
    }

    private Answer check() {
        return run("law", "check", "--law", law.toString());
    }

    private static int count(Answer answer) {
        return Integer.parseInt(answer.out().replaceAll("(?s).*citations (\\d+), .*", "$1"));
    }

    private static void replace(Path file, String old, String by) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, by));
    }
}
