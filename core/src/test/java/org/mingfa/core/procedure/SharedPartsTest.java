package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part whose part-of is a list belongs to several procedures (征收, 给付 and others share one base). */
class SharedPartsTest {

    private static final String HEAD = "procedure: %s\ntitle: 甲\nversion: '1'\nin-force: {from: 2021-01-01}\nstages: []\ncite: x\n";

    private static Laws load(String partOf, String examplesOf) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one/procedure.yaml", HEAD.formatted("one") + "acts: {a: {title: 甲, cite: x}}\n");
        texts.put("two/procedure.yaml", HEAD.formatted("two") + "acts: {b: {title: 乙, cite: x}}\n");
        texts.put("shared/close.yaml", "part-of: " + partOf + "\nacts:\n  start: {title: 始, cite: x}\n"
                + "  end: {title: 终, cite: x, final: true, needs: [{act: start, title: 先始}]}\n");
        texts.put("one/examples.yaml", "examples-of: " + examplesOf + "\nexamples:\n  - title: 始后终\n    then:\n"
                + "      - 'end 2026-03-02 barred by end.needs.start'\n      - 'do: start 2026-03-02'\n      - 'end 2026-03-03 open'\n");
        return Laws.load(texts);
    }

    @Test
    void everyProcedureOfTheListHasTheActs() {
        Laws laws = load("[one, two]", "one");
        assertThat(laws.problems()).isEmpty();
        for (String code : new String[] {"one", "two"}) {
            assertThat(laws.procedure(code, "", "", LocalDate.parse("2026-01-01")).act("end")).isNotNull();
        }
    }

    @Test
    void whatIsSharedNeedsItsExamplesInOneProcedureOnly() {
        assertThat(Examples.run(load("[one, two]", "one"), LawFolder.calendar()).ok()).isTrue();
    }

    @Test
    void aProcedureOfTheListThatIsNotThereIsNamed() {
        assertThat(load("[one, two, three]", "one").problems()).map(PackProblem::toString)
                .anyMatch(p -> p.contains("shared/close.yaml") && p.contains("no procedure 'three'"));
    }

    @Test
    void aSinglePartStaysInItsFolder() {
        assertThat(load("one", "one").problems()).map(PackProblem::toString)
                .anyMatch(p -> p.contains("no procedure 'one' in this folder"));
    }

    @Test
    void anActOfTheProceduresOwnFilesRefinesTheSharedOneAndASecondOfItsOwnIsAFault() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one/procedure.yaml", HEAD.formatted("one").replace("stages: []", "stages: [甲, 乙]") + "acts: {a: {title: 甲, stage: 甲, cite: x}, end: {stage: 乙}}\n");
        texts.put("shared/close.yaml", "part-of: [one]\nacts:\n  end: {title: 终, cite: x, final: true}\n");
        Laws laws = Laws.load(texts);
        assertThat(laws.problems()).isEmpty();
        ActSpec end = java.util.Objects.requireNonNull(laws.procedure("one", "", "", LocalDate.parse("2026-01-01")).act("end"));
        assertThat(end.title()).isEqualTo("终");
        assertThat(end.stage()).isEqualTo("乙");
        texts.put("one/again.yaml", "part-of: one\nacts:\n  end: {title: 又终, cite: x}\n");
        assertThat(Laws.load(texts).problems()).map(PackProblem::toString).anyMatch(p -> p.contains("'end' is defined twice"));
    }

    @Test
    void aConditionLooksIntoAPartOfTheForm() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one/procedure.yaml", HEAD.formatted("one") + """
                acts:
                  a:
                    title: 甲
                    cite: x
                    final: true
                    form: {properties: {assessment: {x-assessment: true}}}
                    rules:
                      - {id: r, title: 甲, severity: bar, when: has(act.assessment), require: "act.assessment.ranges.exists(r, has(r.min) && r.min > 0)", mend: 乙}
                """);
        assertThat(Laws.load(texts).problems()).isEmpty();
    }
}
