package org.mingfa.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates of law.md 8.4 and 9.4, and the edges of counting. */
class CountingTest {
    private static final WorkCalendar CAL = Calendars.national();

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "T1, 2026-09-23, 7 wd, 2026-10-10",
        "T3, 2026-09-18, 20 wd, 2026-10-22",
        "T5, 2026-02-12, 5 wd, 2026-02-26",
        "T7, 2026-09-18, 15 nd, 2026-10-08",
        "T9, 2026-07-06, 90 nd, 2026-10-08",
        "T11, 2026-09-22, 10 wd, 2026-10-13",
        "T13, 2026-03-31, 6 m, 2026-09-30",
        "T15, 2026-09-30, 3 m, 2026-12-30",
        "T17, 2026-02-11, 5 wd, 2026-02-25",
        "A lead check, 2026-03-05, 15 wd, 2026-03-26",
        "A case, 2026-03-17, 90 nd, 2026-06-15",
        "A reporter, 2026-03-17, 5 wd, 2026-03-24",
        "A preservation, 2026-03-18, 7 wd, 2026-03-27",
        "A review, 2026-04-22, 10 wd, 2026-05-09",
        "A review short, 2026-04-22, 5 wd, 2026-04-29",
        "A statement, 2026-04-29, 5 wd, 2026-05-09",
        "A serve, 2026-06-05, 7 wd, 2026-06-16",
        "A publish SAMR, 2026-06-05, 20 wd, 2026-07-06",
        "A major filing, 2026-06-05, 15 nd, 2026-06-22",
        "A pay, 2026-06-10, 15 nd, 2026-06-25",
        "A remedy, 2026-06-10, 60 nd, 2026-08-10",
        "A sue, 2026-06-10, 6 m, 2026-12-10",
        "A demand, 2026-12-14, 10 wd, 2026-12-28",
        "A court, 2026-12-10, 3 m, 2027-03-10",
        "A close, 2026-07-01, 15 wd, 2026-07-22",
        "A archive, 2026-07-01, 10 wd, 2026-07-15",
        "C supplement, 2026-04-29, 5 wd, 2026-05-09",
        "C decide, 2026-05-08, 20 wd, 2026-06-04",
        "C certificate, 2026-06-04, 10 wd, 2026-06-18",
        "C publish, 2026-06-04, 7 wd, 2026-06-15",
        "H tell, 2026-09-25, 5 wd, 2026-10-09",
        "H publish, 2026-09-25, 20 wd, 2026-10-29",
        "one workday before a make-up Saturday, 2026-10-09, 1 wd, 2026-10-10",
        "over Spring Festival, 2026-02-13, 1 wd, 2026-02-14",
        "and then, 2026-02-14, 1 wd, 2026-02-24",
        "no days, 2026-03-02, 0 wd, 2026-03-02",
        "no days from a Sunday, 2026-03-01, 0 nd, 2026-03-02",
        "end of a short month, 2026-01-31, 1 m, 2026-02-28",
        "leap day, 2024-02-29, 1 y, 2025-02-28",
        "leap month, 2024-01-31, 1 m, 2024-02-29",
        "before the table, 1999-12-31, 1 wd, 2000-01-03",
    })
    void countsAsTheVectorsSay(String name, LocalDate start, String period, LocalDate due) {
        DueDate sum = sum(start, period, false, List.of(), List.of());
        assertThat(sum.due()).isEqualTo(Moment.of(due));
        assertThat(Counting.end(start, Period.parse(period), false, CAL)).isEqualTo(due);
        assertThat(sum.stopped()).isFalse();
        assertThat(sum.steps()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-21, 30 nd, 2026-09-20",
        "2026-03-24, 30 nd, 2026-04-23",
        "2026-04-03, 3 nd, 2026-04-06",
        "2026-10-02, 1 m, 2026-11-02",
        "2026-09-01, 1 m, 2026-10-01",
    })
    void strictPeriodsDoNotRoll(LocalDate start, String period, LocalDate due) {
        assertThat(sum(start, period, true, List.of(), List.of()).due()).isEqualTo(Moment.of(due));
    }

    @Test
    void seizureIsExtendedFromItsUnrolledEndAndNotRolled() {
        DueDate sum = sum(day("2026-03-24"), "30 nd", true, List.of(), List.of(Period.parse("30 nd")));
        assertThat(sum.due()).isEqualTo(Moment.parse("2026-05-23"));
    }

    @Test
    void extensionStartsAtTheUnrolledEnd() {
        DueDate sum = sum(day("2026-07-06"), "90 nd", false, List.of(), List.of(Period.parse("30 nd")));
        assertThat(sum.due()).isEqualTo(Moment.parse("2026-11-03"));
        assertThat(sum(day("2026-03-05"), "15 wd", false, List.of(), List.of(Period.parse("15 wd"))).due())
                .isEqualTo(Moment.parse("2026-04-17"));
    }

    @Test
    void pausesMoveNaturalDays() {
        var test = pause("2026-03-26", "2026-04-13", "检测期间");
        var hearing = pause("2026-05-08", "2026-05-22", "听证期间");
        assertThat(sum(day("2026-03-17"), "90 nd", false, List.of(test), List.of()).due()).isEqualTo(Moment.parse("2026-07-03"));
        assertThat(sum(day("2026-03-24"), "30 nd", true, List.of(test), List.of()).due()).isEqualTo(Moment.parse("2026-05-11"));
        DueDate both = sum(day("2026-03-17"), "90 nd", false, List.of(hearing, test), List.of());
        assertThat(both.due()).isEqualTo(Moment.parse("2026-07-17"));
        assertThat(both.skipped()).hasSize(32).contains(day("2026-03-26"), day("2026-05-21")).doesNotContain(day("2026-04-13"));
    }

    @Test
    void pausesSkipWorkdays() {
        DueDate sum = sum(day("2026-05-08"), "20 wd", false, List.of(pause("2026-05-18", "2026-05-30", "专家评审")), List.of());
        assertThat(sum.due()).isEqualTo(Moment.parse("2026-06-18"));
    }

    @Test
    void aPauseThatBeginsAfterTheDueDateDoesNothing() {
        assertThat(sum(day("2026-03-02"), "5 nd", true, List.of(pause("2026-03-08", "2026-03-20", "听证")), List.of()).due())
                .isEqualTo(Moment.parse("2026-03-07"));
        assertThat(sum(day("2026-03-02"), "5 nd", true, List.of(pause("2026-03-07", "2026-03-20", "听证")), List.of()).due())
                .isEqualTo(Moment.parse("2026-03-20"));
    }

    @Test
    void aDueDateMovedByOnePauseCanReachTheNext() {
        var pauses = List.of(pause("2026-03-06", "2026-03-11", "检测"), pause("2026-03-12", "2026-03-14", "听证"));
        assertThat(sum(day("2026-03-02"), "5 nd", true, pauses, List.of()).due()).isEqualTo(Moment.parse("2026-03-14"));
    }

    @Test
    void overlappingPausesCountOnce() {
        var overlapping = List.of(pause("2026-03-05", "2026-03-12", "检测"), pause("2026-03-10", "2026-03-15", "听证"));
        var once = List.of(pause("2026-03-05", "2026-03-15", "检测"));
        for (String period : List.of("30 nd", "12 wd", "2 m", "1 y")) {
            assertThat(sum(day("2026-03-02"), period, false, overlapping, List.of()).due())
                    .isEqualTo(sum(day("2026-03-02"), period, false, once, List.of()).due());
        }
    }

    @Test
    void anOpenPauseStopsTheClock() {
        var open = new Pause(day("2026-03-10"), null, "中止调查");
        DueDate sum = sum(day("2026-03-02"), "30 nd", false, List.of(open), List.of());
        assertThat(sum.stopped()).isTrue();
        assertThat(sum.steps()).anyMatch(step -> step.contains("中止调查"));
        assertThat(sum(day("2026-03-02"), "5 nd", true, List.of(open), List.of()).stopped()).isFalse();
        var test = pause("2026-03-05", "2026-03-12", "检测");
        DueDate two = sum(day("2026-03-02"), "30 nd", true, List.of(test, open), List.of());
        assertThat(two.stopped()).isTrue();
        assertThat(two.due()).isEqualTo(Moment.parse("2026-04-08"));
    }

    @Test
    void hoursRunToTheMinuteAndNeverRoll() {
        DueDate sum = Counting.due(Moment.parse("2026-04-06T15:00"), Period.parse("24 h"), false, List.of(), List.of(), CAL);
        assertThat(sum.due()).isEqualTo(Moment.parse("2026-04-07T15:00"));
        assertThat(Counting.due(Moment.parse("2026-10-01T09:30"), Period.parse("24 h"), false, List.of(), List.of(Period.parse("24 h")), CAL)
                .due()).isEqualTo(Moment.parse("2026-10-03T09:30"));
        assertThat(Counting.due(Moment.parse("2026-10-01"), Period.parse("24 h"), false, List.of(), List.of(), CAL).due())
                .isEqualTo(Moment.parse("2026-10-03T00:00"));
        assertThatThrownBy(() -> sum(day("2026-03-02"), "5 nd", false, List.of(), List.of(Period.parse("5 h"))))
                .hasMessageContaining("hours");
    }

    @Test
    void aYearNotAnnouncedMakesTheDateProvisional() {
        assertThat(sum(day("2026-12-28"), "10 wd", false, List.of(), List.of())).satisfies(sum -> {
            assertThat(sum.due()).isEqualTo(Moment.parse("2027-01-12"));
            assertThat(sum.provisional()).isTrue();
            assertThat(sum.steps()).anyMatch(step -> step.startsWith("暂计"));
        });
        assertThat(sum(day("2026-12-28"), "3 wd", false, List.of(), List.of()).provisional()).isFalse();
        assertThat(sum(day("2026-12-10"), "3 m", false, List.of(), List.of()).provisional()).isTrue();
        assertThat(sum(day("2026-12-10"), "3 m", true, List.of(), List.of()).provisional()).isFalse();
        assertThat(sum(day("2027-04-01"), "30 nd", false, List.of(), List.of()).due()).isEqualTo(Moment.parse("2027-05-03"));
    }

    @Test
    void clearDaysCountNeitherEnd() {
        assertThat(Counting.clearDays(day("2026-05-12"), day("2026-05-22"), Unit.WD, CAL)).isEqualTo(7);
        assertThat(Counting.clearDays(day("2026-05-12"), day("2026-05-21"), Unit.WD, CAL)).isEqualTo(6);
        assertThat(Counting.clearDays(day("2026-05-12"), day("2026-05-13"), Unit.ND, CAL)).isZero();
        assertThat(Counting.clearDays(day("2026-05-12"), day("2026-05-01"), Unit.ND, CAL)).isZero();
        assertThatThrownBy(() -> Counting.clearDays(day("2026-05-12"), day("2026-05-13"), Unit.M, CAL)).hasMessageContaining("nd or wd");
    }

    @Test
    void explainsWhatItSkipped() {
        DueDate sum = sum(day("2026-09-23"), "7 wd", false, List.of(), List.of());
        assertThat(sum.skipped()).containsExactlyElementsOf(
                day("2026-09-25").datesUntil(day("2026-10-08")).filter(d -> !CAL.isWorkday(d)).toList());
        assertThat(sum(day("2026-09-18"), "15 nd", false, List.of(), List.of()).skipped())
                .containsExactlyElementsOf(day("2026-10-03").datesUntil(day("2026-10-08")).toList());
    }

    @Test
    void countsHundredsOfThousandsOfWorkdaysAtOnce() {
        long before = System.nanoTime();
        LocalDate end = Counting.end(day("2026-03-02"), new Period(100_000, Unit.WD), false, CAL);
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        assertThat(CAL.isWorkday(end)).isTrue();
        assertThat(day("2026-03-03").datesUntil(end.plusDays(1)).filter(CAL::isWorkday).count()).isEqualTo(100_000);
        assertThat(Counting.sub(end, new Period(100_000, Unit.WD), CAL)).isEqualTo(day("2026-03-02"));
    }

    private static DueDate sum(LocalDate start, String period, boolean strict, List<Pause> pauses, List<Period> extensions) {
        return Counting.due(Moment.of(start), Period.parse(period), strict, pauses, extensions, CAL);
    }

    private static Pause pause(String from, String until, String name) {
        return new Pause(day(from), day(until), name);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
