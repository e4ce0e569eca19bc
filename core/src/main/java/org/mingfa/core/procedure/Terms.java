package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.DueDate;
import org.mingfa.core.calendar.Moment;

/** Duties and windows as people see them. */
public final class Terms {

    private Terms() {}

    /** Where a duty or window stands. */
    public enum Status {
        OPEN,
        FULFILLED,
        DROPPED,
        EXPIRED
    }

    /**
     * A duty (待办义务) or window (有权期限) as of a day.
     *
     * @param id its number in the case, stable while the record before it does not change
     * @param rule id of the relation it comes from
     * @param by role codes that may do the act
     * @param owedBy agency, party or third; for a window whose right it is cannot be told: agency
     * @param from the day it counts from; null while that is not known
     * @param due its last moment; null where the law names none (及时) or its start is not known
     * @param share how much of the period has run, 0 to 1; 1 when overdue
     * @param explain the sum in Chinese: start, period, skipped days, pauses, extensions
     */
    public record State(
            int id,
            String rule,
            String title,
            String cite,
            String act,
            String actTitle,
            List<String> by,
            Map<String, String> on,
            String onLabel,
            String owedBy,
            long cause,
            @Nullable Moment from,
            @Nullable Moment due,
            boolean provisional,
            boolean stopped,
            Status status,
            long endedBy,
            String reason,
            boolean overdue,
            boolean warned,
            double share,
            List<String> explain) {}

    static State state(Marking m, Term t, LocalDate asOf) {
        DueDate sum = Clocks.due(m, t);
        Moment due = sum == null ? null : sum.due();
        boolean stopped = sum != null && sum.stopped();
        Status status = t.dropped != null ? Status.DROPPED
                : t.fulfilled != null ? Status.FULFILLED : t.expired ? Status.EXPIRED : Status.OPEN;
        boolean overdue = status == Status.OPEN && due != null && !stopped && asOf.isAfter(due.date()) && m.included(t.target, t.on);
        Moment start = Clocks.start(m, t);
        Clause c = t.effect.clause();
        return new State(
                t.id, c.id(), c.title(), c.cite(), t.target.code(), t.target.title(), t.target.by(), t.on,
                m.label(t.on), t.effect.owedBy().name().toLowerCase(java.util.Locale.ROOT),
                t.cause == null ? 0 : t.cause.seq, start, due, sum != null && sum.provisional(), stopped, status,
                t.fulfilled == null ? 0 : t.fulfilled.seq, t.dropped == null ? "" : t.dropped, overdue,
                warned(m, t, start, asOf), share(start, due, asOf), sum == null ? List.of() : sum.steps());
    }

    private static boolean warned(Marking m, Term t, @Nullable Moment start, LocalDate asOf) {
        return t.isOpen() && t.effect.warnAfter() != null && start != null
                && asOf.isAfter(org.mingfa.core.calendar.Counting.end(start.date(), t.effect.warnAfter(), false, m.calendar));
    }

    private static double share(@Nullable Moment start, @Nullable Moment due, LocalDate asOf) {
        if (start == null || due == null) {
            return 0;
        }
        long whole = ChronoUnit.DAYS.between(start.date(), due.date());
        long run = ChronoUnit.DAYS.between(start.date(), asOf);
        return whole <= 0 ? (run > 0 ? 1 : 0) : Math.clamp((double) run / whole, 0, 1);
    }

    static Finding undone(Marking m, Term t, Finding.Kind kind, String message) {
        Clause c = t.effect.clause();
        String whom = t.on.isEmpty() ? "" : "（" + m.label(t.on) + "）";
        List<Long> cause = t.cause == null || t.cause.seq == 0 ? List.of() : List.of(t.cause.seq);
        return new Finding(c.id(), c.title(), c.severity(), kind, c.cite(), message + whom, c.mend(), cause, t.on);
    }
}
