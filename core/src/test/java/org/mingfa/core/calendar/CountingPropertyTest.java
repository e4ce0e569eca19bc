package org.mingfa.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every period: compared with counting day by day on the fingers. */
class CountingPropertyTest {
    private static final WorkCalendar CAL = Calendars.national();
    private static final LocalDate FIRST = LocalDate.of(2003, 6, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * 26).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<Pause>> pauses() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 60))
                .as((from, length) -> new Pause(from, from.plusDays(length), "中止")).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Pause>> near() {
        return Combinators.combine(Arbitraries.integers().between(-20, 120), Arbitraries.integers().between(0, 40))
                .as((at, length) -> new Pause(LocalDate.of(2026, 3, 2).plusDays(at), LocalDate.of(2026, 3, 2).plusDays(at + length), "中止"))
                .list().ofMaxSize(6);
    }

    @Property
    void workdaysAreCountedOneByOne(@ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 600) int n) {
        LocalDate end = Counting.end(start, new Period(n, Unit.WD), false, CAL);
        assertThat(start.plusDays(1).datesUntil(end.plusDays(1)).filter(CAL::isWorkday).count()).isEqualTo(n);
        assertThat(CAL.isWorkday(end)).isTrue();
        assertThat(new WorkdayWalk(CAL).plus(start, n)).isEqualTo(end);
    }

    @Property
    void subtractingUndoesAddingFromAWorkday(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 900) int n) {
        LocalDate start = CAL.nextWorkday(day);
        var period = new Period(n, Unit.WD);
        assertThat(Counting.sub(Counting.add(start, period, CAL), period, CAL)).isEqualTo(start);
        assertThat(new WorkdayWalk(CAL).plus(start, -n)).isEqualTo(Counting.sub(start, period, CAL));
    }

    @Property
    void rollingEndsOnTheFirstWorkday(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 200) int n, @ForAll Unit unit) {
        if (unit == Unit.H) {
            return;
        }
        var period = new Period(n, unit);
        LocalDate strict = Counting.end(start, period, true, CAL);
        LocalDate rolled = Counting.end(start, period, false, CAL);
        assertThat(CAL.isWorkday(rolled)).isTrue();
        assertThat(strict.datesUntil(rolled).noneMatch(CAL::isWorkday)).isTrue();
    }

    @Property
    void theShortAnswerIsTheLongOne(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 400) int n,
            @ForAll Unit unit, @ForAll boolean strict) {
        if (unit == Unit.H) {
            return;
        }
        var period = new Period(n, unit);
        DueDate sum = Counting.due(Moment.of(start), period, strict, List.of(), List.of(), CAL);
        assertThat(sum.due().date()).isEqualTo(Counting.end(start, period, strict, CAL));
        assertThat(sum.unrolled()).isEqualTo(Counting.end(start, period, true, CAL));
    }

    @Property
    void pausedPeriodsCountEveryDayThatIsNotPaused(
            @ForAll("near") List<Pause> pauses, @ForAll @IntRange(min = 1, max = 120) int n, @ForAll boolean workdays) {
        LocalDate start = LocalDate.of(2026, 3, 2);
        var period = new Period(n, workdays ? Unit.WD : Unit.ND);
        DueDate sum = Counting.due(Moment.of(start), period, true, pauses, List.of(), CAL);
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (counts(day, pauses, workdays)) {
                left--;
            }
        }
        assertThat(sum.due().date()).isEqualTo(day);
    }

    @Property
    void anExtensionIsTheSameAsALongerPeriodInDays(@ForAll("near") List<Pause> pauses,
            @ForAll @IntRange(min = 1, max = 60) int n, @ForAll @IntRange(min = 1, max = 60) int more, @ForAll boolean workdays) {
        Unit unit = workdays ? Unit.WD : Unit.ND;
        Moment start = Moment.parse("2026-03-02");
        DueDate two = Counting.due(start, new Period(n, unit), false, pauses, List.of(new Period(more, unit)), CAL);
        DueDate one = Counting.due(start, new Period(n + more, unit), false, pauses, List.of(), CAL);
        assertThat(two.due()).isEqualTo(one.due());
        assertThat(two.skipped()).isEqualTo(one.skipped());
    }

    @Property
    void theOrderOfPausesDoesNotMatter(@ForAll("pauses") List<Pause> pauses, @ForAll("days") LocalDate start) {
        var period = new Period(90, Unit.ND);
        List<Pause> reversed = new ArrayList<>(pauses).reversed();
        assertThat(Counting.due(Moment.of(start), period, false, reversed, List.of(), CAL).due())
                .isEqualTo(Counting.due(Moment.of(start), period, false, pauses, List.of(), CAL).due());
    }

    private static boolean counts(LocalDate day, List<Pause> pauses, boolean workdays) {
        boolean paused = pauses.stream().anyMatch(p -> !day.isBefore(p.from()) && day.isBefore(java.util.Objects.requireNonNull(p.until())));
        return !paused && (!workdays || CAL.isWorkday(day));
    }
}
