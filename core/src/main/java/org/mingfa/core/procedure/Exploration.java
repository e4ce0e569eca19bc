package org.mingfa.core.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the states that a case can reach, with up to two objects of each kind, and asks of each whether it can still be
 * closed. That it can is shown by a course that closes it; that it cannot, by looking at all states that follow.
 */
final class Exploration {
    private static final int FIRST_WALKS = 4;
    private static final int WALKS = 20;
    private static final int LONG = 250;
    private static final int AFTER = 4_000;
    private static final int SEARCHES = 40;
    private static final int PLANS = 12;

    /**
     * What was found.
     *
     * @param states how many different states were looked at
     * @param exhausted true where these are all
     * @param dead how many of them can no longer be closed
     * @param undecided how many for which neither a course to the end was found nor all that follows looked at
     * @param witness the shortest known way to one that cannot be closed; empty if there is none
     */
    record Found(int states, boolean exhausted, int dead, int undecided, List<String> witness) {}

    private final Space space;
    private final int most;
    private final Random random = new Random(1);
    private final Map<Space.State, Integer> known = new HashMap<>();
    private final List<Space.State> states = new ArrayList<>();
    private final List<Integer> parent = new ArrayList<>();
    private final List<Space.@Nullable Step> by = new ArrayList<>();
    private final BitSet live = new BitSet();
    private final Set<Space.State> dead = new HashSet<>();
    private final Deque<List<Space.Step>> plans = new ArrayDeque<>();
    private int failed;

    private Exploration(Procedure p, int most) {
        this.space = new Space(p);
        this.most = most;
    }

    static Found of(Procedure p, int most) {
        Exploration x = new Exploration(p, most);
        boolean exhausted = x.explore();
        return x.judge(exhausted);
    }

    /** Half of the states in the order in which they were found, half at random, so that late stages are reached too. */
    private boolean explore() {
        add(space.start(), -1, null);
        List<Integer> open = new ArrayList<>(List.of(0));
        int head = 0;
        for (boolean inOrder = true; head < open.size(); inOrder = !inOrder) {
            if (!inOrder) {
                int at = head + random.nextInt(open.size() - head);
                int swapped = open.set(at, open.getLast());
                open.set(open.size() - 1, swapped);
            }
            int s = inOrder ? open.get(head++) : open.removeLast();
            if (space.ended(states.get(s))) {
                continue;
            }
            for (Space.Step step : space.steps(states.get(s))) {
                Space.State next = SpaceStep.take(space, states.get(s), step);
                if (!known.containsKey(next)) {
                    if (states.size() >= most) {
                        return false;
                    }
                    open.add(add(next, s, step));
                }
            }
        }
        return true;
    }

    private int add(Space.State s, int from, Space.@Nullable Step step) {
        int i = states.size();
        known.put(s, i);
        states.add(s);
        parent.add(from);
        by.add(step);
        return i;
    }

    private Found judge(boolean exhausted) {
        int undecided = 0;
        int first = -1;
        for (int i = states.size() - 1; i >= 0; i--) {
            if (live.get(i) || dead.contains(states.get(i))) {
                continue;
            }
            if (closes(states.get(i), FIRST_WALKS)) {
                alive(i);
            } else if ((failed >= SEARCHES || !after(states.get(i))) && !live.get(i)) {
                failed++;
                if (closes(states.get(i), WALKS)) {
                    alive(i);
                } else {
                    undecided++;
                }
            }
        }
        int deadOnes = 0;
        for (int i = states.size() - 1; i >= 0; i--) {
            if (dead.contains(states.get(i))) {
                deadOnes++;
                first = first < 0 || path(i).size() <= path(first).size() ? i : first;
            }
        }
        return new Found(states.size(), exhausted, deadOnes, undecided, first < 0 ? List.of() : path(first));
    }

    /** What leads to a state that can be closed can itself be closed. */
    private void alive(int state) {
        for (int i = state; i >= 0 && !live.get(i); i = parent.get(i)) {
            live.set(i);
        }
    }

