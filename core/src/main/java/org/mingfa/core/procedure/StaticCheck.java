package org.mingfa.core.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a procedure before any case runs: acts that can never be open, duties that nothing can fulfil,
 * closed acts that nothing opens, and dead ends: states from which the case can no longer be closed.
 *
 * <p>Small procedures are explored exhaustively. Of large ones a bounded number of states is looked at, and a state is
 * reported only if not even the most favourable course leads to an end, so there is no false alarm.
 */
final class StaticCheck {

    private static final int STATES = 3_000;

    private final Procedure p;
    private final Doc at;
    private final Untimed untimed;
    private final List<PackProblem> problems = new ArrayList<>();

    private StaticCheck(Procedure p, Doc at) {
        this.p = p;
        this.at = at;
        this.untimed = new Untimed(p);
    }

    static List<PackProblem> check(Procedure p, Doc at) {
        StaticCheck c = new StaticCheck(p, at);
        c.run();
        return c.problems;
    }

    private void run() {
        if (p.acts.length == 0) {
            problems.add(at.problem("the procedure has no acts"));
            return;
        }
        BitSet possible = favourable(untimed.start());
        for (ActSpec a : p.acts) {
            if (!possible.get(a.index)) {
                problems.add(place(a, "act '" + a.code() + "' can never be open: " + why(a, possible)));
            }
            a.effects.stream().filter(e -> e.duty() && !possible.get(e.act())).forEach(e -> problems.add(new PackProblem(
                    e.clause().file(), e.clause().line(), "'" + e.clause().id() + "' is a duty that nothing can fulfil: '"
                            + p.acts[e.act()].code() + "' can never be open")));
        }
        boolean log = at.flag("log-names", false);
        if (!log && !anyFinal(possible)) {
            problems.add(at.problem("no way to close a case: no final act can ever be open"));
        } else if (!log && problems.isEmpty()) {
            deadEnds();
        }
    }

    private boolean anyFinal(BitSet possible) {
        for (ActSpec a : p.acts) {
            if (a.isFinal && possible.get(a.index)) {
                return true;
            }
        }
        return false;
    }

    private static PackProblem place(ActSpec a, String message) {
        return new PackProblem(a.own.file(), a.own.line(), message);
    }

    private String why(ActSpec a, BitSet possible) {
        if (a.closedAtStart && !opened(a, possible)) {
            return "it starts closed and nothing opens it";
        }
        for (Relations.Need need : a.needs) {
            if (need.when() == null && !possible.get(need.act())) {
                return need.act() == a.index ? "it needs itself" : "it needs '" + p.acts[need.act()].code() + "', which cannot come first";
            }
        }
        for (String kind : a.on) {
            if (!created(kind, possible)) {
                return "nothing creates a " + kind + " before it";
            }
        }
        return "nothing opens it in time";
    }

    private boolean opened(ActSpec a, BitSet possible) {
        for (ActSpec b : p.acts) {
            if (possible.get(b.index) && b.effects.stream().anyMatch(e -> !e.duty() && e.act() == a.index)) {
                return true;
            }
        }
        return false;
    }

