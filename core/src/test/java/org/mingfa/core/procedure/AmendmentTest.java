package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Law packs are changed in their text: what is meant and nothing else, from the day that is said. */
class AmendmentTest {

    private static final Map<String, String> TEXTS = LawFolder.texts(LawFolder.LAW);
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final String BASE = "national/penalty-ordinary/procedure.yaml";
    private static final String FIELD = "field/market-supervision/penalty-ordinary.yaml";
    private static final String RULE = "{id: tried, title: 试写的规则, severity: warn, require: \"true\", cite: 行政处罚法 第五条}";
    private static final String BLOCK = "id: tried\ntitle: 试写的规则\nseverity: warn\nrequire: \"true\"  # 总是成立\ncite: 行政处罚法 第五条";

    private static Amendment amendment() {
        return new Amendment(TEXTS, "penalty-ordinary", FROM);
    }

    private static Change parameter(String path, String name, String value, boolean verified) {
        return Change.parameter(path, name, Objects.requireNonNull(new PackEdit(path, TEXTS.get(path)).parameter(name)), value, "行政处罚法 第六十条", verified, verified ? "" : "试改");
    }

    /** Every file of the packs that has parameters or rules. */
    private static List<String> files() {
        return TEXTS.keySet().stream().filter(f -> !f.contains("examples") && !f.startsWith("calendar") && !f.equals("roles.yaml") && !f.equals("coverage.yaml") && !f.startsWith("lists/")).toList();
    }

    @Test
    void aChangeHoldsWhereItsLayerDoesAndEverywhereOnceTheBaseIsChanged() {
        Change layer = Change.added(FIELD, "decide", "tried", RULE);
        Change base = Change.added(BASE, "decide", "tried", RULE);
        assertThat(amendment().places(List.of(layer))).containsExactly(new Amendment.Place("市场监管", ""));
        assertThat(amendment().places(List.of(layer, base))).containsExactly(new Amendment.Place("", ""));
        assertThat(amendment().places(List.of())).containsExactly(new Amendment.Place("", ""));
    }

    @Test
    void everyParameterOfEveryPackIsSetWhereItStands() {
        int done = 0;
        for (String file : files()) {
            Doc root = Doc.parse(file, TEXTS.get(file));
            for (String section : List.of("parameters", "add-parameters")) {
                for (String name : root.has(section) ? root.need(section).keys() : new TreeSet<String>()) {
                    PackEdit e = new PackEdit(file, TEXTS.get(file));
                    e.apply(parameter(file, name, "1 \"x\", y", false));
                    Doc now = e.root().need(section).need(name);
                    assertThat(now.text("value")).isEqualTo("1 \"x\", y");
                    assertThat(now.flag("verified", true)).isFalse();
                    assertThat(now.text("note")).isEqualTo("试改");
                    assertThat(lines(e.text()) - lines(TEXTS.get(file))).as(file).isBetween(0L, 3L);
                    done++;
                }
            }
        }
        assertThat(done).isGreaterThan(150);
    }

    private static long lines(String text) {
        return text.lines().count();
    }

    @Test
    void everyRuleOfEveryPackIsRewrittenRemovedAndJoinedByAnother() {
        int done = 0;
        for (String file : files()) {
            for (Map.Entry<String, Map<String, Doc>> act : PackEdit.rules(Doc.parse(file, TEXTS.get(file))).entrySet()) {
                for (Map.Entry<String, Doc> rule : act.getValue().entrySet()) {
                    rewritten(file, act.getKey(), rule.getKey(), rule.getValue());
                    done++;
                }
                if (!act.getKey().equals(RuleText.COMMON)) {
                    added(file, act.getKey(), act.getValue().size());
                }
            }
        }
        assertThat(done).isGreaterThan(800);
    }

