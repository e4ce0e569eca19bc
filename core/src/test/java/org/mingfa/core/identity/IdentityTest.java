package org.mingfa.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingfa.core.RealData;

class IdentityTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91330106673959654P", "91330203674737244W", "91230500MA1B3N1N2M",
        "11230500001755309F", "91310000MA1FL70B67"})
    void acceptsSocialCreditCodes(String code) {
        assertThat(Uscc.valid(code)).isTrue();
        assertThat(Uscc.validOrganisationCode(Uscc.organisationCode(code))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"911100001000013428", "", "91350100M000100Y4", "91350100m000100Y43", "91350100I000100Y43",
        "9135010XM000100Y43", "91350100M000100Y44", "９1350100M000100Y43"})
    void refusesWhatIsNoSocialCreditCode(String code) {
        assertThat(Uscc.valid(code)).isFalse();
    }

    @Test
    void findsEveryChangedCharacterOfASocialCreditCode() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String changed = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(Uscc.valid(changed)).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void agreesWithAnIndependentLibrary() throws IOException {
        for (String line : lines("uscc/uscc-vectors.csv")) {
            String code = line.split(",")[0];
            if (code.substring(0, 2).matches("\\d\\d")) { // that library refuses letter prefixes, GB 32100 allows them
                assertThat(Uscc.valid(code)).as(code).isEqualTo(line.endsWith(",true"));
            }
        }
    }

    @Test
    void agreesWithRealRegistrations() throws IOException {
        for (String line : lines("reference/uscc_format_samples_200.csv")) {
            String[] row = line.split(",");
            assertThat(Uscc.valid(row[0])).as(row[0]).isEqualTo(row[2].equals("Y"));
        }
        for (String line : lines("synthetic/persons_300.csv")) {
            assertThat(CitizenId.valid(line.split(",")[2])).as(line).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"M000100Y-4", "67473724-4", "00175530-9", "001755309"})
    void acceptsOrganisationCodes(String code) {
        assertThat(Uscc.validOrganisationCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M000100Y-5", "67473724", "0017553O9", ""})
    void refusesWhatIsNoOrganisationCode(String code) {
        assertThat(Uscc.validOrganisationCode(code)).isFalse();
    }

    @Test
    void readsCitizenNumbers() {
        CitizenId woman = CitizenId.read("11010519491231002X").orElseThrow();
        assertThat(woman.born()).isEqualTo("1949-12-31");
        assertThat(woman.male()).isFalse();
        assertThat(woman.region()).isEqualTo("110105");
        assertThat(CitizenId.read("440524188001010014").orElseThrow().male()).isTrue();
        assertThat(woman.age(LocalDate.of(1967, 12, 30))).isEqualTo(17);
        assertThat(woman.age(LocalDate.of(1967, 12, 31))).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491231002x", "110105194902300022", "11010519491331002X", "", "010105194912310020",
        "110105491231002"})
    void refusesWhatIsNoCitizenNumber(String number) {
        assertThat(CitizenId.valid(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"晋市监罚〔2024〕1号", "日政办字〔2024〕15号", "武政办〔2015〕24号"})
    void readsDocumentNumbers(String text) {
        assertThat(DocumentNumber.valid(text)).isTrue();
        assertThat(DocumentNumber.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"津红国税罚〔2016〕20021", "晋市监罚[2024]1号", "晋市监罚〔2024〕01号", "晋市监罚〔2024〕0号", "晋市监罚〔1824〕1号",
        "罚〔2024〕1号", "晋市监罚〔2024〕1234567号", "JSJ〔2024〕1号", ""})
    void refusesWhatIsNoDocumentNumber(String text) {
        assertThat(DocumentNumber.valid(text)).isFalse();
        assertThatThrownBy(() -> DocumentNumber.parse(text)).hasMessageContaining("晋市监罚〔2026〕1号");
    }

    @Test
    void refusesPartsThatMakeNoNumber() {
        assertThatThrownBy(() -> new DocumentNumber("罚", 2026, 1)).hasMessageContaining("Chinese");
        assertThatThrownBy(() -> new DocumentNumber("晋市监罚", 26, 1)).hasMessageContaining("year");
        assertThatThrownBy(() -> new DocumentNumber("晋市监罚", 2026, 0)).hasMessageContaining("sequence");
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(RealData.file(file));
        return lines.subList(1, lines.size());
    }
}
