package org.mingfa.server.chart.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;

/** The short lines under an act's title: by when, not before, within which time it may be done. */
final class Notes {

    private final List<Relation> relations;

    Notes(Procedure procedure) {
        relations = procedure.relations();
    }

    /**
     * All that the pack says about when an act must or may happen.
     *
     * @param nears whether an arrow is drawn from that act to this one: then it need not be named
     * @param speaks whether a time that runs from that act belongs in the picture
     */
    List<String> of(ActSpec a, Predicate<ActSpec> nears, Predicate<ActSpec> speaks) {
        Set<String> out = new LinkedHashSet<>();
        for (Relation r : relations) {
            Relation.Span span = r.span();
            if (span == null || !speaks.test(r.act())) {
                continue;
            }
            String time = SpanWords.of(span, r.kind() == Relation.Kind.NEEDS ? r.other() : r.act());
            if (r.other() == a && r.onExpiry() != a) {
                towards(r, SpanWords.within(span, r.act()), nears).forEach(out::add);
            } else if (r.act() == a && r.onExpiry() == r.other()) {
                out.add("满" + time + "视为" + r.other().title());
            } else if (r.act() == a && r.kind() == Relation.Kind.NEEDS) {
                out.add(r.other().title() + (r.after() ? "满" + time + "后" : time + "以后"));
            }
        }
        return List.copyOf(out);
    }

    /** After which act of its own stage an act without arrows comes; empty where the pack names none. */
    List<String> after(ActSpec a) {
        return relations.stream().filter(r -> switch (r.kind()) {
            case NEEDS -> r.act() == a && r.other().stage().equals(a.stage());
            case OPENS -> r.other() == a && r.act().stage().equals(a.stage());
            default -> false;
        }).limit(1).map(r -> (r.kind() == Relation.Kind.NEEDS ? r.other() : r.act()).title() + "后").toList();
    }

    private static List<String> towards(Relation r, String time, Predicate<ActSpec> nears) {
        String since = nears.test(r.act()) ? "" : r.act().title() + "后";
        return switch (r.kind()) {
            case OBLIGES -> List.of(since + time);
            case OPENS -> List.of(since + time + "可以提出");
            default -> List.of();
        };
    }
}