    private static void rewritten(String file, String act, String id, Doc there) {
        PackEdit e = new PackEdit(file, TEXTS.get(file));
        String was = Objects.requireNonNull(e.rule(act, id));
        if (there.isMap()) {
            e.apply(Change.rule(file, act, id, was, was));
            assertThat(e.text()).as("%s %s %s", file, act, id).isEqualTo(TEXTS.get(file));
        }
        String other = RuleText.section(id).equals("rules") ? BLOCK.replace("tried", id)
                : "title: 试写的关系\nact: " + (there.isMap() ? there.text("act") : there.text()) + (id.contains("~") ? "\nid: " + there.text("id") : "");
        e.apply(Change.rule(file, act, id, was, other));
        assertThat(Doc.parse("x", Objects.requireNonNull(e.rule(act, id))).value()).as("%s %s %s", file, act, id).isEqualTo(Doc.parse("x", other).value());
        PackEdit gone = new PackEdit(file, TEXTS.get(file));
        gone.apply(Change.removed(file, act, id, was));
        assertThat(gone.rule(act, id)).isNull();
    }

    private static void added(String file, String act, int before) {
        PackEdit e = new PackEdit(file, TEXTS.get(file));
        e.apply(Change.added(file, act, "tried", List.of(RULE, BLOCK, "- " + RULE).get(act.length() % 3)));
        assertThat(PackEdit.rules(e.root()).get(act)).as("%s %s", file, act).hasSize(before + 1);
        assertThat(e.root().need("acts").need(act).list("rules").getLast().value()).isEqualTo(Doc.parse("x", BLOCK).value());
        String duty = "{act: tried-act, within: 5 wd, title: 试写的义务}";
        e.apply(Change.added(file, act, "obliges:tried-act", duty));
        assertThat(Doc.parse("x", Objects.requireNonNull(e.rule(act, "obliges:tried-act"))).value()).isEqualTo(Doc.parse("x", duty).value());
    }

    @Test
    void aDutyWithAnotherPeriodBeginsOnItsDay() {
        String path = "national/penalty-ordinary/8-decision.yaml";
        RuleText duty = amendment().rules("市场监管", "149901").stream().filter(r -> r.act().equals("decide") && r.id().equals("obliges:serve-decision")).findFirst().orElseThrow();
        assertThat(duty.path()).isEqualTo(path);
        assertThat(duty.kind()).isEqualTo("obliges");
        assertThat(duty.names()).isEqualTo("serve-decision");
        String now = duty.text().replace("$service", "3 wd").replaceFirst("within: [^,}]+", "within: 3 wd");
        Laws laws = Laws.load(amendment().dated(List.of(Change.rule(path, "decide", duty.id(), duty.text(), now))), "penalty-ordinary");
        assertThat(laws.problems()).isEmpty();
        assertThat(within(laws, FROM.minusDays(1))).isEqualTo(7);
        assertThat(within(laws, FROM)).isEqualTo(3);
    }

    private static int within(Laws laws, LocalDate on) {
        return laws.procedure("penalty-ordinary", "市场监管", "149901", on).relations().stream()
                .filter(r -> r.kind() == Relation.Kind.OBLIGES && r.act().code().equals("decide") && r.other().code().equals("serve-decision"))
                .map(r -> Objects.requireNonNull(r.span()).n()).findFirst().orElseThrow();
    }

    @Test
    void aRelationIsCalledByItsOwnIdOrByTheActThatItNames() {
        assertThat(RuleText.typed("decide", "obliges", "{act: serve-decision, within: 3 wd}").id()).isEqualTo("obliges:serve-decision");
        assertThat(RuleText.typed("decide", "needs", "{act: conclude, id: own}").id()).isEqualTo("needs~own");
        assertThat(RuleText.clause("decide", "obliges:serve-decision")).isEqualTo("decide.obliges.serve-decision");
        assertThat(RuleText.clause("decide", "needs~handle-in-time")).isEqualTo("handle-in-time");
        assertThatThrownBy(() -> RuleText.typed("decide", "needs", "{id: own}")).isInstanceOf(PackFault.class);
    }

    @Test
    void aChangedBaseBeginsOnItsDayAndTheOldOneEndsTheDayBefore() {
        Map<String, String> texts = amendment().dated(List.of(parameter(BASE, "caseDays", "60 nd", true)));
        Laws laws = Laws.load(texts, "penalty-ordinary");
        assertThat(laws.problems()).isEmpty();
        assertThat(days(laws, FROM.minusDays(1))).isEqualTo("90 nd");
        assertThat(days(laws, FROM)).isEqualTo("60 nd");
        assertThat(laws.procedure("penalty-ordinary", "市场监管", "149901", FROM).version()).isEqualTo("2026.1@2027-01-01");
        List<String> touched = new ArrayList<>(texts.keySet());
        touched.removeIf(f -> texts.get(f).equals(TEXTS.get(f)));
        assertThat(touched).contains(BASE).allMatch(f -> f.equals(BASE) || f.startsWith("national/penalty-ordinary@2027-01-01/"));
        assertThat(TEXTS).as("nothing of the given texts is changed").doesNotContainKey("national/penalty-ordinary@2027-01-01/procedure.yaml");
    }

