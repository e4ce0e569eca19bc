package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private static final String CASE = """
            pauses: {test: 检测, hearing: 听证}
            acts:
              file: {title: 立案, cite: x, obliges: [{act: decide, within: 90 nd, paused-by: [test, hearing]}]}
              decide: {title: 决定, cite: x}
              test: {title: 检测, cite: x, begins-pause: [{pause: test, document: letter}], form: {properties: {letter: {type: string}}}}
              result: {title: 检测结果, cite: x, ends-pause: test}
              ask: {title: 申请听证, cite: x, begins-pause: [hearing]}
              hear: {title: 听证, cite: x, ends-pause: [hearing]}
              extend: {title: 延期, cite: x, extends: [{duty: file.obliges.decide, by: 30 nd, times: 1}]}
            """;

    @Test
    void theTimelineOfAWorkedCaseGivesItsDueDates() {
        MiniPack p = MiniPack.of(CASE).done("file 2026-03-17");
        assertThat(p.due("decide", "2026-03-18")).as("law.md 9.4 A").containsExactly("2026-06-15");
        p.done("test 2026-03-26 letter:=1");
        assertThat(p.due("decide", "2026-04-01")).containsExactly("stopped");
        assertThat(p.done("result 2026-04-13").due("decide", "2026-04-14")).containsExactly("2026-07-03");
        assertThat(p.done("ask 2026-05-08").done("hear 2026-05-22").due("decide", "2026-05-23")).containsExactly("2026-07-17");
    }

    @Test
    void overlappingPausesCountOnce() {
        MiniPack p = MiniPack.of(CASE).done("file 2026-03-17").done("test 2026-03-26 letter:=1").done("ask 2026-04-01")
                .done("result 2026-04-06").done("hear 2026-04-13");
        assertThat(p.due("decide", "2026-04-14")).containsExactly("2026-07-03");
    }

    @Test
    void aPauseWithoutItsDocumentIsVoidAndAFinding() {
        MiniPack p = MiniPack.of(CASE).done("file 2026-03-17");
        assertThat(p.rules("test 2026-03-26")).containsExactly("test.begins-pause.test");
        assertThat(p.done("test 2026-03-26").done("result 2026-04-13").due("decide", "2026-04-14")).containsExactly("2026-06-15");
    }

    @Test
    void anExtensionBeginsAtTheUnrolledEndAndComesInTimeOrIsVoid() {
        MiniPack p = MiniPack.of(CASE).done("file 2026-07-06");
        assertThat(p.due("decide", "2026-07-07")).as("T9").containsExactly("2026-10-08");
        assertThat(p.open("extend 2026-10-09")).isFalse();
        assertThat(p.done("extend 2026-10-04").due("decide", "2026-10-05")).as("10-04 + 30").containsExactly("2026-11-03");
        assertThat(p.rules("extend 2026-10-05")).containsExactly("extend.extends.file.obliges.decide");
        p.record("extend 2026-10-05", Mode.IRREGULAR);
        assertThat(p.due("decide", "2026-10-06")).as("a second extension was barred and is void").containsExactly("2026-11-03");
    }

    @Test
    void aVoidExtensionUsesNothingUpAndAnUndoneOneIsTakenBack() {
        MiniPack p = MiniPack.of(CASE + "  annul: {title: 撤销延期, cite: x, undoes: [extend]}\n")
                .done("file 2026-03-17");
        assertThat(p.done("extend 2026-03-18").due("decide", "2026-03-19")).containsExactly("2026-07-15");
        assertThat(p.done("annul 2026-03-19").due("decide", "2026-03-20")).as("taken back").containsExactly("2026-06-15");
        assertThat(p.done("extend 2026-03-20").due("decide", "2026-03-21")).as("and may be granted again").containsExactly("2026-07-15");
    }

    @Test
    void oneVoidPauseDoesNotVoidTheOtherOfTheSameAct() {
        MiniPack p = MiniPack.of("""
                pauses: {test: 检测, hearing: 听证}
                acts:
                  file: {title: 立案, cite: x, obliges: [{act: decide, within: 90 nd, paused-by: [hearing]}]}
                  decide: {title: 决定, cite: x}
                  both: {title: 中止, cite: x, begins-pause: [{pause: test, document: letter}, hearing], form: {properties: {letter: {type: string}}}}
                """).done("file 2026-03-17").done("both 2026-03-18");
        assertThat(p.due("decide", "2026-03-19")).containsExactly("stopped");
    }

    @Test
    void hoursRunToTheMinuteAndNeverRoll() {
        MiniPack p = MiniPack.of("""
                acts:
                  seize: {title: 扣押, cite: x, obliges: [{act: report, within: 24 h}]}
                  report: {title: 报告, cite: x}
                """).done("seize 2026-04-04T15:00");
        assertThat(p.due("report", "2026-04-04")).containsExactly("2026-04-05T15:00");
        assertThat(p.rules("report 2026-04-05T15:00")).isEmpty();
        assertThat(p.rules("report 2026-04-05T15:01")).containsExactly("seize.obliges.report");
    }

    @Test
    void eachObjectHasItsOwnClockAndAPauseOfOneNeverStopsAnother() {
        MiniPack p = MiniPack.of("""
                objects: {measure: {title: 物品, plural: measures, fields: {properties: {name: {type: string}}}}}
                pauses: {test: 检测}
                acts:
                  seize: {title: 扣押, cite: x, creates: {kind: measure, from: items}, form: {properties: {items: {type: array, items: {$ref: "#/objects/measure"}}}}, obliges: [{act: handle, within: 30 nd, strict: true, paused-by: [test]}]}
                  handle: {title: 处理, cite: x, on: measure}
                  test: {title: 检测, cite: x, on: measure, begins-pause: [test]}
                  result: {title: 结果, cite: x, on: measure, ends-pause: [test]}
                """).done("seize 2026-03-24 items:=[m1,m2]").done("test measure=m1 2026-03-26").done("result measure=m1 2026-04-13");
        assertThat(p.due("handle", "2026-04-14")).containsExactlyInAnyOrder("2026-05-11", "2026-04-23");
    }

    @Test
    void aDutyMayCountFromAnotherDateThanItsCause() {
        MiniPack p = MiniPack.of("""
                figures: {lapse: {title: 救济期满, type: date, value: "last(latest('serve').date, '6 m')"}}
                acts:
                  serve: {title: 送达, cite: x, opens: [{act: apply, until: 3 m, from: lapse}]}
                  apply: {title: 申请法院, cite: x, needs: [serve]}
                """).done("serve 2026-06-10");
        assertThat(p.file.windows(LocalDate.parse("2026-06-11")).getFirst().due()).hasToString("2027-03-10");
        assertThat(p.open("apply 2027-03-10")).isTrue();
        assertThat(p.open("apply 2027-03-11")).isFalse();
    }

    @Test
    void aNewlyAnnouncedHolidayMovesTheDueDatesOfRunningCases() {
        MiniPack p = MiniPack.of(CASE).done("file 2026-11-17");
        assertThat(p.due("decide", "2026-11-18")).containsExactly("2027-02-15");
        String announced = LawFolder.read(LawFolder.LAW.resolve("calendar/holidays.yaml"))
                + "  2027:\n    春节: {statutory: [02-05..08], off: [02-05..16]}\n";
        p.file = p.file.under(org.mingfa.core.calendar.WorkCalendar.parse(announced));
        assertThat(p.due("decide", "2026-11-18")).containsExactly("2027-02-17");
    }
}
