package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingfa.core.calendar.Moment;

/** "Layers and versions": a new version says for pending cases keep or switch; a switch is an entry that holds for later acts. */
class TransitionTest {

    private static final String OLD = """
            procedure: mini
            title: 小案
            version: "1"
            in-force: {from: 2021-07-15, to: 2026-05-31}
            cite: 旧法 第一条
            stages: []
            acts:
              file: {title: 立案, cite: x, opening: true, obliges: [{act: decide, within: 90 nd}]}
              notify: {title: 告知, cite: x, opens: [{act: defend, until: 5 nd}]}
              defend: {title: 申辩, cite: x, kind: fact}
              decide: {title: 决定, cite: x, needs: [notify], obliges: [{act: serve, within: 7 nd}]}
              serve: {title: 送达, cite: x}
              end: {title: 结案, cite: x, final: true}
            """;
    private static final String NEW = """
            procedure: mini
            title: 小案
            version: "2"
            in-force: {from: 2026-06-01}
            transition: %s
            cite: 新法 第一条
            stages: []
            acts:
              file: {title: 立案, cite: x, opening: true, obliges: [{act: decide, within: 60 nd}], opens: [assess]}
              notify: {title: 告知, cite: x, opens: [{act: defend, until: 3 nd}]}
              defend: {title: 申辩, cite: x, kind: fact}
              assess: {title: 评估, cite: x, starts: closed}
              decide: {title: 决定, cite: x, needs: [notify, assess], obliges: [{act: serve, within: 5 nd}]}
              serve: {title: 送达, cite: x}
              end: {title: 结案, cite: x, final: true}
            """;
    private static final String SWITCH = "{pending: switch, cite: 新法 第九十九条}";

    private static Laws load(String transition) {
        return Laws.load(Map.of("a/procedure.yaml", OLD, "b/procedure.yaml", NEW.formatted(transition)));
    }