    private static Object days(Laws laws, LocalDate on) {
        return laws.procedure("penalty-ordinary", "市场监管", "149901", on).parameters().stream()
                .filter(p -> p.name().equals("caseDays")).map(p -> p.value().toString()).findFirst().orElseThrow();
    }

    @Test
    void aChangedLayerLeavesTheBaseAlone() {
        Map<String, String> texts = amendment().dated(List.of(Change.added(FIELD, "close-case", "tried", RULE)));
        assertThat(texts).containsKey("field/market-supervision/penalty-ordinary@2027-01-01.yaml").doesNotContainKey("national/penalty-ordinary@2027-01-01/procedure.yaml");
        Laws laws = Laws.load(texts, "penalty-ordinary");
        assertThat(laws.problems()).isEmpty();
        assertThat(rules(laws, FROM)).contains("close-case.tried");
        assertThat(rules(laws, FROM.minusDays(1))).doesNotContain("close-case.tried");
    }

    private static List<String> rules(Laws laws, LocalDate on) {
        return laws.procedure("penalty-ordinary", "市场监管", "149901", on).clauses().stream().map(Clause::id).toList();
    }

    @Test
    void amendmentsFollowOneAnother() {
        Map<String, String> first = amendment().dated(List.of(parameter(BASE, "caseDays", "60 nd", true)));
        Amendment next = new Amendment(first, "penalty-ordinary", FROM.plusMonths(1));
        String was = Objects.requireNonNull(next.parameter(BASE, "caseDays"));
        assertThat(was).contains("60 nd");
        Laws laws = Laws.load(next.dated(List.of(Change.parameter(BASE, "caseDays", was, "45 nd", "行政处罚法 第六十条", true, ""))), "penalty-ordinary");
        assertThat(laws.problems()).isEmpty();
        assertThat(List.of(days(laws, FROM.minusDays(1)), days(laws, FROM), days(laws, FROM.plusMonths(1)))).containsExactly("90 nd", "60 nd", "45 nd");
        Amendment same = new Amendment(first, "penalty-ordinary", FROM);
        Laws again = Laws.load(same.dated(List.of(Change.parameter(BASE, "caseDays", was, "30 nd", "行政处罚法 第六十条", true, ""))), "penalty-ordinary");
        assertThat(days(again, FROM)).isEqualTo("30 nd");
        assertThat(new Amendment(first, "penalty-ordinary", FROM.minusDays(9)).later(List.of(parameter(BASE, "caseDays", "1 nd", true))))
                .singleElement().satisfies(p -> assertThat(p.file()).contains("@2027-01-01"));
    }

    @Test
    void twoChangesOfOneDayThatSayDifferentThingsOfPendingCasesAreRefused() {
        Change days = parameter(BASE, "caseDays", "60 nd", true);
        Amendment after = new Amendment(new TreeMap<>(amendment().dated(List.of(days, Change.transition("行政处罚法 第八十六条")))), "penalty-ordinary", FROM);
        String was = after.parameter(BASE, "caseDays");
        Change other = Change.parameter(BASE, "caseDays", Objects.requireNonNull(was), "45 nd", "行政处罚法 第六十条", true, "");
        assertThatThrownBy(() -> after.dated(List.of(other))).isInstanceOf(PackFault.class).hasMessageContaining("与本草案所定不同");
        assertThat(after.dated(List.of(other, Change.transition("行政处罚法 第八十六条")))).isNotEmpty();
        Amendment kept = new Amendment(new TreeMap<>(amendment().dated(List.of(days))), "penalty-ordinary", FROM);
        assertThatThrownBy(() -> kept.dated(List.of(other, Change.transition("行政处罚法 第八十六条")))).isInstanceOf(PackFault.class);
    }