    private boolean created(String kind, BitSet possible) {
        for (ActSpec b : p.acts) {
            if (possible.get(b.index) && b.creates != null && b.creates.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The acts that can still happen from a state in the most favourable course: nothing is undone, whatever can be
     * opened is open, whatever can be closed does not block.
     */
    private BitSet favourable(Untimed.State s) {
        BitSet done = new BitSet();
        BitSet open = new BitSet();
        for (int i = 0; i < untimed.n; i++) {
            done.set(i, untimed.happened(s, i));
            open.set(i, untimed.included(s, i));
        }
        BitSet reach = new BitSet();
        boolean more = true;
        while (more) {
            more = false;
            for (ActSpec a : p.acts) {
                if (!reach.get(a.index) && open.get(a.index) && can(s, a, done, reach)) {
                    more = true;
                    happen(a, reach, done, open, 0);
                }
            }
        }
        return reach;
    }

    private void happen(ActSpec a, BitSet reach, BitSet done, BitSet open, int depth) {
        reach.set(a.index);
        done.set(a.index);
        a.effects.forEach(e -> {
            if (!e.duty()) {
                open.set(e.act());
            }
            if (e.onExpiry() >= 0 && depth < 5) {
                happen(p.acts[e.onExpiry()], reach, done, open, depth + 1);
            }
        });
        if (depth < 5) {
            a.countsAs.forEach(b -> happen(p.acts[b], reach, done, open, depth + 1));
        }
    }

    private boolean can(Untimed.State s, ActSpec a, BitSet done, BitSet reach) {
        if (a.times == 1 && untimed.happened(s, a.index) && !undoable(a, reach)) {
            return false;
        }
        for (String kind : a.on) {
            if (!untimed.exists(s, kind) && !created(kind, reach)) {
                return false;
            }
        }
        for (Relations.Need need : a.needs) {
            boolean skip = need.when() != null || need.each() != null && need.orNone();
            if (!skip && !done.get(need.act()) && (need.evenIfClosed() || !closable(s, need.act(), reach))) {
                return false;
            }
        }
        for (Relations.WaitsFor w : a.waitsFor) {
            if (w.when() == null && untimed.owed(s, w.act()) && !reach.get(w.act()) && !closable(s, w.act(), reach)) {
                return false;
            }
        }
        return !a.isFinal || payable(s, reach);
    }

    private boolean payable(Untimed.State s, BitSet reach) {
        for (ActSpec b : p.acts) {
            if (untimed.owed(s, b.index) && !b.isFinal && !reach.get(b.index) && !closable(s, b.index, reach)
                    && untimed.holdsBackTheEnd(b)) {
                return false;
            }
        }
        return true;
    }

    private boolean closable(Untimed.State s, int act, BitSet reach) {
        if (!untimed.included(s, act)) {
            return true;
        }
        for (ActSpec b : p.acts) {
            if (reach.get(b.index) && b.closes.stream().anyMatch(c -> c.act() == act)) {
                return true;
            }
        }
        return false;
    }

    private boolean undoable(ActSpec a, BitSet reach) {
        for (ActSpec b : p.acts) {
            if (reach.get(b.index) && b.undoes.contains(a.index)) {
                return true;
            }
        }
        return false;
    }

    private void deadEnds() {
        Map<Untimed.State, Untimed.@Nullable State> from = new LinkedHashMap<>();
        Map<Untimed.State, String> by = new HashMap<>();
        Map<Untimed.State, List<Untimed.State>> before = new HashMap<>();
        Deque<Untimed.State> queue = new ArrayDeque<>();
        Untimed.State start = untimed.start();
        from.put(start, null);
        queue.add(start);
        boolean exhausted = true;
        while (!queue.isEmpty()) {
            Untimed.State s = queue.poll();
            if (untimed.ended(s)) {
                continue;
            }
            for (Untimed.Step step : untimed.steps(s)) {
                before.computeIfAbsent(step.to(), k -> new ArrayList<>(2)).add(s);
                if (from.containsKey(step.to())) {
                    continue;
                }
                if (from.size() >= STATES) {
                    exhausted = false;
                    continue;
                }
                from.put(step.to(), s);
                by.put(step.to(), step.label());
                queue.add(step.to());
            }
        }
        Set<Untimed.State> live = exhausted ? backwards(from.keySet(), before) : Set.of();
        for (Untimed.State s : from.keySet()) {
            boolean dead = exhausted ? !live.contains(s) : !untimed.ended(s) && !anyFinal(favourable(s));
            if (dead) {
                problems.add(at.problem("dead end: after " + path(s, from, by) + " the case can no longer be closed"));
                return;
            }
        }
    }

    private Set<Untimed.State> backwards(Set<Untimed.State> all, Map<Untimed.State, List<Untimed.State>> before) {
        Set<Untimed.State> live = new HashSet<>();
        Deque<Untimed.State> queue = new ArrayDeque<>();
        all.stream().filter(untimed::ended).forEach(queue::add);
        while (!queue.isEmpty()) {
            Untimed.State s = queue.poll();
            if (live.add(s)) {
                queue.addAll(before.getOrDefault(s, List.of()));
            }
        }
        return live;
    }

    private static String path(
            Untimed.State s, Map<Untimed.State, Untimed.@Nullable State> from, Map<Untimed.State, String> by) {
        Deque<String> out = new ArrayDeque<>();
        for (Untimed.State x = s; x != null && by.containsKey(x); x = from.get(x)) {
            out.addFirst(String.valueOf(by.get(x)));
        }
        return out.isEmpty() ? "the start" : String.join(" → ", out);
    }
}
