package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** x-case: a field that names another case, and what is checked of it. */
class CaseReferenceTest {

    private static final String VISIT = """
            procedure: visit
            title: 检查
            version: "1"
            in-force: {from: 2021-01-01}
            cite: 法 第一条
            stages: [办]
            acts:
              look:
                title: 检查
                stage: 办
                opening: true
                form: {properties: {found: {type: string, title: 所见}, count: {type: integer, title: 件数}, bad: {type: boolean, title: 违法}}}
              end: {title: 结束, stage: 办, final: true}
            """;
    private static final String FINE = """
            procedure: fine
            title: 处罚
            version: "1"
            in-force: {from: 2021-01-01}
            cite: 法 第一条
            stages: [办]
            acts:
              open:
                title: 立案
                stage: 办
                opening: true
                form:
                  properties:
                    facts: {type: string, title: 事实}
                    on: {type: string, format: date, title: 日期}
                    kind: {type: string, title: 种类, enum: [a, b]}
                    source: {type: string, title: 来源, x-case: %s}
              end: {title: 结束, stage: 办, final: true}
            """;

    private static Laws load(String hint) {
        return Laws.load(Map.of("visit/procedure.yaml", VISIT, "fine/procedure.yaml", FINE.formatted(hint)));
    }

    private static List<String> faults(String hint) {
        return load(hint).problems().stream().map(PackProblem::message).toList();
    }

    @Test
    void aFieldThatNamesACaseSaysWhatItIsAndWhatItFollowsFrom() {
        Laws laws = load("{as: source, procedure: visit, follows: [{procedure: visit, act: look, where: {field: bad, in: [true]}, "
                + "fill: {facts: [look.found], on: look.date}, set: {kind: a}}]}");
        assertThat(laws.problems()).isEmpty();
        ActSpec open = laws.procedures().stream().filter(p -> p.code().equals("fine")).findFirst().orElseThrow().act("open");
        assertThat(open.references()).singleElement().satisfies(r -> {
            assertThat(r.field()).isEqualTo("source");
            assertThat(r.as()).isEqualTo(CaseReference.As.SOURCE);
            assertThat(r.procedures()).containsExactly("visit");
            assertThat(r.follows().getFirst().fill()).containsEntry("on", List.of("look.date"));
            assertThat(r.follows().getFirst().where().holds(Map.of("bad", true))).isTrue();
            assertThat(r.follows().getFirst().where().holds(Map.of())).isFalse();
        });
        assertThat((Map<?, ?>) open.form().get("properties")).extracting(p -> p.get("sourceId"))
                .isEqualTo(Map.of("type", "string", "x-hidden", true));
    }

    @Test
    void whatItNamesElsewhereMustBeThere() {
        assertThat(faults("{as: source, procedure: wisit}")).singleElement().asString().contains("unknown procedure 'wisit'");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: lok}]}")).singleElement().asString().contains("no act 'lok'");
        assertThat(faults("{as: source, procedure: fine, follows: [{procedure: visit, act: look}]}")).singleElement().asString().contains("may not name");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, where: {field: good, in: [true]}}]}")).singleElement().asString().contains("no field 'good'");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, fill: {facts: look.fund}}]}")).singleElement().asString().contains("'visit' has no 'look.fund'");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, fill: {fact: look.found}}]}")).singleElement().asString().contains("no field 'fact'");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, fill: {facts: look.count}}]}")).singleElement().asString().contains("different types");
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, set: {kind: c}}]}")).singleElement().asString().contains("cannot be set to 'c'");
    }

    @Test
    void itsOwnWordsMustBeKnown() {
        assertThat(faults("{as: cousin}")).anySatisfy(f -> assertThat(f).contains("as is source"));
        assertThat(faults("{as: source, from: visit}")).anySatisfy(f -> assertThat(f).contains("unknown key 'from'"));
        assertThat(faults("{as: source, follows: [{procedure: visit, act: look, fill: {facts: found}}]}")).anySatisfy(f -> assertThat(f).contains("act.field"));
        assertThat(faults("{as: source}}\n        sourceId: {type: string")).anySatisfy(f -> assertThat(f).contains("the platform keeps"));
    }
}
