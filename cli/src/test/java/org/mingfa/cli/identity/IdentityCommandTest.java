package org.mingfa.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;
import static org.mingfa.cli.CommandLine.runWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.cli.CommandLine.Answer;
import org.mingfa.cli.RealData;

class IdentityCommandTest {

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, valid", "N1441323MK6FMHDQX3, valid",
        "91350100M000100Y44, invalid: the check character is 4 and should be 3",
        "911100001000013428, invalid: the check character is 8 and should be",
        "91350100M000100Y4, 'invalid: 17 characters, not 18'",
        "91350100m000100Y43, 'invalid: lower-case ''m'' at character 9, write M'",
        "９1350100M000100Y43, 'invalid: full-width ''９'' at character 1, write 9'",
        "91350100O000100Y43, 'invalid: ''O'' at character 9 is not allowed'",
        "9135010XM000100Y43, 'invalid: ''X'' at character 8, where characters 3 to 8 are the digits of a division'",
        "91350100 M000100Y43, invalid: a space at character 9",
    })
    void readsSocialCreditCodes(String code, String answer) {
        assertThat(run("identity", "uscc", code).out()).startsWith(code + " " + answer).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, valid", "440524188001010014, valid",
        "110105194912310021, invalid: the check character is 1 and should be X",
        "11010519491231002x, 'invalid: lower-case ''x'' at character 18, write X'",
        "110105194902300022, invalid: there is no day of birth 1949-02-30",
        "110105299912310024, invalid: the day of birth 2999-12-31 is in the future",
        "110105179912310024, invalid: the day of birth 1799-12-31 is before 1800",
        "160105194912310025, invalid: no province has the code 16",
        "1101X5194912310025, 'invalid: ''X'' at character 5; only the last may be X'",
        "110105491231002, 'invalid: 15 characters, not 18; numbers of 15 digits (1989) ended on 2013-01-01'",
        "911105194912310025, invalid: it begins as the number of a foreigner's residence card",
    })
    void readsCitizenNumbers(String number, String answer) {
        assertThat(run("identity", "id", number).out()).startsWith(number + " " + answer).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "140000, valid", "140105, valid", "441900003, valid", "140105001001, valid",
        "160000, invalid: no province has the code 16", "14010, 'invalid: 5 characters, not 6, 9 or 12'",
        "140005, invalid: a code of a province (city 00) goes on with zeros",
        "140105000001, invalid: a village 001 without a town (characters 7 to 9 are 000)", "14O105, 'invalid: ''O'' at character 3 is not allowed'",
    })
    void readsTheStructureOfDivisionsAndSaysThatItIsNoMore(String code, String answer) {
        Answer said = run("identity", "division", code);
        assertThat(said.out()).startsWith(code + " " + answer);
        assertThat(said.err()).contains("not whether the division exists");
    }

    @Test
    void answersLineByLineWhateverTheLineIs() {
        String input = "\uFEFF91350100M000100Y43\r\n\r\n  91330106673959654P\t\n" + "9".repeat(1_000_000) + "\n\u0007bell\n　91310000MA1FL70B67";
        Answer answer = runWith(input, "identity", "uscc", "-");
        assertThat(answer.out().lines()).hasSize(6);
        assertThat(answer.out()).isEqualTo("""
                91350100M000100Y43 valid
                (empty) invalid: the line is empty
                91330106673959654P valid
                %s… invalid: too long to be a code
                ?bell invalid: 5 characters, not 18
                91310000MA1FL70B67 valid
                """.formatted("9".repeat(60)));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(runWith("91350100M000100Y43\n", "identity", "uscc", "-")).isEqualTo(new Answer(0, "91350100M000100Y43 valid\n", ""));
        assertThat(runWith("", "identity", "id", "-")).isEqualTo(new Answer(0, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "'identity', usage: mingfa identity", "'identity uscc', usage: mingfa identity", "'identity passport 123', unknown kind of code 'passport'",
        "'identity uscc - 123', 'give codes or -, not both'", "'identity id --divisions x 1', --divisions belongs to",
        "'identity division --divisions /no/such 140000', /no/such: no such file", "'identity division --divisions / 140000', /: a folder",
    })
    void refusesWrongUsage(String words, String message) {
        Answer answer = run(words.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("mingfa identity: " + message).hasLineCount(1);
    }

    @Test
    void looksDivisionsUpInATableThatIsGiven(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("divisions.csv");
        Files.writeString(table, "\uFEFFcode,name\n14,山西省\n1401,太原市\n140105,小店区\n");
        assertThat(run("identity", "division", "--divisions", table.toString(), "140105", "140100", "140106", "370000", "370101")).satisfies(a -> {
            assertThat(a.out()).isEqualTo("140105 valid\n140100 valid\n140106 invalid: not among the 3 divisions of " + table
                    + "\n370000 invalid: not among the 3 divisions of " + table + "\n370101 valid\n");
            assertThat(a.err()).startsWith("1 of the codes are of a level that ");
            assertThat(a.code()).isEqualTo(1);
        });
        Files.writeString(table, "code,name\n14,山西省\n99,无\n");
        assertThat(run("identity", "division", "--divisions", table.toString(), "140105").err()).contains(table + ":2: '99' is no division");
        Files.writeString(table, "name\n山西省\n");
        assertThat(run("identity", "division", "--divisions", table.toString(), "140105").err()).contains(":1: no column code; the header is name");
    }

    @Test
    void agreesWithAnIndependentLibraryExceptOnLetterPrefixes() throws IOException {
        List<String> rows = Files.readAllLines(RealData.file("uscc/uscc-vectors.csv")).stream().skip(1).toList();
        Answer answer = runWith(rows.stream().map(r -> r.split(",")[0]).collect(Collectors.joining("\n")), "identity", "uscc", "-");
        List<String> lines = answer.out().lines().toList();
        assertThat(lines).hasSameSizeAs(rows);
        int prefixes = 0;
        for (int i = 0; i < rows.size(); i++) {
            String code = rows.get(i).split(",")[0];
            boolean prefixed = !code.substring(0, 2).matches("\\d\\d");
            prefixes += prefixed && lines.get(i).endsWith(" valid") ? 1 : 0;
            if (!prefixed) {
                assertThat(lines.get(i).endsWith(" valid")).as(lines.get(i)).isEqualTo(rows.get(i).endsWith(",true"));
            }
        }
        assertThat(prefixes).isPositive();
    }

    @Test
    void findsEveryRealDivisionInItsTable() throws IOException {
        for (String file : List.of("reference/divisions_prov_city_all_county_3prov.csv", "reference/divisions_streets_3prov.csv")) {
            Path table = RealData.file(file);
            String codes = Files.readAllLines(table).stream().skip(1).map(r -> r.split(",")[0]).map(c -> c.length() < 6 ? c + "0".repeat(6 - c.length()) : c)
                    .collect(Collectors.joining("\n"));
            assertThat(runWith(codes, "identity", "division", "-", "--divisions", table.toString())).satisfies(a -> {
                assertThat(a.out()).doesNotContain("invalid");
                assertThat(a.code()).isZero();
            });
        }
    }
}
