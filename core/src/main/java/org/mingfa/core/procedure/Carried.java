package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/**
 * Carries a marking over to a new version of its procedure: what happened, what is included, owed and running stays as it
 * is, and is told by the acts of the new version. Acts that only the new version has stand as what happened has left them:
 * opened, closed, and owed where it owes them from the start. What was done before makes no duty and no right of the new
 * version. An act that the new version lacks and that never happened is as though it had not been, and so is what was owed or
 * allowed of it; one that did happen cannot be carried.
 */
final class Carried {

    private final Marking old;
    private final Marking to;
    private final Map<Happening, Happening> happenings = new IdentityHashMap<>();

    private Carried(Marking old, Procedure next) {
        this.old = old;
        this.to = new Marking(next, old.info, old.calendar);
    }

    static Marking over(Marking old, Procedure next, Moment at) {
        Carried c = new Carried(old, next);
        c.state();
        c.added(at);
        return c.to;
    }

    private ActSpec spec(ActSpec a) {
        ActSpec b = to.procedure.act(a.code());
        if (b == null) {
            throw new IllegalStateException("新版本没有本案已经办理的「" + a.title() + "」");
        }
        return b;
    }

    /** Whether the new version has the act; one that it lacks must not have happened. */
    private boolean has(ActSpec a) {
        return to.procedure.act(a.code()) != null || !old.happenings[a.index].isEmpty();
    }

    private @Nullable Happening happening(@Nullable Happening h) {
        return h == null ? null : happenings.computeIfAbsent(h, x -> {
            Happening y = new Happening(spec(x.spec), x.on, x.at, x.act, x.seq);
            y.order = x.order;
            return y;
        });
    }

    private Happening known(Happening h) {
        return java.util.Objects.requireNonNull(happening(h));
    }

    private Relations.Effect effect(Relations.Effect e) {
        ActSpec[] acts = old.procedure.acts;
        return e.toward(spec(acts[e.act()]).index, e.onExpiry() < 0 || !has(acts[e.onExpiry()]) ? -1 : spec(acts[e.onExpiry()]).index);
    }

    private void state() {
        Map<Term, Term> terms = new IdentityHashMap<>();
        old.terms.stream().filter(t -> has(t.target)).forEach(t -> {
            terms.put(t, term(t));
            to.terms.add(java.util.Objects.requireNonNull(terms.get(t)));
        });
        for (ActSpec a : old.procedure.acts) {
            if (!has(a)) {
                continue;
            }
            int i = spec(a).index;
            to.happenings[i] = Marking.copy(old.happenings[a.index], this::known);
            if (a.closedAtStart != spec(a).closedAtStart) {
                Marking.add(to.inclusions, spec(a), new Marking.Inclusion(Map.of(), !a.closedAtStart, spec(a)));
            }
            old.inclusions[a.index].forEach(c -> Marking.add(to.inclusions, spec(a), new Marking.Inclusion(c.on(), c.included(), spec(c.by()))));
            to.openDuties[i] = Marking.copy(old.openDuties[a.index], terms::get);
            to.windows[i] = Marking.copy(old.windows[a.index], terms::get);
        }
        old.things.forEach((kind, all) -> {
            if (!all.isEmpty() && !to.procedure.objects.containsKey(kind)) {
                throw new IllegalStateException("新版本没有本案已经登记的「" + old.procedure.objects.get(kind).title() + "」");
            }
        });
        old.things.forEach((kind, all) -> to.things.put(kind, new ArrayList<>(all.stream().map(this::thing).toList())));
        old.pauses.forEach(p -> to.pauses.add(new Marking.PauseSpan(p.name(), p.on(), known(p.begin()), p.from(), p.until())));
        old.standing.stream().filter(s -> has(old.procedure.acts[s.effect().act()])).forEach(s -> to.standing.add(new Marking.Standing(effect(s.effect()), known(s.cause()))));
        if (!old.undone.isEmpty()) {
            to.undone = Marking.identitySet(java.util.Set.of());
            old.undone.forEach(h -> to.undone.add(known(h)));
        }
        to.last = happening(old.last);
        to.ended = happening(old.ended);
        to.nextTerm = old.nextTerm;
        to.timed |= old.timed;
    }

    private Term term(Term t) {
        Term c = new Term(t.id, effect(t.effect), spec(t.target), happening(t.cause), t.on, t.start, t.period);
        t.extensions.forEach(x -> c.extensions.add(new Term.Extended(x.by(), x.relation(), known(x.granted()))));
        c.fulfilled = happening(t.fulfilled);
        c.dropped = t.dropped;
        c.expired = t.expired;
        return c;
    }

    private Marking.Thing thing(Marking.Thing t) {
        Marking.Thing c = new Marking.Thing(t.kind, t.id, t.fields, known(t.created));
        c.ended = happening(t.ended);
        return c;
    }

    /** The acts that only the new version has. */
    private void added(Moment at) {
        for (ActSpec a : to.procedure.acts) {
            if (old.procedure.act(a.code()) == null) {
                included(a);
                if (a.owedAtStart) {
                    to.bindings(a, Map.of()).stream().filter(on -> to.included(a, on)).forEach(on -> Progress.owe(
                            to, new Term(to.nextTerm++, Progress.owedFromStart(a), a, null, on, a.on.isEmpty() ? null : at, null)));
                }
            }
        }
    }

    private void included(ActSpec a) {
        java.util.Arrays.stream(to.happenings).flatMap(java.util.List::stream).filter(h -> !to.undone.contains(h))
                .sorted(java.util.Comparator.comparingInt((Happening h) -> h.order)).forEach(h -> Progress.include(to, h, a));
    }
}
