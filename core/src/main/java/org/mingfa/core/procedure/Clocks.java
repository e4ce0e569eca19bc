package org.mingfa.core.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Counting;
import org.mingfa.core.calendar.DueDate;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Pause;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.calendar.Unit;

/** Due dates of the duties and windows of a case, computed each time from its marking, never stored as truth. */
final class Clocks {

    private Clocks() {}

    /** The due date with its sum; null for a term without a date (及时), or whose start is not known yet. */
    static @Nullable DueDate due(Marking m, Term t) {
        if (t.period == null) {
            return null;
        }
        Moment start = start(m, t);
        return start == null
                ? null
                : Counting.due(start, t.period, t.effect.strict(), pauses(m, t.effect.pausedBy(), t.on), extensions(m, t).map(Term.Extended::by).toList(), m.calendar);
    }

    /** The extensions that stand: an act that was undone has granted none. */
    static Stream<Term.Extended> extensions(Marking m, Term t) {
        return t.extensions.stream().filter(x -> !m.undone.contains(x.granted()));
    }

    /** The last moment of the term; null while it has none or is stopped by an open pause. */
    static @Nullable Moment end(Marking m, Term t) {
        if (t.period == null) {
            return null;
        }
        if (t.start != null && m.pauses.isEmpty() && t.extensions.isEmpty() && t.effect.from() == null && t.period.unit() != Unit.H) {
            return Moment.of(Counting.end(t.start.date(), t.period, t.effect.strict(), m.calendar));
        }
        DueDate due = due(m, t);
        return due == null || due.stopped() ? null : due.due();
    }

    static @Nullable Moment start(Marking m, Term t) {
        if (t.effect.from() == null) {
            return t.start;
        }
        try {
            Object from = t.effect.from().value(Scope.of(m, t));
            return from instanceof Instant i ? Moment.of(FormTypes.date(i)) : null;
        } catch (Undecided e) {
            return null;
        }
    }

    static List<Pause> pauses(Marking m, List<String> names, Map<String, String> on) {
        if (names.isEmpty() || m.pauses.isEmpty()) {
            return List.of();
        }
        List<Pause> out = new ArrayList<>();
        for (Marking.PauseSpan p : m.pauses) {
            boolean meets = on.isEmpty() || Bindings.within(p.on(), on);
            if (meets && names.contains(p.name()) && !m.undone.contains(p.begin())) {
                out.add(new Pause(p.from(), p.until(), p.name()));
            }
        }
        return out;
    }

    /** True where the moment is later than the last one of the term: a period met on its last day is on time. */
    static boolean past(@Nullable Moment last, Moment at, @Nullable Period period) {
        if (last == null) {
            return false;
        }
        if (period != null && period.unit() == Unit.H && at.time() != null) {
            return at.from().isAfter(last.from());
        }
        return at.date().isAfter(last.date());
    }

    /** End of a waiting period that runs from a happening; null while a pause has stopped it. */
    static @Nullable Moment end(Marking m, Happening from, Period p, boolean strict, List<String> pausedBy) {
        List<Pause> pauses = pauses(m, pausedBy, from.on);
        if (pauses.isEmpty() && p.unit() != Unit.H) {
            return Moment.of(Counting.end(from.at.date(), p, strict, m.calendar));
        }
        DueDate due = Counting.due(from.at, p, strict, pauses, List.of(), m.calendar);
        return due.stopped() ? null : due.due();
    }

    static LocalDate day(Object celValue) {
        return FormTypes.date((Instant) celValue);
    }
}
