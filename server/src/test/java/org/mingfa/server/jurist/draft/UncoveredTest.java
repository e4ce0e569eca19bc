package org.mingfa.server.jurist.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingfa.core.procedure.Examples;
import org.mingfa.core.procedure.PackProblem;

/** Whatever else a draft touches, a rule is asked for an example in each procedure that has it, and in no other. */
class UncoveredTest {

    private static PackProblem missing(String file, String rule, String what) {
        return new PackProblem(file, 3, "'" + rule + "': " + what);
    }

    private static Examples.Report report(Set<String> asked, PackProblem... uncovered) {
        return new Examples.Report(1, List.of(), List.of(uncovered), asked);
    }

    private static final String OWN = "a/own.yaml:3 'decide.own'";
    private static final String SHARED = "shared.yaml:3 'serve.shared'";

    @Test
    void aRuleOfOneProcedureIsAskedForWhereTheDraftTouchesASharedFileToo() {
        assertThat(Uncovered.inAll(List.of(
                report(Set.of(OWN, SHARED), missing("a/own.yaml", "decide.own", "no example looks at it")), report(Set.of(SHARED)), report(Set.of()))))
                .singleElement().satisfies(p -> assertThat(p.message()).isEqualTo("'decide.own': no example looks at it"));
    }

    @Test
    void aSharedRuleNeedsItsExamplesInOneOfThoseThatHaveItAndNotInAFourth() {
        PackProblem looks = missing("shared.yaml", "serve.shared", "no example looks at it");
        PackProblem breaks = missing("shared.yaml", "serve.shared", "no example breaks it");
        assertThat(Uncovered.inAll(List.of(report(Set.of(SHARED), looks), report(Set.of(SHARED))))).isEmpty();
        assertThat(Uncovered.inAll(List.of(report(Set.of(SHARED), looks), report(Set.of(SHARED), breaks), report(Set.of(OWN)))))
                .singleElement().satisfies(p -> assertThat(p.message()).isEqualTo("'serve.shared': no example breaks it"));
    }
}
