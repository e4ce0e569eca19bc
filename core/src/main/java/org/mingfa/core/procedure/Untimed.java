package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A procedure without time: guards are free, one object stands for all of its kind, what can expire may expire at any
 * moment. The ground of the static checks.
 */
final class Untimed {

    /** Bits: per act included, happened, owed; per kind there is an object; per expiry it is pending; ended. */
    static final class State {
        final BitSet bits;

        State(BitSet bits) {
            this.bits = bits;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof State s && s.bits.equals(bits);
        }

        @Override
        public int hashCode() {
            return bits.hashCode();
        }
    }

    /** A step: the act, what its guards said, and where it leads. */
    record Step(String label, State to) {}

    final Procedure p;
    final int n;
    private final List<String> kinds;
    private final List<Relations.Effect> expiries = new ArrayList<>();

    Untimed(Procedure p) {
        this.p = p;
        this.n = p.acts.length;
        this.kinds = List.copyOf(p.objects.keySet());
        for (ActSpec a : p.acts) {
            a.effects.stream().filter(e -> e.onExpiry() >= 0).forEach(expiries::add);
        }
    }

    State start() {
        BitSet b = new BitSet();
        for (ActSpec a : p.acts) {
            b.set(a.index, !a.closedAtStart);
            b.set(2 * n + a.index, a.owedAtStart);
        }
        return new State(b);
    }

    boolean included(State s, int act) {
        return s.bits.get(act);
    }

    boolean happened(State s, int act) {
        return s.bits.get(n + act);
    }

    boolean owed(State s, int act) {
        return s.bits.get(2 * n + act) && included(s, act);
    }

    boolean exists(State s, String kind) {
        return s.bits.get(3 * n + kinds.indexOf(kind));
    }

    boolean ended(State s) {
        return s.bits.get(3 * n + kinds.size() + expiries.size());
    }

    /** Null where the act may happen; else the first thing in its way. */
    @Nullable String obstacle(State s, ActSpec a) {
        if (ended(s) && !a.afterEnd) {
            return "the case has ended";
        }
        if (!included(s, a.index)) {
            return "it is closed";
        }
        if (a.times == 1 && happened(s, a.index)) {
            return "it happens once";
        }
        for (String kind : a.on) {
            if (!exists(s, kind)) {
                return "there is no " + kind;
            }
        }
        for (Relations.Need need : a.needs) {
            if (need.when() == null && !met(s, need)) {
                return "it needs '" + p.acts[need.act()].code() + "'";
            }
        }
        for (Relations.WaitsFor w : a.waitsFor) {
            if (w.when() == null && owed(s, w.act())) {
                return "it waits for '" + p.acts[w.act()].code() + "'";
            }
        }
        return a.isFinal ? owing(s) : null;
    }

    private boolean met(State s, Relations.Need need) {
        if (need.each() != null && need.orNone() && !exists(s, need.each())) {
            return true;
        }
        return happened(s, need.act()) || !included(s, need.act()) && !need.evenIfClosed();
    }

    private @Nullable String owing(State s) {
        for (ActSpec b : p.acts) {
            if (owed(s, b.index) && !b.isFinal && holdsBackTheEnd(b)) {
                return "'" + b.code() + "' is still owed";
            }
        }
        return null;
    }

    boolean holdsBackTheEnd(ActSpec b) {
        for (ActSpec a : p.acts) {
            for (Relations.Effect e : a.effects) {
                if (e.duty() && e.act() == b.index && e.owedBy() == Relations.OwedBy.AGENCY && !e.outlivesCase()) {
                    return true;
                }
            }
        }
        return b.owedAtStart;
    }

    /** All steps from a state: acts with their guards all true, all false, and what may expire. */
    List<Step> steps(State s) {
        List<Step> out = new ArrayList<>();
        for (ActSpec a : p.acts) {
            if (obstacle(s, a) == null) {
                out.add(new Step(a.code(), after(s, a, true, 0)));
                if (guarded(a)) {
                    out.add(new Step(a.code() + " (guards false)", after(s, a, false, 0)));
                }
            }
        }
        for (int i = 0; i < expiries.size(); i++) {
            if (s.bits.get(3 * n + kinds.size() + i)) {
                BitSet b = (BitSet) s.bits.clone();
                b.clear(3 * n + kinds.size() + i);
                b.clear(2 * n + expiries.get(i).act());
                ActSpec x = p.acts[expiries.get(i).onExpiry()];
                out.add(new Step(x.code() + " (by law)", after(new State(b), x, true, 0)));
            }
        }
        return out;
    }

    private static boolean guarded(ActSpec a) {
        return a.effects.stream().anyMatch(e -> e.when() != null) || a.closes.stream().anyMatch(c -> c.when() != null);
    }

    private State after(State s, ActSpec a, boolean guards, int depth) {
        BitSet b = (BitSet) s.bits.clone();
        b.set(n + a.index);
        if (a.creates != null) {
            born(b, a.creates.kind());
        }
        clear(b, a.index);
        a.undoes.forEach(u -> b.clear(n + u));
        if (a.undoes.stream().anyMatch(u -> p.acts[u].isFinal)) {
            b.clear(3 * n + kinds.size() + expiries.size());
        }
        for (Relations.Closing c : a.closes) {
            if (c.when() == null || guards) {
                b.clear(c.act());
                b.clear(2 * n + c.act());
            }
        }
        for (Relations.Effect e : a.effects) {
            if (e.when() == null || guards) {
                effect(b, e);
            }
        }
        if (a.isFinal) {
            b.set(3 * n + kinds.size() + expiries.size());
        }
        State next = new State(b);
        if (depth < 5) {
            for (int also : a.countsAs) {
                next = after(next, p.acts[also], guards, depth + 1);
            }
        }
        return next;
    }

    /** The one object stands for the newest: what starts open is open for it, and what may happen once has not happened. */
    private void born(BitSet b, String kind) {
        b.set(3 * n + kinds.indexOf(kind));
        for (ActSpec x : p.acts) {
            if (x.on.contains(kind)) {
                b.set(x.index, b.get(x.index) || !x.closedAtStart);
                b.set(n + x.index, b.get(n + x.index) && x.times == 0);
            }
        }
    }

    /** The act's duties are done, and what would have expired with them. */
    private void clear(BitSet b, int act) {
        b.clear(2 * n + act);
        for (int i = 0; i < expiries.size(); i++) {
            if (expiries.get(i).act() == act) {
                b.clear(3 * n + kinds.size() + i);
            }
        }
    }

    private void effect(BitSet b, Relations.Effect e) {
        if (!e.duty()) {
            b.set(e.act());
        } else if (b.get(e.act()) && p.acts[e.act()].on.stream().allMatch(k -> b.get(3 * n + kinds.indexOf(k)))
                && e.owedBy() == Relations.OwedBy.AGENCY && !e.outlivesCase()) {
            b.set(2 * n + e.act());
        }
        if (e.onExpiry() >= 0) {
            b.set(3 * n + kinds.size() + expiries.indexOf(e));
        }
    }
}
