package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    /** With one party it can always be closed; told of the second after reporting, another report is owed and not allowed. */
    private static final String PLANTED = """
            procedure: mini
            title: 小案
            version: "1"
            in-force: {from: 2021-07-15}
            stages: []
            objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
            acts:
              file: {title: 立案, cite: x, times: 1, creates: {kind: party, from: parties}, form: {properties: {parties: {type: array, items: {$ref: "#/objects/party"}}}}}
              tell: {title: 告知, cite: x, on: party, times: 1, obliges: [report]}
              report: {title: 报告, cite: x, needs: [tell]%s}
              end: {title: 结案, cite: x, final: true}
            """;

    private static Procedure load(String text) {
        Laws laws = Laws.load(Map.of("p.yaml", text));
        assertThat(laws.problems()).isEmpty();
        return laws.procedure("mini", "", "", LocalDate.parse("2026-01-01"));
    }

    @Test
    void aDeadEndThatNeedsTwoObjectsIsFoundWithTheWayThere() {
        Exploration.Found found = Exploration.of(load(PLANTED.formatted(", times: 1")), 10_000);
        assertThat(found.exhausted()).isTrue();
        assertThat(found.dead()).isPositive();
        assertThat(found.witness()).hasSize(4).first().isEqualTo("file with two");
        assertThat(found.witness().get(2)).isEqualTo("report");
    }

    @Test
    void withoutTheDeadEndAllStatesCanBeClosed() {
        Exploration.Found found = Exploration.of(load(PLANTED.formatted("")), 10_000);
        assertThat(found.exhausted()).isTrue();
        assertThat(found.dead()).isZero();
        assertThat(found.undecided()).isZero();
        assertThat(found.witness()).isEmpty();
    }

    @Test
    void aBoundedLookSaysThatItWasBounded() {
        Exploration.Found found = Exploration.of(load(PLANTED.formatted("")), 5);
        assertThat(found.exhausted()).isFalse();
        assertThat(found.states()).isEqualTo(5);
        assertThat(found.dead()).isZero();
    }
}