    /** A course from here to the end: one that led there before, as far as it goes, and then at random. */
    private boolean closes(Space.State s, int walks) {
        for (List<Space.Step> plan : List.copyOf(plans)) {
            if (walk(s, plan)) {
                return true;
            }
        }
        for (int i = 0; i < walks; i++) {
            if (walk(s, List.of())) {
                return true;
            }
        }
        return false;
    }

    private boolean walk(Space.State from, List<Space.Step> plan) {
        List<Space.Step> taken = new ArrayList<>();
        Space.State s = from;
        for (Space.Step step : plan) {
            if (!space.ended(s) && space.can(s, step)) {
                s = SpaceStep.take(space, s, step);
                taken.add(step);
            }
        }
        for (int left = plan.isEmpty() ? LONG : 2; left > 0 && !space.ended(s); left--) {
            if (closable(s)) {
                return true;
            }
            Space.Step step = random.nextInt(10) < 7 ? towardsTheEnd(s) : null;
            if (step == null) {
                List<Space.Step> steps = space.steps(s);
                if (steps.isEmpty()) {
                    return false;
                }
                step = choose(s, steps);
            }
            s = SpaceStep.take(space, s, step);
            taken.add(step);
        }
        if (space.ended(s) && plan.isEmpty()) {
            plans.addFirst(taken);
            if (plans.size() > PLANS) {
                plans.removeLast();
            }
        }
        return space.ended(s) || closable(s);
    }

    /** Whether a course from here to the end is known already. */
    private boolean closable(Space.State s) {
        Integer there = known.get(s);
        return there != null && live.get(there);
    }

    /** An act that may happen and without which one that ends the case may not. */
    private Space.@Nullable Step towardsTheEnd(Space.State s) {
        List<Space.Slot> finals = space.finals();
        Set<Space.Slot> can = new LinkedHashSet<>();
        space.towards(s, finals.get(random.nextInt(finals.size())), new HashSet<>(), can);
        if (can.isEmpty()) {
            return null;
        }
        Space.Slot slot = List.copyOf(can).get(random.nextInt(can.size()));
        return new Space.Step(slot, random.nextInt(10) < 8, Math.min(1, space.births(s, slot)), -1);
    }

    /** An act that ends the case; else mostly what is owed, or what has not happened yet. */
    private Space.Step choose(Space.State s, List<Space.Step> steps) {
        List<Space.Step> good = steps.stream().filter(x -> x.slot().act().isFinal && x.expiry() < 0).toList();
        int dice = random.nextInt(10);
        if (good.isEmpty() && dice < 7) {
            good = steps.stream().filter(x -> s.get(space.due(x.slot())) && x.expiry() < 0).toList();
        }
        if (good.isEmpty() && dice < 9) {
            good = steps.stream().filter(x -> !s.get(space.happened(x.slot()))).toList();
        }
        List<Space.Step> from = good.isEmpty() ? steps : good;
        return fewestDuties(s, from);
    }

    /** Of a few at random the one that leaves the least to do before the end. */
    private Space.Step fewestDuties(Space.State s, List<Space.Step> from) {
        Space.Step best = from.get(random.nextInt(from.size()));
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < Math.min(5, from.size()); i++) {
            Space.Step x = from.get(random.nextInt(from.size()));
            int left = space.duties(SpaceStep.take(space, s, x));
            if (left < least) {
                best = x;
                least = left;
            }
        }
        return best;
    }

    /** Looks at everything that can follow; true where that is little enough to know. */
    private boolean after(Space.State s) {
        Set<Space.State> seen = new HashSet<>(Set.of(s));
        Deque<Space.State> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            Space.State x = queue.poll();
            if (space.ended(x) || closable(x)) {
                alive(known.get(s));
                return true;
            }
            for (Space.Step step : space.steps(x)) {
                Space.State next = SpaceStep.take(space, x, step);
                if (!dead.contains(next) && seen.add(next)) {
                    queue.add(next);
                }
            }
            if (seen.size() > AFTER) {
                return false;
            }
        }
        dead.addAll(seen);
        return true;
    }

    private List<String> path(int state) {
        Deque<String> out = new ArrayDeque<>();
        for (int i = state; i > 0; i = parent.get(i)) {
            out.addFirst(String.valueOf(by.get(i)));
        }
        return List.copyOf(out);
    }
}
