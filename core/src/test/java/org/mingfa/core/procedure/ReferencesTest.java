package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String PACK = """
            procedure: p
            title: 甲
            version: "1"
            in-force: {from: 2021-01-01}
            stages: []
            parameters: {days: {title: 日, value: 5 wd, cite: x, ref: [R-1]}}
            acts:
              a:
                title: 甲
                cite: x
                ref: [R-2, R-3]
                form: {properties: {ref: {type: array}}}
                rules: [{id: r, title: t, require: "true", ref: [R-4]}]
              end: {title: 结案, cite: x, final: true}
            """;

    private static final String COVERAGE = """
            coverage: law.md
            entries: [{ids: ["S-*", T-1], state: later, reason: another room}]
            """;

    @Test
    void marksAreFoundWhereTheyStandAndTellParametersApart() {
        Laws laws = Laws.load(Map.of("p/p.yaml", PACK, "p/coverage.yaml", COVERAGE));
        assertThat(laws.problems()).isEmpty();
        assertThat(laws.references().marks()).extracting(m -> m.id() + " " + m.parameter() + " " + m.line())
                .containsExactly("R-1 true 6", "R-2 false 11", "R-3 false 11", "R-4 false 13");
    }

    @Test
    void aPatternCoversWhatBeginsLikeIt() {
        References r = Laws.load(Map.of("p/coverage.yaml", COVERAGE)).references();
        assertThat(r.entries()).extracting(References.Entry::pattern).containsExactly("S-*", "T-1");
        assertThat(r.entries().getFirst().covers("S-20")).isTrue();
        assertThat(r.entries().getFirst().covers("T-1")).isFalse();
        assertThat(r.entries().getLast().covers("T-1")).isTrue();
        assertThat(r.entries().getLast().covers("T-10")).isFalse();
    }

    @Test
    void anUnknownStateIsNamedWithFileAndLine() {
        Laws laws = Laws.load(Map.of("p/coverage.yaml", COVERAGE.replace("later", "soon")));
        assertThat(laws.problems()).extracting(PackProblem::toString)
                .containsExactly("p/coverage.yaml:2: state is encoded, later or left-out, not 'soon'");
    }

    @Test
    void aPackThatIsNotVerifiedIsCountedAsSuch() {
        Laws laws = Laws.load(Map.of("p/p.yaml", PACK.replace("stages: []", "stages: []\nverified: false\nnote: 未核对")));
        assertThat(laws.problems()).isEmpty();
        assertThat(laws.census().unverified()).extracting(Census.Cited::title).containsExactly("甲");
        assertThat(Laws.load(Map.of("p/p.yaml", PACK)).census().unverified()).isEmpty();
    }
}
