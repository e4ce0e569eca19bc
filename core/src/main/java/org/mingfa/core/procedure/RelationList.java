package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Relation.Kind;
import org.mingfa.core.procedure.Relation.More;
import org.mingfa.core.procedure.Relation.Span;

/** Lists the relations of a procedure in pack order. */
final class RelationList {

    private final ActSpec[] acts;
    private final List<Relation> out = new ArrayList<>();

    private RelationList(ActSpec[] acts) {
        this.acts = acts;
    }

    static List<Relation> of(ActSpec[] acts) {
        RelationList list = new RelationList(acts);
        for (ActSpec a : acts) {
            list.read(a);
        }
        return List.copyOf(list.out);
    }

    private void read(ActSpec a) {
        a.needs.forEach(n -> out.add(new Relation(Kind.NEEDS, n.clause(), a, acts[n.act()], Span.of(n.period()),
                n.waiting() == Relations.Wait.AFTER, text(n.when()), text(n.where()), n.evenIfClosed(), "", null,
                new More(n.each(), n.endsEarly() < 0 ? null : acts[n.endsEarly()], null, n.pausedBy()))));
        a.waitsFor.forEach(w -> add(Kind.WAITS_FOR, w.clause(), a, w.act(), w.when()));
        a.effects.forEach(e -> out.add(new Relation(e.duty() ? Kind.OBLIGES : Kind.OPENS, e.clause(), a, acts[e.act()],
                Span.of(e.period()), false, text(e.when()), null, false,
                e.duty() ? e.owedBy().name().toLowerCase(Locale.ROOT) : "", e.onExpiry() < 0 ? null : acts[e.onExpiry()],
                new More(null, null, text(e.from()), e.pausedBy()))));
        a.closes.forEach(c -> add(Kind.CLOSES, a.own, a, c.act(), c.when()));
        a.undoes.forEach(u -> add(Kind.UNDOES, a.own, a, u, null));
        a.countsAs.forEach(c -> add(Kind.COUNTS_AS, a.own, a, c, null));
        a.extensions.forEach(x -> extended(a, x));
    }

    private void add(Kind kind, Clause clause, ActSpec a, int other, @Nullable Condition when) {
        out.add(new Relation(kind, clause, a, acts[other], null, false, text(when), null, false, "", null, More.NONE));
    }

    private void extended(ActSpec a, Relations.Extension x) {
        for (ActSpec from : acts) {
            from.effects.stream().filter(e -> e.clause().id().equals(x.duty())).findFirst().ifPresent(e -> out.add(
                    new Relation(Kind.EXTENDS, x.clause(), a, acts[e.act()], Span.of(x.by()), false, null, null, false, "", null, More.NONE)));
        }
    }

    private static @Nullable String text(@Nullable Condition c) {
        return c == null ? null : c.text();
    }
}
