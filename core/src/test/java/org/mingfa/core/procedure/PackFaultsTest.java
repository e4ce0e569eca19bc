package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PackFaultsTest {

    private static void refused(String acts, String line, String... words) {
        assertThat(MiniPack.problems(acts)).as(acts).anySatisfy(p -> {
            assertThat(p).startsWith("mini/procedure.yaml:" + line + ":");
            assertThat(p).contains(words);
        });
    }

    @Test
    void anUnknownActIsNamedWithFileAndLine() {
        refused("acts:\n  a: {title: 甲, cite: x, needs: [b]}", "7", "unknown act 'b'");
        refused("acts:\n  a: {title: 甲, cite: x}\n  c: {title: 甲, cite: x, needs: [{act: a, where: \"latest('nope').date > act.date\"}]}", "8", "unknown act 'nope'");
    }

    @Test
    void aConditionThatDoesNotTypeCheckIsRefused() {
        refused("acts:\n  a: {title: 甲, cite: x, form: {properties: {fine: {type: integer}}}, rules: [{id: r, title: t, require: \"act.fine == 'x'\"}]}", "7", "condition");
        refused("acts:\n  a: {title: 甲, cite: x, rules: [{id: r, title: t, require: act.fein > 1}]}", "7", "fein");
        refused("acts:\n  a: {title: 甲, cite: x, rules: [{id: r, title: t, require: \"1 + 1\"}]}", "7", "expected bool");
        refused("acts:\n  a: {title: 甲, cite: x, rules: [{id: r, title: t, require: \"it.date == act.date\"}]}", "7", "'it' cannot be named here");
    }

    @Test
    void aRelationWithoutCitationIsRefused() {
        refused("acts:\n  a: {title: 甲}\n  b: {title: 乙, needs: [a]}", "8", "no citation");
    }

    @Test
    void anActThatCanNeverBeOpenIsFound() {
        refused("acts:\n  a: {title: 甲, cite: x, needs: [b]}\n  b: {title: 乙, cite: x, needs: [a]}", "7", "can never be open");
        refused("acts:\n  a: {title: 甲, cite: x, starts: closed}", "7", "nothing opens it");
    }

    @Test
    void aDutyThatNothingCanFulfilIsFound() {
        refused("acts:\n  a: {title: 甲, cite: x, obliges: [{act: b, within: 5 wd}]}\n  b: {title: 乙, cite: x, starts: closed}", "7", "nothing can fulfil");
    }

    @Test
    void aDeadEndIsShownWithTheWayThere() {
        refused("acts:\n  a: {title: 甲, cite: x, closes: [b]}\n  b: {title: 乙, cite: x}\n  c: {title: 丙, cite: x, obliges: [{act: d, within: 1 wd}]}\n  d: {title: 丁, cite: x, needs: [{act: b, even-if-closed: true}]}",
                "1", "dead end", "a → c");
    }

    @Test
    void aProcedureThatNothingEndsIsRefused() {
        Laws laws = Laws.load(Map.of("p.yaml", """
                procedure: p
                title: t
                version: "1"
                in-force: {from: 2021-01-01}
                acts:
                  a: {title: 甲, cite: x}
                """));
        assertThat(laws.problems()).singleElement().asString().contains("no way to close a case");
    }

    @Test
    void brokenYamlAndUnknownKeysNameTheirLine() {
        assertThat(Laws.load(Map.of("p.yaml", "procedure: p\n  title: [")).problems()).singleElement().asString().startsWith("p.yaml:2:");
        refused("acts:\n  a: {title: 甲, cite: x, neds: [b]}", "7", "unknown key 'neds'");
        assertThat(Laws.load(Map.of("p.yaml", "")).problems()).singleElement().asString().contains("empty");
        assertThat(Laws.load(Map.of("p.yaml", "a: 1\na: 2")).problems()).singleElement().asString().contains("p.yaml:2");
    }

    @Test
    void aLowerLayerMayNotLoosenWhatTheUpperFixes() {
        String base = """
                procedure: p
                title: t
                version: "1"
                in-force: {from: 2021-01-01}
                parameters:
                  fixed: {title: 定, value: 7 wd, cite: x}
                  tight: {title: 紧, value: 90 nd, cite: x, protects: party, stricter: shorter}
                acts:
                  a: {title: 甲, cite: x, obliges: [{act: end, within: $tight}, {act: end, within: $fixed}]}
                  end: {title: 结, cite: x, final: true}
                """;
        String layer = """
                layer: p
                title: 省
                level: province
                region: "14"
                version: "1"
                in-force: {from: 2021-01-01}
                parameters: {%s}
                """;
        assertThat(Laws.load(Map.of("p.yaml", base, "l.yaml", layer.formatted("tight: {value: 60 nd, cite: y}"))).problems()).isEmpty();
        assertThat(Laws.load(Map.of("p.yaml", base, "l.yaml", layer.formatted("tight: {value: 120 nd, cite: y}"))).problems())
                .singleElement().asString().contains("l.yaml:7", "loosens");
        assertThat(Laws.load(Map.of("p.yaml", base, "l.yaml", layer.formatted("fixed: {value: 6 wd, cite: y}"))).problems())
                .singleElement().asString().contains("fixed by x");
    }

    @Test
    void whatIsDecidedTogetherSaysWhyAndALowerLayerTakesItAway() {
        refused("acts:\n  a: {title: 甲, cite: x, together: {title: t, cite: x}}", "7", "sent to nobody");
        Map<String, String> texts = new java.util.TreeMap<>(Map.of("roles.yaml", "roles: {head: 负责人}\n", "p.yaml", """
                procedure: p
                title: t
                version: "1"
                in-force: {from: 2021-01-01}
                acts:
                  end: {title: 结, cite: x, by: [head], final: true, together: {title: 处理完毕即可, cite: 第一条}}
                """));
        assertThat(Laws.load(texts).problems()).isEmpty();
        assertThat(together(texts, "14")).extracting(Clause::title, Clause::cite).containsExactly("处理完毕即可", "第一条");
        texts.put("l.yaml", """
                layer: p
                title: 省
                level: province
                region: "14"
                version: "1"
                in-force: {from: 2021-01-01}
                cite: y
                acts:
                  end: {together: false}
                """);
        assertThat(Laws.load(texts).problems()).isEmpty();
        assertThat(together(texts, "140000")).isNull();
        assertThat(together(texts, "440000")).isNotNull();
        texts.put("p.yaml", texts.get("p.yaml").replace(", cite: 第一条", ""));
        assertThat(Laws.load(texts).problems()).singleElement().asString().startsWith("p.yaml:6:").contains("cite");
    }

    private static @org.jspecify.annotations.Nullable Clause together(Map<String, String> texts, String region) {
        return Laws.load(texts).procedure("p", "", region, java.time.LocalDate.parse("2026-01-01")).act("end").together();
    }
}
