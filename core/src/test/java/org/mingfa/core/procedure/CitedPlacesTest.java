package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where packs cite the law is read off their text: a click on a citation must not compile a city's law. */
class CitedPlacesTest {

    private static final String PACK = """
            procedure: mini
            title: 小程序
            version: 1
            in-force: {from: 2020-01-01}
            cite: 行政处罚法 第三条
            stages: [一]
            parameters:
              days: {title: 期限, value: 5 d, cite: 行政处罚法 第六十条, protects: public, stricter: shorter, yields-to: [law], merge: field-first}
            acts:
              begin:
                title: 开始
                stage: 一
                kind: act
                by: [officer]
                cite: 行政处罚法 第五十四条
                form:
                  properties:
                    basis: {type: string, title: 依据, cite: 不是引用}
                rules:
                  - {id: own, title: 自有依据, severity: bar, require: "true", cite: 行政处罚法 第五十五条}
                  - {id: inherited, title: 随办理事项, severity: bar, require: "true"}
            """;

    @Test
    void actsRulesAndParametersAreCitedWhereTheyStandAndFormsAreNot() {
        assertThat(Laws.known(Map.of("mini/pack.yaml", PACK)).citations()).containsExactlyInAnyOrder(
                cited("行政处罚法 第三条", "小程序", 1),
                cited("行政处罚法 第六十条", "期限", 8),
                cited("行政处罚法 第五十四条", "开始", 11),
                cited("行政处罚法 第五十五条", "自有依据", 20),
                cited("行政处罚法 第五十四条", "随办理事项", 21));
    }

    @Test
    void nothingIsCompiledForIt() {
        Laws laws = Laws.known(LawFolder.texts(LawFolder.LAW));
        assertThat(laws.citations()).hasSizeGreaterThan(1_000);
        assertThat(laws.compiled()).isEmpty();
    }

    @Test
    void whatCompiledProceduresCiteIsAllAmongThem() {
        Map<String, String> texts = new LinkedHashMap<>(LawFolder.texts(LawFolder.LAW));
        Laws laws = Laws.known(texts);
        Set<String> cited = laws.citations().stream().map(c -> c.file() + " " + c.cite()).collect(Collectors.toSet());
        for (Procedure p : List.of(laws.procedure("penalty-ordinary", "市场监管", "140400", LocalDate.parse("2026-03-02")),
                laws.procedure("licence", "", "", LocalDate.parse("2026-03-02")))) {
            assertThat(p.acts().stream().flatMap(a -> a.rules.stream()).map(r -> r.clause().file() + " " + r.clause().cite())).as(p.code()).isSubsetOf(cited);
            assertThat(p.acts().stream().flatMap(a -> a.effects.stream()).map(r -> r.clause().file() + " " + r.clause().cite())).as(p.code()).isSubsetOf(cited);
            assertThat(p.parameters().stream().map(x -> x.file() + " " + x.cite())).as(p.code()).isSubsetOf(cited);
        }
    }

    private static Census.Cited cited(String cite, String title, int line) {
        return new Census.Cited(cite, title, "mini/pack.yaml", line);
    }
}
