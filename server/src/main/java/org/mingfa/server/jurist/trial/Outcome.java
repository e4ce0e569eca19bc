package org.mingfa.server.jurist.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Terms;

/**
 * What came of a trial.
 *
 * @param assumptions what was taken for granted, in Chinese
 * @param acts in the order of their dates
 * @param overdue findings about duties that are past their due date on the day
 * @param byLaw what happened because time ran out
 */
public record Outcome(
        String code, String title, String version, LocalDate on, List<String> assumptions, List<Tried> acts, String stage,
        boolean ended, List<Due> duties, List<Due> windows, List<Finding> overdue, List<Figure> figures, List<CaseFile.ByLaw> byLaw) {

    /**
     * An act as examined.
     *
     * @param index its place in the request, from 0
     * @param open whether nothing bars it, as far as could be decided
     * @param undecided what could not be decided because contents are missing
     */
    public record Tried(
            int index, String code, String title, String at, Map<String, String> on, String onLabel, boolean filled, boolean open,
            List<Finding> findings, List<Open> undecided) {}

    /** A rule that could not be decided. */
    public record Open(String title, String cite) {}

    /** A duty or window. */
    public record Due(
            String act, String title, String rule, String onLabel, String owedBy, @Nullable String from, @Nullable String due,
            boolean provisional, boolean stopped, String status, boolean overdue, String cite, List<String> explain) {
        static Due of(Terms.State s) {
            return new Due(s.act(), s.actTitle(), s.title(), s.onLabel(), s.owedBy(), text(s.from()), text(s.due()), s.provisional(),
                    s.stopped(), s.status().name(), s.overdue(), s.cite(), s.explain());
        }

        private static @Nullable String text(@Nullable Moment m) {
            return m == null ? null : m.toString();
        }
    }

    public record Figure(String title, String type, Object value, String onLabel) {}

    static List<Figure> figures(CaseFile file, LocalDate day) {
        List<Figure> out = new ArrayList<>();
        add(out, file.procedure(), file.figures(day), null, "");
        file.objects().stream().filter(CaseFile.ObjectState::alive)
                .forEach(o -> add(out, file.procedure(), file.figures(day, o.kind(), o.id()), o.kind(), o.label()));
        return out;
    }

    private static void add(List<Figure> out, Procedure p, Map<String, Object> values, @Nullable String kind, String label) {
        p.figures().stream().filter(f -> java.util.Objects.equals(f.on(), kind) && values.get(f.name()) != null)
                .forEach(f -> out.add(new Figure(f.title(), f.type(), values.get(f.name()), label)));
    }
}
