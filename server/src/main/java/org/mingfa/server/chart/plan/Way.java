package org.mingfa.server.chart.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Relation;

/**
 * Which acts make the way from the opening of a case to its end. Packs state constraints, not a flow: the way is read from
 * them. On it are the acts that open or end a case, those that acts of a later stage need, those that oblige to end the
 * case without breaking it off, all that these need, and what they oblige to; branches lead away from the way and back to it.
 */
final class Way {

    /** From an act with more dependents than this no branches are drawn: "after filing" says nothing about each of them. */
    private static final int MANY = 4;

    private final Links links;
    private final Set<ActSpec> main = new LinkedHashSet<>();
    private final Set<ActSpec> branches = new LinkedHashSet<>();

    private Way(Links links) {
        this.links = links;
    }

    static Way of(Procedure p, Links links) {
        Way way = new Way(links);
        Set<ActSpec> exits = exits(p);
        p.acts().stream().filter(a -> a.isOpening() || a.isFinal() || way.isGate(a) || way.ends(a) && !exits.contains(a)).forEach(way.main::add);
        way.close(l -> l.needed());
        way.main.addAll(way.main.stream().toList().stream().flatMap(a -> links.from(a).stream())
                .filter(l -> l.obliged() && links.stage(l.from()) <= links.stage(l.to())).map(Links.Link::to).toList());
        way.close(l -> l.needed());
        p.acts().stream().filter(a -> !way.main.contains(a)).filter(way::isBranch).forEach(way.branches::add);
        way.dropDetours();
        return way;
    }

    /** A branch that leaves the way and comes back within one stage stands beside it: its notes say after what it comes. */
    private void dropDetours() {
        for (ActSpec a : List.copyOf(branches)) {
            Set<ActSpec> group = new LinkedHashSet<>(Set.of(a));
            boolean grew = true;
            while (grew) {
                grew = group.addAll(links.all().stream().filter(l -> group.contains(l.from()) || group.contains(l.to()))
                        .flatMap(l -> java.util.stream.Stream.of(l.from(), l.to())).filter(branches::contains).toList());
            }
            boolean within = links.all().stream()
                    .filter(l -> group.contains(l.from()) && main.contains(l.to()) || group.contains(l.to()) && main.contains(l.from()))
                    .filter(l -> links.stage(l.from()) <= links.stage(l.to()))
                    .allMatch(l -> l.from().stage().equals(l.to().stage()));
            if (within) {
                branches.removeAll(group);
            }
        }
    }


    /** Acts that break the way off (移送, 终止): they close acts of it. */
    private static Set<ActSpec> exits(Procedure p) {
        Set<ActSpec> out = new LinkedHashSet<>();
        p.relations().stream().filter(r -> r.kind() == Relation.Kind.CLOSES && r.act() != r.other()).forEach(r -> out.add(r.act()));
        return out;
    }

    private boolean isGate(ActSpec a) {
        return a.kind() == ActSpec.Kind.ACT && links.from(a).stream()
                .anyMatch(l -> l.needed() && l.to().kind() == ActSpec.Kind.ACT && links.stage(l.to()) > links.stage(a) && !l.to().startsClosed());
    }

    private boolean ends(ActSpec a) {
        return links.from(a).stream().anyMatch(l -> l.obliged() && l.to().isFinal());
    }

    /** Adds what acts on the way need. */
    private void close(Predicate<Links.Link> by) {
        List<ActSpec> open = new ArrayList<>(main);
        while (!open.isEmpty()) {
            links.to(open.removeLast()).stream().filter(by).map(Links.Link::from).filter(main::add).forEach(open::add);
        }
    }

    private boolean isBranch(ActSpec a) {
        return meets(a, true) && meets(a, false);
    }

    /** Whether acts beside the way lead from this one to the way, or from the way to it. */
    private boolean meets(ActSpec start, boolean back) {
        Set<ActSpec> seen = new LinkedHashSet<>(List.of(start));
        List<ActSpec> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            ActSpec at = open.removeLast();
            for (Links.Link l : back ? links.to(at) : links.from(at)) {
                ActSpec next = back ? l.from() : l.to();
                if (links.stage(l.from()) > links.stage(l.to()) || back && isHub(next)) {
                    continue;
                }
                if (main.contains(next)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    private boolean isHub(ActSpec a) {
        return links.from(a).stream().filter(l -> !main.contains(l.to())).count() > MANY;
    }

    boolean isMain(ActSpec a) {
        return main.contains(a);
    }

    boolean isOn(ActSpec a) {
        return main.contains(a) || branches.contains(a);
    }
}
