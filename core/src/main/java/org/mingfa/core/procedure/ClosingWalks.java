package org.mingfa.core.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for a course that closes a case: one that closed another before, or at random, with an eye to what the end lacks. */
final class ClosingWalks {
    private static final int LONG = 250;
    private static final int PLANS = 12;

    private final Space space;
    private final Predicate<Space.State> closable;
    private final Random random = new Random(1);
    private final Deque<List<Space.Step>> plans = new ArrayDeque<>();

    /** @param closable whether a course from a state to the end is known already */
    ClosingWalks(Space space, Predicate<Space.State> closable) {
        this.space = space;
        this.closable = closable;
    }

    /** A course from here to the end: one that led there before, as far as it goes, and then at random. */
    boolean closes(Space.State s, int walks) {
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
            if (closable.test(s)) {
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
        return space.ended(s) || closable.test(s);
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
}
