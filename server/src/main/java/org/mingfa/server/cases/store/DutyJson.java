package org.mingfa.server.cases.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Terms;

/** A duty as it is kept for to-do lists; days left are computed when it is read. */
public record DutyJson(
        String id, String rule, String act, String title, Map<String, String> on, String onLabel, String owedBy,
        @Nullable String from, @Nullable String due, boolean provisional, boolean stopped, String status, String cite,
        List<String> explain) {

    public static DutyJson of(Terms.State d) {
        return new DutyJson(Integer.toString(d.id()), d.rule(), d.act(), d.actTitle(), d.on(), d.onLabel(), d.owedBy(),
                text(d.from()), text(d.due()), d.provisional(), d.stopped(), d.status().name(), d.cite(), d.explain());
    }

    private static @Nullable String text(@Nullable Moment m) {
        return m == null ? null : m.toString();
    }
}
