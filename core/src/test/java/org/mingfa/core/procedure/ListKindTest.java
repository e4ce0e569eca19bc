package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kinds of lists (清单) are data: what is wrong in their files is told with file and line. */
class ListKindTest {

    private static final String KIND = """
            list-kind: shops
            title: 店铺清单
            cite: 行政处罚法 第五条
            owners:
              agency: {drafts: [officer], reviews: [legal-reviewer], publishes: [agency-head]}
            columns:
              number: {title: 序号, key: true}
              size: {title: 规模, type: choice, choices: [大, 小], meanings: {大型: 大}}
              items: {title: 事项, type: items}
              terms: {title: 条件, type: conditions}
            facts: {items: items, columns: [size, terms], any-of: [items]}
            """;

    private static List<String> faults(String from, String to) {
        assertThat(KIND).contains(from);
        return Laws.load(Map.of("lists/shops.yaml", KIND.replace(from, to), "roles.yaml", "roles: {officer: 甲, legal-reviewer: 乙, agency-head: 丙}"))
                .problems().stream().map(PackProblem::toString).toList();
    }

    private static ListKind kind() {
        Laws laws = Laws.load(Map.of("lists/shops.yaml", KIND));
        assertThat(laws.problems()).isEmpty();
        return laws.lists().get("shops");
    }

    @Test
    void everyKindOfTheIssueIsThereInItsOrder() {
        assertThat(Laws.known(LawFolder.texts(LawFolder.LAW)).lists().keySet())
                .startsWith("items", "randomInspection", "recording", "review", "leniency", "delegation").contains("guidance", "fees");
    }

    @Test
    void aFaultNamesFileAndLine() {
        assertThat(faults("type: choice", "type: chioce")).singleElement().asString().startsWith("lists/shops.yaml:8: unknown type 'chioce'");
        assertThat(faults("大型: 大", "大型: 中")).singleElement().asString().startsWith("lists/shops.yaml:8: '中' is none of the choices");
        assertThat(faults("title: 规模", "title: 序号")).singleElement().asString().contains("two columns are titled");
        assertThat(faults(", key: true", "")).singleElement().asString().startsWith("lists/shops.yaml:7: no column is key: true");
        assertThat(faults("any-of: [items]", "any-of: [item]")).singleElement().asString().startsWith("lists/shops.yaml:11: no column 'item'; there are number");
        assertThat(faults("publishes: [agency-head]", "publishes: [mayor]")).singleElement().asString().contains("unknown role 'mayor'");
        assertThat(faults("publishes: [agency-head]", "publishes: []")).singleElement().asString().contains("'publishes' names no role");
        assertThat(faults("facts: {items: items", "facts: {items: size")).singleElement().asString().contains("'size' is not of type items");
        assertThat(faults("title: 店铺清单", "titel: 店铺清单")).singleElement().asString().contains("unknown key 'titel'");
    }

    @Test
    void theSameKindTwiceIsRefused() {
        assertThat(Laws.load(Map.of("lists/a.yaml", KIND, "lists/b.yaml", KIND)).problems().toString()).contains("lists/b.yaml:1").contains("described twice");
    }

    @Test
    void aRowConcernsTheCasesOfTheItemsItNames() {
        ListKind shops = kind();
        assertThat(shops.concerns(Map.of("items", "A-1；A-2"), "A-2")).isTrue();
        assertThat(shops.concerns(Map.of("items", "A-1；A-2"), "A-3")).isFalse();
        assertThat(shops.concerns(Map.of("size", "大"), "A-1")).as("no item named: for people only").isFalse();
    }

    @Test
    void factsHaveTheTypesOfTheirColumns() {
        Map<String, Object> facts = kind().factsOf("店铺清单", 2, "7", Map.of("size", "小", "items", "A-1", "terms", "有下列情形之一：（1）首次；（2）及时改正。"));
        assertThat(facts).containsEntry("version", "2").containsEntry("row", "7").containsEntry("size", "小")
                .containsEntry("terms", List.of("首次", "及时改正")).containsEntry("termsAny", true).doesNotContainKey("items");
    }

    @Test
    void aCellIsReadByItsColumnOrSaidWhyNot() {
        ListKind shops = kind();
        ListColumn size = shops.column("size");
        assertThat(size.normal(" 大型 ")).isEqualTo("大");
        assertThat(size.fault("中")).isEqualTo("应为 大、小 之一");
        assertThat(shops.column("items").normal("A-1、A-2, A-2")).isEqualTo("A-1；A-2");
        assertThat(shops.column("items").fault("进货查验")).contains("事项编码");
        assertThat(shops.column("number").fault("")).isEqualTo("必填");
        assertThat(shops.column("terms").fault("长".repeat(4_001))).isEqualTo("不超过 4000 个字");
    }

    @Test
    void aRowIsOwedItsEvaluationUntilTheDayOfItIsFilledIn() {
        ListKind.Evaluation yearly = java.util.Objects.requireNonNull(Laws.known(LawFolder.texts(LawFolder.LAW)).lists().get("delegation").evaluation());
        assertThat(yearly.due(Map.of("since", "2025-06-01"))).isEqualTo("2026-06-01");
        assertThat(yearly.due(Map.of("since", "2025-06-01", "evaluatedOn", "2026-05-30"))).isNull();
        assertThat(yearly.due(Map.of())).isNull();
    }

    @Test
    void conditionsAreTakenApartAsTheyAreNumbered() {
        ListConditions all = ListConditions.of("同时满足下列情形的，不予处罚：\n（1）属于首次违法；\n（2）在期限内改正。");
        assertThat(all.items()).containsExactly("属于首次违法", "在期限内改正");
        assertThat(all.any()).isFalse();
        assertThat(ListConditions.of("有下列情形之一的:(1)一。(2)二").any()).isTrue();
        assertThat(ListConditions.of("首次\n\n改正").items()).containsExactly("首次", "改正");
        assertThat(ListConditions.of("").items()).isEmpty();
    }
}
