package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
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
        assertThat(problems(laws)).isEmpty();
        return laws.procedure("mini", "", "", LocalDate.parse("2026-01-01"));
    }

    /** Faults other than dead ends, which are what is looked for here. */
    private static List<PackProblem> problems(Laws laws) {
        return laws.problems().stream().filter(p -> !p.toString().contains("dead end")).toList();
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

    private static final String MEASURE = """
            procedure: mini
            title: 小案
            version: "1"
            in-force: {from: 2021-07-15}
            stages: []
            objects: {measure: {title: 措施, plural: measures, fields: {properties: {name: {type: string}}}}}
            acts:
              seize: {title: 扣押, cite: x, times: 1, creates: measure, form: {properties: {name: {type: string}}}, obliges: [ratify]}
              ratify: {title: 补办批准, cite: x, on: measure, times: 1}
              release: {title: 退还, cite: x, on: measure, times: 1, ends: measure}
              end: {title: 结案, cite: x, final: true}
            """;

    @Test
    void whatIsOwedAboutAnObjectCanStillBeDoneWhenTheObjectHasEnded() {
        Exploration.Found found = Exploration.of(load(MEASURE), 10_000);
        assertThat(found.exhausted()).isTrue();
        assertThat(found.dead()).isZero();
    }

    private static final String WITHDRAWN = """
            procedure: mini
            title: 小案
            version: "1"
            in-force: {from: 2021-07-15}
            strict: false
            stages: []
            acts:
              decide: {title: 决定, cite: x, times: 1}
              publish: {title: 公开, cite: x, times: 1, needs: [{act: decide, even-if-closed: true}]}
              annul: {title: 撤销, cite: x, times: 1, needs: [decide], undoes: [decide], closes: [decide], obliges: [{act: withdraw%s}]}
              withdraw: {title: 撤回, cite: x, needs: [publish]}
              end: {title: 结案, cite: x, final: true}
            """;

    @Test
    void aGuardThatAsksWhatHasHappenedIsKnownAndNotFree() {
        assertThat(Exploration.of(load(WITHDRAWN.formatted("")), 10_000).dead()).isPositive();
        assertThat(Exploration.of(load(WITHDRAWN.formatted(", when: \"happened('publish')\"")), 10_000).dead()).isZero();
        assertThat(Exploration.of(load(WITHDRAWN.formatted(", when: \"!happened('publish')\"")), 10_000).dead()).isPositive();
    }

    @Test
    void leavingOutWhatNothingAsksChangesNoAnswer() {
        Random random = new Random(20);
        int dead = 0;
        int smaller = 0;
        for (int i = 0; i < 120; i++) {
            String drawn = drawn(random);
            if (!problems(Laws.load(Map.of("p.yaml", drawn))).isEmpty()) {
                continue;
            }
            Procedure p = load(drawn);
            Exploration.Found whole = Exploration.of(new Space(p, true), 5_000);
            Exploration.Found small = Exploration.of(p, 5_000);
            if (whole.exhausted()) {
                assertThat(small.dead() > 0).as(drawn).isEqualTo(whole.dead() > 0);
                assertThat(small.exhausted()).as(drawn).isTrue();
                assertThat(small.states()).as(drawn).isLessThanOrEqualTo(whole.states());
                dead += whole.dead() > 0 ? 1 : 0;
                smaller += small.states() < whole.states() ? 1 : 0;
            }
        }
        assertThat(dead).isBetween(5, 100);
        assertThat(smaller).isGreaterThan(20);
    }

    /** Four acts in the case or on an object, with relations at random. */
    private static String drawn(Random r) {
        StringBuilder acts = new StringBuilder();
        boolean[] on = new boolean[4];
        for (int i = 0; i < on.length; i++) {
            on[i] = r.nextBoolean();
        }
        for (int i = 0; i < on.length; i++) {
            acts.append("  a").append(i).append(": {title: a, cite: x").append(on[i] ? ", on: thing" : "")
                    .append(r.nextInt(3) > 0 ? ", times: 1" : "").append(r.nextInt(4) == 0 ? ", starts: closed" : "")
                    .append(on[i] && r.nextInt(3) == 0 ? ", ends: thing" : "")
                    .append(some(r, "needs", x -> x + (on[Integer.parseInt(x.substring(1))] ? ", each: thing, or-none: true" : "") + (r.nextBoolean() ? ", even-if-closed: true" : "")))
                    .append(some(r, "obliges", x -> x + (r.nextInt(3) == 0 ? ", when: \"happened('a0')\"" : "")))
                    .append(some(r, "opens", x -> x)).append(r.nextInt(3) == 0 ? some(r, "waits-for", x -> x) : "");
            int own = i;
            acts.append(r.nextInt(3) == 0 ? some(r, "closes", x -> x + (on[own] && !on[Integer.parseInt(x.substring(1))] ? ", when-each: true" : "")) : "")
                    .append(r.nextInt(4) == 0 ? ", undoes: [a" + r.nextInt(4) + "]" : "").append("}\n");
        }
        return """
                procedure: mini
                title: 小案
                version: "1"
                in-force: {from: 2021-07-15}
                strict: false
                stages: []
                objects: {thing: {title: 物, plural: things, fields: {properties: {name: {type: string}}}}}
                acts:
                  start: {title: 开始, cite: x, times: 1, creates: {kind: thing, from: rows}, form: {properties: {rows: {type: array, items: {$ref: "#/objects/thing"}}}}}
                %s  end: {title: 结案, cite: x, final: true}
                """.formatted(acts);
    }

    private static String some(Random r, String relation, UnaryOperator<String> with) {
        if (r.nextBoolean()) {
            return "";
        }
        return ", " + relation + ": [{act: " + with.apply("a" + r.nextInt(4)) + "}]";
    }
}
