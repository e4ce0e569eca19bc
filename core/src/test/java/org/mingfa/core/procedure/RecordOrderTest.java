package org.mingfa.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingfa.core.calendar.Moment;

class RecordOrderTest {

    private static final String PACK = """
            acts:
              inspect: {title: 检查, cite: x}
              notice: {title: 告知, cite: x, form: {properties: {fine: {type: integer}}}}
              decide:
                title: 决定
                cite: x
                form: {properties: {fine: {type: integer}}}
                needs: [{act: notice, after: 5 wd}]
                rules: [{id: as-notified, title: 不得高于告知, require: "act.fine <= latest('notice').fine"}]
            """;

    @Test
    void aLateEntryIsExaminedAtItsTimeAndEveryLaterEntryAgain() {
        MiniPack p = MiniPack.of(PACK).record("decide 2026-04-10 fine:=50", Mode.IRREGULAR);
        assertThat(p.file.findings(1)).extracting(Finding::rule).contains("decide.needs.notice");
        p.record("notice 2026-03-23 fine:=50", Mode.LATE);
        assertThat(p.file.findings(1)).isEmpty();
        assertThat(p.file.entries()).extracting(e -> e.act().code()).containsExactly("notice", "decide");
    }

    @Test
    void onOneDayTimesDecideAndThenTheOrderOfRecording() {
        MiniPack p = MiniPack.of(PACK).done("inspect 2026-03-02T15:00").record("inspect 2026-03-02T09:00", Mode.LATE)
                .record("notice 2026-03-02", Mode.NOW);
        assertThat(p.file.entries()).extracting(Entry::seq).containsExactly(2L, 1L, 3L);
    }

    @Test
    void timesDecideEvenAroundAnEntryWithoutATime() {
        MiniPack p = MiniPack.of(PACK).done("inspect 2026-03-02T15:00").done("notice 2026-03-02 fine:=5").record("inspect 2026-03-02T09:00", Mode.LATE);
        assertThat(p.file.entries()).extracting(Entry::seq).containsExactly(3L, 1L, 2L);
        assertThat(CaseFile.of(p.file.procedure(), p.file.info(), LawFolder.calendar(), p.file.record()).entries()).isEqualTo(p.file.entries());
        assertThat(p.rules("decide 2026-03-02T10:00 fine:=5")).as("at ten only the first inspection had been").contains("decide.needs.notice");
    }

    @Test
    void aCorrectionReplacesTheContentsAndBothStayInTheRecord() {
        MiniPack p = MiniPack.of(PACK).done("notice 2026-03-23 fine:=5");
        assertThat(p.open("decide 2026-03-31 fine:=50")).isFalse();
        p.correct(1, "notice 2026-03-23 fine:=50");
        assertThat(p.open("decide 2026-03-31 fine:=50")).isTrue();
        assertThat(p.file.record()).hasSize(2);
        assertThat(p.file.entries()).hasSize(1);
    }

    @Test
    void aCorrectionOfTheDateMovesTheClock() {
        MiniPack p = MiniPack.of(PACK).done("notice 2026-03-23 fine:=50").correct(1, "notice 2026-03-25 fine:=50");
        assertThat(p.open("decide 2026-03-31 fine:=50")).isFalse();
        assertThat(p.open("decide 2026-04-02 fine:=50")).isTrue();
    }

    @Test
    void aCaseIsReadAsItWasKnownAndAsItLegallyStood() {
        MiniPack p = MiniPack.of(PACK).done("notice 2026-03-23 fine:=50").record("inspect 2026-03-02", Mode.LATE);
        assertThat(p.file.upTo(1).entries()).hasSize(1);
        assertThat(p.file.validAt(LocalDate.parse("2026-03-10")).entries()).extracting(e -> e.act().code()).containsExactly("inspect");
    }

    @Test
    void aMissingValueCannotBeDecidedAndTheFindingSaysWhich() {
        MiniPack p = MiniPack.of(PACK).done("notice 2026-03-23");
        Examination e = p.file.examine(
                new Act("decide", Moment.parse("2026-04-01"), Map.of(), "", List.of(), List.of(), Map.of("fine", 5L)), Registry.EMPTY);
        assertThat(e.open()).isFalse();
        assertThat(e.findings()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.UNDECIDED);
            assertThat(f.message()).contains("fine").doesNotContain("error");
        });
    }

    @Test
    void aMissingFieldIsNamedByItsTitle() {
        MiniPack p = MiniPack.of("""
                acts:
                  file: {title: 立案, cite: x, form: {properties: {shown: {type: boolean, title: 已出示证件}}}, rules: [{id: r, title: 应当出示, require: act.shown}]}
                """);
        Act act = new Act("file", Moment.parse("2026-04-01"), Map.of(), "", List.of(), List.of(), Map.of());
        assertThat(p.file.examine(act, Registry.EMPTY).findings()).extracting(Finding::message).containsExactly("无法判断「应当出示」：缺少「已出示证件」");
    }

    @Test
    void aConditionOverAnObjectThatIsNotInTheCaseCannotBeDecided() {
        MiniPack p = MiniPack.of("""
                objects: {party: {title: 当事人, plural: parties, fields: {properties: {name: {type: string}}}}}
                acts:
                  file: {title: 立案, cite: x, creates: party, form: {properties: {name: {type: string}}}}
                  tell: {title: 告知, cite: x, on: party, kind: fact, rules: [{id: r, title: 未告知过, require: "!happened('tell', party)"}]}
                """);
        Act act = new Act("tell", Moment.parse("2026-04-01"), Map.of("party", "p9"), "", List.of(), List.of(), Map.of());
        assertThat(p.file.examine(act, Registry.EMPTY).findings()).extracting(Finding::kind)
                .containsExactly(Finding.Kind.NOT_AVAILABLE, Finding.Kind.UNDECIDED);
    }

    @Test
    void carryingForwardGivesTheSameAsExaminingFromScratch() {
        MiniPack p = MiniPack.of(PACK).done("inspect 2026-03-02").done("notice 2026-03-23 fine:=50").done("decide 2026-03-31 fine:=40");
        CaseFile scratch = CaseFile.of(p.file.procedure(), p.file.info(), LawFolder.calendar(), p.file.record());
        LocalDate day = LocalDate.parse("2026-04-30");
        assertThat(scratch.findings(day)).isEqualTo(p.file.findings(day));
        assertThat(scratch.duties(day)).isEqualTo(p.file.duties(day));
        assertThat(scratch.entries()).isEqualTo(p.file.entries());
    }
}
