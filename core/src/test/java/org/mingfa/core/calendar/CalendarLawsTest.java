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

/** What holds for all periods: monotone, additive, rolled forward never earlier, never shortened by a pause. */
class CalendarLawsTest {
    private static final WorkCalendar CAL = Calendars.national();

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * 26).map(LocalDate.of(2003, 6, 1)::plusDays);
    }

    @Provide
    Arbitrary<Unit> inDays() {
        return Arbitraries.of(Unit.ND, Unit.WD, Unit.M, Unit.Y);
    }

    /** Pauses that begin some days after (or before) a start, ended or the last of them open. */
    @Provide
    Arbitrary<List<int[]>> spans() {
        return Combinators.combine(Arbitraries.integers().between(-20, 150), Arbitraries.integers().between(0, 40))
                .as((at, length) -> new int[] {at, length}).list().ofMinSize(1).ofMaxSize(5);
    }

    private static List<Pause> pauses(LocalDate start, List<int[]> spans) {
        List<Pause> out = new ArrayList<>();
        spans.forEach(s -> out.add(new Pause(start.plusDays(s[0]), start.plusDays(s[0] + s[1]), "中止")));
        return out;
    }

    private static LocalDate due(LocalDate start, Period p, boolean strict, List<Pause> pauses) {
        return Counting.due(Moment.of(start), p, strict, pauses, List.of(), CAL).due().date();
    }

    @Property
    void aLaterStartOrALongerPeriodNeverEndsEarlier(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 40) int later,
            @ForAll @IntRange(max = 60) int n, @ForAll @IntRange(max = 20) int more, @ForAll("inDays") Unit unit, @ForAll boolean strict) {
        LocalDate end = due(start, new Period(n, unit), strict, List.of());
        assertThat(due(start.plusDays(later), new Period(n, unit), strict, List.of())).isAfterOrEqualTo(end);
        assertThat(due(start, new Period(n + more, unit), strict, List.of())).isAfterOrEqualTo(end);
    }

    @Property
    void aPausedPeriodIsMonotoneInItsLength(@ForAll("days") LocalDate start, @ForAll("spans") List<int[]> spans,
            @ForAll @IntRange(max = 60) int n, @ForAll @IntRange(max = 20) int more, @ForAll("inDays") Unit unit) {
        List<Pause> pauses = pauses(start, spans);
        assertThat(due(start, new Period(n + more, unit), false, pauses)).isAfterOrEqualTo(due(start, new Period(n, unit), false, pauses));
    }

    @Property
    void daysAndWorkdaysAddUp(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 200) int a, @ForAll @IntRange(max = 200) int b,
            @ForAll boolean workdays) {
        Unit unit = workdays ? Unit.WD : Unit.ND;
        LocalDate inTwo = Counting.add(Counting.add(start, new Period(a, unit), CAL), new Period(b, unit), CAL);
        assertThat(inTwo).isEqualTo(Counting.add(start, new Period(a + b, unit), CAL));
    }

    @Property
    void workdaysBetweenAddUp(@ForAll("days") LocalDate a, @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int second) {
        LocalDate b = a.plusDays(first);
        LocalDate c = b.plusDays(second);
        assertThat(CAL.workdays(a, b) + CAL.workdays(b, c)).isEqualTo(CAL.workdays(a, c));
    }

    @Property
    void rollingForwardIsNeverEarlier(@ForAll("days") LocalDate start, @ForAll("spans") List<int[]> spans,
            @ForAll @IntRange(max = 200) int n, @ForAll("inDays") Unit unit) {
        List<Pause> pauses = pauses(start, spans);
        LocalDate rolled = due(start, new Period(n, unit), false, pauses);
        assertThat(rolled).isAfterOrEqualTo(due(start, new Period(n, unit), true, pauses));
        assertThat(CAL.isWorkday(rolled)).isTrue();
    }

    @Property
    void aPauseNeverShortens(@ForAll("days") LocalDate start, @ForAll("spans") List<int[]> spans,
            @ForAll @IntRange(max = 120) int n, @ForAll("inDays") Unit unit, @ForAll boolean strict) {
        List<Pause> pauses = pauses(start, spans);
        LocalDate without = due(start, new Period(n, unit), strict, pauses.subList(1, pauses.size()));
        assertThat(due(start, new Period(n, unit), strict, pauses)).isAfterOrEqualTo(without);
        assertThat(without).isAfterOrEqualTo(due(start, new Period(n, unit), strict, List.of()));
    }
}
