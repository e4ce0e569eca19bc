package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawPacksTest {

    private static final Laws LAWS = Laws.load(LawFolder.texts(LawFolder.LAW));

    @Test
    void everyPackLoads() {
        assertThat(LAWS.problems()).isEmpty();
    }

    @Test
    void everyExampleHoldsAndEveryRuleHasOneThatPassesAndOneThatFails() {
        Examples.Report report = Examples.run(LAWS, LawFolder.calendar());
        assertThat(report.failures()).isEmpty();
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.run()).isPositive();
    }
}
