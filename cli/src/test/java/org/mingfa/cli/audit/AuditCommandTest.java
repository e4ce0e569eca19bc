package org.mingfa.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingfa.cli.CommandLine.Answer;
import org.mingfa.cli.RealData;
import org.mingfa.core.sealing.Canonical;

/** The pack of the example on logs made by hand, and on the real one beside an oracle that shares no code with the engine. */
class AuditCommandTest {
    private static final String PACK = "../law/examples/road-traffic-fines";
    private static final String RULES = "src/test/resources/xes/rules.xes";

    @Test
    void countsTheCasesThatBreakEachRule() {
        Answer answer = run("audit", "--pack", PACK, RULES, "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith("{\"cases\":19,\"events\":63,\"withFindings\":14,\"rules\":"
                + "{\"R0\":2,\"R1\":1,\"R2\":3,\"R3a\":2,\"R3b\":1,\"R4\":2,\"R5\":2,\"R6\":2},\"seconds\":");
        assertThat(((Map<?, ?>) Canonical.parse(answer.out().getBytes())).size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R0", "R1", "R2", "R3a", "R3b", "R4", "R5", "R6"})
    void namesTheCasesOfARule(String rule) {
        List<String> names = run("audit", "--pack", PACK, RULES, "--cases", rule).out().lines().toList();
        assertThat(names).isNotEmpty().allMatch(name -> name.startsWith(rule) || name.equals("#19"));
        assertThat(names.contains("#19")).isEqualTo(List.of("R3a", "R5").contains(rule));
    }

    @Test
    void namesThemInJsonToo() {
        assertThat(run("audit", "--pack", PACK, RULES, "--cases", "R6", "--json").out())
                .contains(",\"caseNames\":[\"R6-the-second-one\",\"R6-by-the-local-date\"],\"seconds\":");
    }

    @Test
    void tellsPeopleWhatItFound() {
        assertThat(run("audit", "--pack", PACK, RULES).out().lines().toList()).satisfies(lines -> {
            assertThat(lines).hasSize(9);
            assertThat(lines.getFirst()).startsWith("R0 ").endsWith("开具罚单之前不得有其他事项");
            assertThat(lines.getLast()).startsWith("19 cases, 63 events, 14 cases with findings");
        });
    }

    @Test
    void agreesWithTheOracleOnTheRealLog() throws IOException {
        Path log = RealData.file("event-logs/road-traffic-fines.xes.gz");
        Answer answer = run("audit", "--pack", PACK, log.toString(), "--json");
        var oracle = RoadTrafficOracle.read(log);
        Map<?, ?> found = (Map<?, ?>) Canonical.parse(answer.out().getBytes());
        assertThat(found.get("rules")).isEqualTo(new TreeMap<>(oracle.rules));
        assertThat(found.get("cases")).isEqualTo(150_370L).isEqualTo(oracle.cases);
        assertThat(found.get("events")).isEqualTo(561_470L).isEqualTo(oracle.events);
        assertThat(found.get("withFindings")).isEqualTo(oracle.withFindings);
        assertThat(oracle.rules.get("R6")).isPositive();
    }

    @Test
    void refusesWhatItCannotUse(@TempDir Path folder) throws IOException {
        assertThat(run("audit", RULES).err()).contains("usage: mingfa audit");
        assertThat(run("audit", "--pack", PACK, RULES, "--cases", "R9").err())
                .isEqualTo("mingfa audit: no rule 'R9' in the pack; it has R0, R1, R2, R3a, R3b, R4, R5, R6\n");
        assertThat(run("audit", "--pack", PACK, "nowhere.xes").err()).isEqualTo("mingfa audit: nowhere.xes: no such file\n");
        assertThat(run("audit", "--pack", PACK, PACK).err()).contains("is a folder");
        assertThat(run("audit", "--pack", "nowhere", RULES).err()).isEqualTo("mingfa audit: nowhere: no such folder\n");
        assertThat(run("audit", "--pack", folder.toString(), RULES).err()).contains("no pack (.yaml)");
        Path broken = Files.writeString(folder.resolve("procedure.yaml"), "procedure: x\ntitle: x\nacts: [\n");
        assertThat(run("audit", "--pack", folder.toString(), RULES)).satisfies(answer -> {
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err()).contains(broken + ":");
        });
    }

    @Test
    void namesTraceAndEventThatThePackDoesNotKnow(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("a.xes"), Files.readString(Path.of(RULES)).replace("Add penalty", "Add pasta"));
        assertThat(run("audit", "--pack", PACK, log.toString())).isEqualTo(new Answer(
                2, "", "mingfa audit: " + log + ": trace 'ok-last-days', event 5: the pack knows no event 'Add pasta'\n"));
    }
}