    private static Act act(String code, String day) {
        return new Act(code, Moment.parse(day), Map.of(), "", List.of(), List.of(), Map.of());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private final Laws laws = load(SWITCH);
    private final List<Entry> record = new ArrayList<>();

    private void add(Act a) {
        record.add(new Entry(record.size() + 1L, a, Registry.EMPTY, Instant.EPOCH, Mode.NOW, null));
    }

    private CaseFile file() {
        Procedure first = laws.procedure("mini", "", "", day("2026-05-01"));
        return CaseFile.of(first, new CaseInfo("1", "a1", "", "", Map.of()), LawFolder.calendar(), record,
                a -> laws.procedure("mini", "", "", day("2026-05-01"), Switching.on(a)));
    }

    private static Act over() {
        return Switching.act("digest", day("2026-06-01"), List.of(new Transition("小案", "2", day("2026-06-01"), "新法 第九十九条", "f", 1)));
    }

    private static List<String> due(CaseFile f, String act, String asOf) {
        return f.duties(day(asOf)).stream().filter(d -> d.act().equals(act) && d.status() == Terms.Status.OPEN).map(d -> String.valueOf(d.due())).toList();
    }

    private static List<String> barring(CaseFile f, Act a) {
        return f.examine(a, Registry.EMPTY).findings().stream().map(Finding::rule).toList();
    }

    @Test
    void aSwitchNeedsItsCitationAndKeepIsTheDefault() {
        assertThat(laws.problems()).isEmpty();
        assertThat(load("keep").problems()).isEmpty();
        assertThat(load("keep").transitions()).isEmpty();
        assertThat(load("switch").problems().toString()).contains("b/procedure.yaml:5", "with the article that says so");
        assertThat(load("{pending: switch}").problems().toString()).contains("needs its citation");
        assertThat(load("{pending: sometimes, cite: x}").problems().toString()).contains("keep or switch");
        assertThat(laws.citations()).anyMatch(c -> c.cite().equals("新法 第九十九条") && c.file().equals("b/procedure.yaml"));
    }

    @Test
    void aVersionThatForgetsAnActOrTurnsAFieldDoesNotTakePendingCases() {
        String gone = NEW.formatted(SWITCH).replaceAll("(?m)^ *serve: .*\n", "").replace(", obliges: [{act: serve, within: 5 nd}]", "");
        assertThat(Laws.load(Map.of("a/procedure.yaml", OLD, "b/procedure.yaml", gone)).problems().toString())
                .contains("b/procedure.yaml:5", "the act 'serve' of the version before is gone");
        String old = OLD.replace("serve: {title: 送达, cite: x}", "serve: {title: 送达, cite: x, form: {properties: {n: {type: integer, title: 数}}}}");
        String turned = NEW.formatted(SWITCH).replace("serve: {title: 送达, cite: x}", "serve: {title: 送达, cite: x, form: {properties: {n: {type: string, title: 数}}}}");
        assertThat(Laws.load(Map.of("a/procedure.yaml", old, "b/procedure.yaml", turned)).problems().toString()).contains("field 'n' of act 'serve' is of another type");
    }

    private static final String GONE = NEW.formatted(SWITCH).replaceAll("(?m)^ *defend: .*\n", "").replaceAll(", opens: \\[\\{act: defend.*?\\]", "");

    @Test
    void aVersionMustTakeTheCasesOfEveryVersionBefore() {
        String middle = OLD.replace("\"1\"", "\"1b\"").replace("{from: 2021-07-15, to: 2026-05-31}", "{from: 2025-01-01, to: 2026-05-31}")
                .replaceAll("(?m)^ *defend: .*\n", "").replaceAll(", opens: \\[\\{act: defend.*?\\]", "");
        Laws three = Laws.load(Map.of("a/procedure.yaml", OLD.replace("to: 2026-05-31", "to: 2024-12-31"), "m/procedure.yaml", middle, "b/procedure.yaml", GONE));
        assertThat(three.problems()).singleElement().satisfies(p -> assertThat(p.toString()).contains("b/procedure.yaml:5", "the act 'defend' of the version before is gone"));
    }

    private CaseFile over(Laws to) {
        return CaseFile.of(laws.procedure("mini", "", "", day("2026-05-01")), new CaseInfo("1", "a1", "", "", Map.of()), LawFolder.calendar(), record,
                a -> to.procedure("mini", "", "", day("2026-06-01")));
    }

    @Test
    void anActThatTheNewVersionLacksAndThatNeverHappenedIsAsAbsent() {
        Laws gone = Laws.known(Map.of("b/procedure.yaml", GONE));
        add(act("file", "2026-05-01"));
        add(act("notify", "2026-05-30"));
        CaseFile waiting = over(gone).waiting(over());
        assertThat(waiting.stays()).isFalse();
        assertThat(waiting.procedure().version()).isEqualTo("2");
        assertThat(waiting.windows(day("2026-06-02"))).isEmpty();
        assertThat(due(waiting, "decide", "2026-06-02")).containsExactly("2026-07-30");
    }

    @Test
    void aCaseThatTheNewVersionCannotTakeStaysUnderItsOwnWithAFinding() {
        Laws gone = Laws.known(Map.of("b/procedure.yaml", GONE));
        add(act("file", "2026-05-01"));
        add(act("notify", "2026-05-29"));
        add(act("defend", "2026-05-30"));
        CaseFile waiting = over(gone).waiting(over());
        assertThat(waiting.stays()).isTrue();
        assertThat(waiting.due(Moment.parse("2026-06-02"))).isNull();
        assertThat(waiting.procedure(Moment.parse("2026-06-02")).version()).isEqualTo("1");
        assertThat(barring(waiting, act("decide", "2026-06-05"))).isEmpty();
        assertThat(waiting.findings(day("2026-06-02"))).singleElement().satisfies(f -> assertThat(f.message()).contains("仍适用原版本", "没有本案已经办理的「申辩」"));
        add(over());
        assertThat(over(gone).procedure().version()).isEqualTo("1");
        assertThat(over(gone).findings(4)).extracting(Finding::rule).containsExactly(Switching.ACT);
    }

    @Test
    void onlyASwitchTakesAPendingCaseAlong() {
        assertThat(laws.procedure("mini", "", "", day("2026-05-01"), day("2026-05-31")).version()).isEqualTo("1");
        assertThat(laws.procedure("mini", "", "", day("2026-05-01"), day("2026-06-01")).version()).isEqualTo("2");
        assertThat(load("keep").procedure("mini", "", "", day("2026-05-01"), day("2026-06-01")).version()).isEqualTo("1");
    }

    @Test
    void aSwitchedLayerDoesNotTakeTheBaseAlongThatSaysKeep() {
        String layer = "layer: mini\ntitle: 某市\nlevel: city\nregion: \"1499\"\nversion: \"%s\"\nin-force: {from: %s}\n%scite: 某办法 第一条\nacts: {serve: {needs: [%s]}}\n";
        Laws all = Laws.load(Map.of("a/procedure.yaml", OLD, "b/procedure.yaml", NEW.formatted("keep"),
                "c/one.yaml", layer.formatted("1", "2021-07-15, to: 2026-07-31", "", "notify"),
                "c/two.yaml", layer.formatted("2", "2026-08-01", "transition: " + SWITCH + "\n", "decide")));
        assertThat(all.problems()).isEmpty();
        Procedure p = all.procedure("mini", "", "149901", day("2026-05-01"), day("2026-08-02"));
        assertThat(p.sources().stream().map(s -> s.title() + s.version()).toList()).containsExactly("小案1", "某市2");
    }

    @Test
    void laterActsStandUnderTheNewVersionAndEarlierOnesAsTheyWereExamined() {
        add(act("file", "2026-05-01"));
        add(act("notify", "2026-05-30"));
        CaseFile before = file();
        assertThat(due(before, "decide", "2026-05-31")).containsExactly("2026-07-30");
        assertThat(barring(before, act("decide", "2026-06-05"))).isEmpty();
        add(over());
        CaseFile after = file();
        assertThat(after.procedure().version()).isEqualTo("2");
        assertThat(after.procedure(Moment.parse("2026-05-31")).version()).isEqualTo("1");
        assertThat(due(after, "decide", "2026-06-05")).as("a duty of before keeps its date").containsExactly("2026-07-30");
        assertThat(after.windows(day("2026-06-03"))).singleElement().satisfies(w -> assertThat(w.due()).isEqualTo(Moment.parse("2026-06-04")));
        assertThat(barring(after, act("decide", "2026-06-05"))).containsExactly("decide.needs.assess");
        assertThat(barring(after, act("assess", "2026-06-05"))).as("opened by what happened before").isEmpty();
        assertThat(after.findings(1)).isEqualTo(before.findings(1));
        add(act("assess", "2026-06-05"));
        add(act("decide", "2026-06-06"));
        assertThat(file().findings(5)).isEmpty();
        assertThat(due(file(), "serve", "2026-06-06")).containsExactly("2026-06-11");
        assertThat(file().entries()).extracting(e -> e.act().code()).containsExactly("file", "notify", "assess", "decide");
    }

    @Test
    void aLateEntryOfBeforeTheDayIsExaminedUnderTheOldVersion() {
        add(act("file", "2026-05-01"));
        add(act("notify", "2026-05-11"));
        add(over());
        add(act("decide", "2026-05-25"));
        assertThat(file().findings(4)).isEmpty();
        assertThat(due(file(), "serve", "2026-05-26")).containsExactly("2026-06-01");
        assertThat(file().validAt(day("2026-05-26")).procedure().version()).isEqualTo("1");
        assertThat(file().upTo(2).procedure().version()).isEqualTo("1");
    }

    @Test
    void aCaseThatWaitsStandsUnderTheNewVersionFromItsDayOn() {
        add(act("file", "2026-05-01"));
        add(act("notify", "2026-05-30"));
        CaseFile waiting = file().waiting(over());
        assertThat(waiting.procedure().version()).isEqualTo("2");
        assertThat(barring(waiting, act("decide", "2026-05-31"))).isEmpty();
        assertThat(barring(waiting, act("decide", "2026-06-01"))).containsExactly("decide.needs.assess");
        assertThat(waiting.due(Moment.parse("2026-05-31"))).isNull();
        assertThat(waiting.due(Moment.parse("2026-06-01T09:00"))).isNotNull();
        CaseFile ready = waiting.ready(Moment.parse("2026-06-01"));
        assertThat(ready.record()).hasSize(3);
        assertThat(ready.due(Moment.parse("2026-06-02"))).isNull();
    }

    @Test
    void examplesGoOverWithALine() {
        String examples = """
                examples-of: mini
                examples:
                  - title: 施行以后须先评估
                    given: ['file 2026-05-01', 'notify 2026-05-30', 'switch 2026-06-01']
                    then: ['decide 2026-06-05 barred by decide.needs.assess', 'do: assess 2026-06-05', 'decide 2026-06-05 open', 'due decide 2026-07-30 as-of 2026-06-05']
                  - title: 施行以前不须
                    given: ['file 2026-05-01', 'notify 2026-05-30']
                    then: ['decide 2026-06-05 open']
                  - title: 没有这样的版本
                    given: ['file 2026-05-01', 'switch 2026-06-02']
                    then: []
                """;
        Map<String, String> texts = new TreeMap<>(Map.of("a/procedure.yaml", OLD, "b/procedure.yaml", NEW.formatted(SWITCH), "b/x.examples.yaml", examples));
        assertThat(Examples.run(Laws.load(texts), LawFolder.calendar()).failures()).singleElement()
                .satisfies(p -> assertThat(p.message()).contains("no version to which pending cases switch comes into force on 2026-06-02"));
    }
}
