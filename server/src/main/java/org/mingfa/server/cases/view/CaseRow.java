package org.mingfa.server.cases.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.EnforcementCase;

/** A case as a list shows it. */
public record CaseRow(
        String id, @Nullable String number, Named procedure, String party, String violation, String stage, String agency,
        @Nullable Person lead, List<String> officers, LocalDate filedOn, @Nullable DueRow due, boolean ended,
        Instant updatedAt) {

    /** A code with its title. */
    public record Named(String code, String title) {}

    public record Person(String id, String name) {}

    /**
     * The nearest duty.
     *
     * @param daysLeft natural days to the due date; negative when overdue; null without a date
     * @param share how much of the period has run, 0 to 1
     */
    public record DueRow(
            String act, String title, @Nullable String date, boolean provisional, boolean stopped, boolean overdue,
            @Nullable Long daysLeft, double share) {

        static @Nullable DueRow of(EnforcementCase.@Nullable Due d, LocalDate today) {
            if (d == null) {
                return null;
            }
            LocalDate date = d.date() == null ? null : LocalDate.parse(d.date().substring(0, 10));
            Long left = date == null ? null : ChronoUnit.DAYS.between(today, date);
            return new DueRow(d.act(), d.title(), d.date(), d.provisional(), d.stopped(), left != null && left < 0, left,
                    share(d.from(), date, today));
        }

        static double share(@Nullable LocalDate from, @Nullable LocalDate due, LocalDate today) {
            if (from == null || due == null) {
                return 0;
            }
            long whole = ChronoUnit.DAYS.between(from, due);
            return whole <= 0
                    ? (today.isAfter(due) ? 1 : 0)
                    : Math.clamp((double) ChronoUnit.DAYS.between(from, today) / whole, 0, 1);
        }
    }

    public static CaseRow of(
            EnforcementCase c, String agency, @Nullable Person lead, List<String> officers, LocalDate today) {
        return new CaseRow(c.id().toString(), c.number(), new Named(c.procedure(), c.title()), c.party(), c.violation(),
                c.stage(), agency, lead, officers, c.filedOn(), DueRow.of(c.due(), today), c.ended(), c.updatedAt());
    }
}
