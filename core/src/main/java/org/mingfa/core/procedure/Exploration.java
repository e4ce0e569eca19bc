package org.mingfa.core.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the states that a case can reach, with up to two objects of each kind, and asks of each whether it can still be
 * closed. Where all states are known the answer is read off them; of more, one at the rim can be closed if a course from it
 * to the end is found, and what leads to it can be closed too.
 */
final class Exploration {
    private static final List<Integer> WALKS = List.of(24, 1_000);
    private static final int AFTER = 4_000;
    private static final int SEARCHES = 40;

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
    private final List<int @Nullable []> next = new ArrayList<>();
    private final BitSet live = new BitSet();
    private final Set<Space.State> dead = new HashSet<>();
    private int[][] before = {};

    private Exploration(Space space, int most) {
        this.space = space;
        this.most = most;
    }

    static Found of(Procedure p, int most) {
        return of(new Space(p), most);
    }

    static Found of(Space space, int most) {
        Exploration x = new Exploration(space, most);
        boolean exhausted = x.explore();
        x.judge();
        return x.found(exhausted);
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
            int[] after = space.ended(states.get(s)) ? new int[0] : expand(s, open);
            if (after == null) {
                return false;
            }
            next.set(s, after);
        }
        return true;
    }

    /** What follows a state; null where that would be more than we look at. */
    private int @Nullable [] expand(int s, List<Integer> open) {
        List<Space.Step> steps = space.steps(states.get(s));
        int[] after = new int[steps.size()];
        int n = 0;
        for (Space.Step step : steps) {
            Space.State to = SpaceStep.take(space, states.get(s), step);
            Integer there = known.get(to);
            if (there == null) {
                if (states.size() >= most) {
                    return null;
                }
                there = add(to, s, step);
                open.add(there);
            }
            if (there != s) {
                after[n++] = there;
            }
        }
        return Arrays.stream(after, 0, n).distinct().toArray();
    }

    private int add(Space.State s, int from, Space.@Nullable Step step) {
        int i = states.size();
        known.put(s, i);
        states.add(s);
        parent.add(from);
        by.add(step);
        next.add(null);
        return i;
    }

    private void judge() {
        before = reversed();
        for (int i = 0; i < states.size(); i++) {
            if (space.ended(states.get(i))) {
                alive(i);
            }
        }
        ClosingWalks walks = new ClosingWalks(space, this::closable);
        for (int tries : WALKS) {
            for (int i = states.size() - 1; i >= 0; i--) {
                if (!live.get(i) && next.get(i) == null && walks.closes(states.get(i), tries)) {
                    alive(i);
                }
            }
        }
        int searches = 0;
        for (int i = states.size() - 1; i >= 0 && searches < SEARCHES; i--) {
            if (!live.get(i) && !dead.contains(states.get(i))) {
                searches += after(i) ? 0 : 1;
            }
        }
    }

    private int[][] reversed() {
        int[] count = new int[states.size()];
        for (int[] after : next) {
            for (int t : after == null ? new int[0] : after) {
                count[t]++;
            }
        }
        int[][] out = new int[count.length][];
        for (int t = 0; t < count.length; t++) {
            out[t] = new int[count[t]];
        }
        for (int s = 0; s < count.length; s++) {
            int[] after = next.get(s);
            for (int t : after == null ? new int[0] : after) {
                out[t][--count[t]] = s;
            }
        }
        return out;
    }

    /** What leads to a state that can be closed can itself be closed. */
    private void alive(int state) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(state));
        live.set(state);
        while (!queue.isEmpty()) {
            for (int s : before[queue.poll()]) {
                if (!live.get(s)) {
                    live.set(s);
                    queue.add(s);
                }
            }
        }
    }

    /** Whether a course from here to the end is known already. */
    private boolean closable(Space.State s) {
        Integer there = known.get(s);
        return there != null && live.get(there);
    }

    /** Looks at everything that can follow; true where that is little enough to know. */
    private boolean after(int state) {
        Set<Space.State> seen = new HashSet<>(Set.of(states.get(state)));
        Deque<Space.State> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            Space.State x = queue.poll();
            if (space.ended(x) || closable(x)) {
                alive(state);
                return true;
            }
            for (Space.Step step : space.steps(x)) {
                Space.State to = SpaceStep.take(space, x, step);
                if (!dead.contains(to) && seen.add(to)) {
                    queue.add(to);
                }
            }
            if (seen.size() > AFTER) {
                return false;
            }
        }
        dead.addAll(seen);
        return true;
    }

    private Found found(boolean exhausted) {
        int deadOnes = 0;
        int undecided = 0;
        List<String> witness = null;
        for (int i = states.size() - 1; i >= 0; i--) {
            if (exhausted ? !live.get(i) : dead.contains(states.get(i))) {
                deadOnes++;
                List<String> way = path(i);
                witness = witness == null || way.size() <= witness.size() ? way : witness;
            } else if (!live.get(i)) {
                undecided++;
            }
        }
        return new Found(states.size(), exhausted, deadOnes, undecided, witness == null ? List.of() : witness);
    }

    private List<String> path(int state) {
        Deque<String> out = new ArrayDeque<>();
        for (int i = state; i > 0; i = parent.get(i)) {
            out.addFirst(String.valueOf(by.get(i)));
        }
        return List.copyOf(out);
    }
}
