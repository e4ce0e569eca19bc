package org.mingfa.server.chart.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;
import org.mingfa.core.procedure.Relation.Kind;

/** The relations of a procedure as arrows in the order of time, one for each pair of acts. */
final class Links {

    /** From an act to one that comes after it. */
    record Link(ActSpec from, ActSpec to, boolean needed, boolean obliged, boolean firm) {
        private Link with(Link o) {
            boolean owed = obliged || o.obliged;
            return new Link(from, to, needed || o.needed, owed, owed && !(obliged && firm || o.obliged && o.firm) ? false : firm || o.firm);
        }
    }

    private final List<String> stages;
    private final Map<List<String>, Link> all = new LinkedHashMap<>();

    private Links(Procedure p) {
        stages = p.stages();
    }

    static Links of(Procedure p) {
        Links links = new Links(p);
        p.relations().forEach(links::add);
        p.relations().stream().filter(r -> r.kind() == Kind.COUNTS_AS).forEach(r -> links.standsFor(r.act(), r.other()));
        return links;
    }

    private void add(Relation r) {
        if (r.act() == r.other()) {
            return;
        }
        switch (r.kind()) {
            case NEEDS -> put(new Link(r.other(), r.act(), true, false, !r.conditional()));
            case WAITS_FOR -> put(new Link(r.other(), r.act(), false, false, false));
            case OBLIGES -> put(new Link(r.act(), r.other(), false, !r.owedBy().equals("third"), !r.conditional()));
            case OPENS -> put(new Link(r.act(), r.other(), false, false, false));
            default -> { }
        }
    }

    /** What needs the one may follow the other too. */
    private void standsFor(ActSpec act, ActSpec other) {
        from(other).stream().filter(l -> l.needed() && l.to() != act).forEach(l -> put(new Link(act, l.to(), true, false, false)));
    }

    private void put(Link link) {
        all.merge(List.of(link.from().code(), link.to().code()), link, Link::with);
    }

    int stage(ActSpec a) {
        return stages.indexOf(a.stage());
    }

    List<Link> all() {
        return List.copyOf(all.values());
    }

    List<Link> from(ActSpec a) {
        return all.values().stream().filter(l -> l.from() == a).toList();
    }

    List<Link> to(ActSpec a) {
        return all.values().stream().filter(l -> l.to() == a).toList();
    }

    /** Those that lead onwards: a link back to an earlier stage, or one that would close a circle, is left out. */
    List<Link> forward(Predicate<ActSpec> among) {
        List<Link> out = new ArrayList<>();
        List<Link> mine = all.values().stream().filter(l -> among.test(l.from()) && among.test(l.to()) && stage(l.from()) <= stage(l.to()))
                .sorted(Comparator.comparing((Link l) -> !l.needed()).thenComparing(l -> !l.firm())).toList();
        for (Link l : mine) {
            if (!reaches(out, l.to(), l.from())) {
                out.add(l);
            }
        }
        return out;
    }

    static boolean reaches(List<Link> links, ActSpec from, ActSpec to) {
        return reaches(links, from, to, l -> true);
    }

    /** Whether links that pass lead from one to the other. */
    static boolean reaches(List<Link> links, ActSpec from, ActSpec to, Predicate<Link> pass) {
        Set<ActSpec> seen = new LinkedHashSet<>(List.of(from));
        List<ActSpec> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            ActSpec at = open.removeLast();
            if (at == to) {
                return true;
            }
            links.stream().filter(l -> l.from() == at && pass.test(l)).map(Link::to).filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