    @Test
    void underTheLawOfTheDayAsThoughItHadAlwaysStoodExamplesRunAndTellWhatAChangeBreaks() {
        Laws same = Laws.load(amendment().always(List.of()), "penalty-ordinary");
        assertThat(same.problems()).isEmpty();
        Examples.Report before = Examples.run(same, LawFolder.calendar(), "penalty-ordinary");
        assertThat(before.run()).isGreaterThan(100);
        assertThat(before.failures()).as("examples of the law before 2021 do not hold under today's").allMatch(p -> p.file().startsWith("national/penalty-ordinary-2017/"));
        Laws changed = Laws.load(amendment().always(List.of(parameter(BASE, "caseDays", "60 nd", true))), "penalty-ordinary");
        assertThat(Examples.run(changed, LawFolder.calendar(), "penalty-ordinary").failures()).anyMatch(p -> p.message().contains("due date"));
    }

    @Test
    void aChangeThatNoLongerFitsIsRefusedByFileAndName() {
        Change c = Change.parameter(BASE, "caseDays", "{value: 80 nd}", "60 nd", "行政处罚法 第六十条", true, "");
        assertThatThrownBy(() -> amendment().dated(List.of(c))).isInstanceOf(PackFault.class).hasMessageContaining(BASE).hasMessageContaining("caseDays");
        Change nowhere = Change.removed("national/penalty-ordinary/99-none.yaml", "decide", "x", "y");
        assertThatThrownBy(() -> amendment().dated(List.of(nowhere))).isInstanceOf(PackFault.class).hasMessageContaining("99-none");
        assertThatThrownBy(() -> new Amendment(TEXTS, "penalty-ordinary", LocalDate.of(1990, 1, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTypedRuleSaysInWhichLineItIsWrong() {
        assertThat(RuleText.typed("decide", "  - id: a\n    title: 甲\n    require: \"true\"").id()).isEqualTo("a");
        assertThatThrownBy(() -> RuleText.typed("decide", "id: a\ntitle: [")).isInstanceOfSatisfying(PackFault.class, f -> assertThat(f.problem().line()).isEqualTo(2));
        assertThatThrownBy(() -> RuleText.typed("decide", "id: a\ntitle: 甲\nrequire: x\nwhenn: y")).isInstanceOfSatisfying(PackFault.class, f -> assertThat(f.problem().line()).isEqualTo(4));
        assertThatThrownBy(() -> RuleText.typed("decide", "甲")).isInstanceOf(PackFault.class);
        assertThatThrownBy(() -> RuleText.typed("decide", "{id: &a [x], title: *a, require: *a}")).isInstanceOf(PackFault.class).hasMessageContaining("aliases");
    }

    @Test
    void commentsAndTheRestOfAFileStayAsTheyWere() {
        String text = "layer: x\n# 前\nacts:\n  decide:\n    # 说明一\n    rules:\n      - id: a  # 甲\n        title: 甲\n        require: \"true\"\n\n      # 说明二\n      - {id: b, title: 乙𠀀, require: \"true\"}\n\n# 后\n";
        PackEdit e = new PackEdit("x.yaml", text);
        e.apply(Change.removed("x.yaml", "decide", "a", Objects.requireNonNull(e.rule("decide", "a"))));
        assertThat(e.text()).isEqualTo("layer: x\n# 前\nacts:\n  decide:\n    # 说明一\n    rules:\n\n      # 说明二\n      - {id: b, title: 乙𠀀, require: \"true\"}\n\n# 后\n");
        e.apply(Change.rule("x.yaml", "decide", "b", Objects.requireNonNull(e.rule("decide", "b")), "id: b\ntitle: 丙\nrequire: 'false'"));
        assertThat(e.text()).endsWith("      # 说明二\n      - id: b\n        title: 丙\n        require: 'false'\n\n# 后\n");
        e.apply(Change.added("x.yaml", "decide", "c", "{id: c, title: 丁, require: \"true\"}"));
        assertThat(e.text()).endsWith("        require: 'false'\n      - {id: c, title: 丁, require: \"true\"}\n\n# 后\n");
        Map<String, String> kept = new TreeMap<>(Map.of("x", text));
        assertThat(kept.get("x")).isEqualTo(text);
    }
}
