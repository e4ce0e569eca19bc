package org.mingfa.server.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.server.chart.draw.Standing;
import org.mingfa.server.chart.plan.Plan;
import org.mingfa.server.chart.plan.SpanWords;

/**
 * What a flow chart shows, as an ordered list: the same acts in the same lanes, with every time limit and citation.
 *
 * @param from the day the procedure came into force
 */
public record Outline(String code, String title, String version, String cite, LocalDate from, List<Part> stages) {

    /** A stage (环节) with its acts. */
    public record Part(String title, List<Step> steps) {}

    /**
     * An act.
     *
     * @param way WAY on the way that every case takes, BRANCH on it where its condition holds, SIDE at need
     * @param fact done by the party or another body
     * @param by who may do it, in words; empty: whoever works on the case
     * @param after titles of the acts that it needs
     * @param times when it must or may happen, in words, each with what it counts from
     * @param standing how it stands in a case: DONE, DUE, OVERDUE, OPEN, BARRED or OVER; null outside a case
     */
    public record Step(
            String code, String title, String way, boolean fact, boolean opening, boolean ends, String by, List<String> after,
            List<Time> times, String cite, @Nullable State standing) {}

    /** A time limit with the article that sets it. */
    public record Time(String text, String cite) {}

    public record State(String code, String title, String detail) {}

    static Outline of(Plan plan, Map<String, CaseStanding> standings) {
        Procedure p = plan.procedure();
        List<Relation> relations = p.relations();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plan.stages().size(); i++) {
            int lane = i;
            parts.add(new Part(plan.stages().get(i), plan.boxes().stream().filter(b -> b.lane() == lane)
                    .map(b -> step(p, b, relations, standings.get(b.code()))).toList()));
        }
        return new Outline(p.code(), p.title(), p.version(), p.cite(), p.from(), parts);
    }

    private static Step step(Procedure p, Plan.Box box, List<Relation> relations, @Nullable CaseStanding standing) {
        ActSpec a = box.act();
        Set<String> after = new LinkedHashSet<>();
        Set<Time> times = new LinkedHashSet<>();
        for (Relation r : relations) {
            if (r.kind() == Relation.Kind.NEEDS && r.act() == a) {
                after.add(r.other().title());
            }
            time(r, a, times);
        }
        return new Step(a.code(), a.title(), box.weight().name(), a.kind() == ActSpec.Kind.FACT, a.isOpening(), a.isFinal(),
                a.by().isEmpty() ? "" : p.roleTitles(a.by()), List.copyOf(after), List.copyOf(times), a.cite(),
                standing == null ? null : new State(standing.standing().name(), standing.standing().title(), standing.detail()));
    }

    private static void time(Relation r, ActSpec a, Set<Time> into) {
        if (r.span() == null) {
            return;
        }
        String span = SpanWords.of(r.span(), r.kind() == Relation.Kind.NEEDS ? r.other() : r.act());
        String within = SpanWords.within(r.span(), r.act());
        String given = r.conditional() ? "（符合条件时）" : "";
        if (r.kind() == Relation.Kind.NEEDS && r.act() == a) {
            into.add(new Time(r.other().title() + (r.after() ? "满" + span + "后" : span + "以后") + given, r.clause().cite()));
        } else if (r.kind() == Relation.Kind.OBLIGES && r.other() == a) {
            String expiry = r.onExpiry() == null ? "" : r.onExpiry() == a ? "；期满视为" + a.title() : "；期满依法" + r.onExpiry().title();
            into.add(new Time("应当在" + r.act().title() + "后" + within + expiry + given, r.clause().cite()));
        } else if (r.kind() == Relation.Kind.OPENS && r.other() == a) {
            into.add(new Time("可以在" + r.act().title() + "后" + within + given, r.clause().cite()));
        } else if (r.kind() == Relation.Kind.EXTENDS && r.act() == a) {
            into.add(new Time("可以延长" + r.other().title() + "的期限" + span, r.clause().cite()));
        }
    }

    /** How an act stands in a case, with a few words such as a date. */
    record CaseStanding(Standing standing, String detail) {}
}
