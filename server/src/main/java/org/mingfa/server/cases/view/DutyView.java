package org.mingfa.server.cases.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.cases.store.DutyJson;

/** A duty (待办义务) or window (有权期限) as people see it, with its sum. */
public record DutyView(
        String id, String act, String title, Map<String, String> on, String onLabel, String owedBy,
        @Nullable String from, @Nullable String due, boolean provisional, boolean stopped, String status,
        boolean overdue, boolean warned, @Nullable Long daysLeft, double share, String cite, List<String> explain) {

    public static DutyView of(Terms.State d, LocalDate today) {
        return new DutyView(Integer.toString(d.id()), d.act(), d.actTitle(), d.on(), d.onLabel(), d.owedBy(),
                text(d.from()), text(d.due()), d.provisional(), d.stopped(), d.status().name(), d.overdue(), d.warned(),
                d.due() == null || d.stopped() ? null : ChronoUnit.DAYS.between(today, d.due().date()), d.share(), d.cite(),
                d.explain());
    }

    /** From a to-do row: what depends on the day is computed now. */
    public static DutyView of(DutyJson d, LocalDate today) {
        LocalDate due = d.due() == null || d.stopped() ? null : LocalDate.parse(d.due().substring(0, 10));
        LocalDate from = d.from() == null ? null : LocalDate.parse(d.from().substring(0, 10));
        return new DutyView(d.id(), d.act(), d.title(), d.on(), d.onLabel(), d.owedBy(), d.from(), d.due(),
                d.provisional(), d.stopped(), d.status(), due != null && today.isAfter(due), false,
                due == null ? null : ChronoUnit.DAYS.between(today, due), CaseRow.DueRow.share(from, due, today), d.cite(),
                d.explain());
    }

    private static @Nullable String text(@Nullable Moment m) {
        return m == null ? null : m.toString();
    }
}
