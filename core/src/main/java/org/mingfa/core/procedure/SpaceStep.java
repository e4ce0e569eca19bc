package org.mingfa.core.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one step in a {@link Space}: the effects of an act in their order, without time. */
final class SpaceStep {
    private static final int DEEP = 5;

    private final Space space;
    private final long[] words;
    private final boolean guards;

    private SpaceStep(Space space, Space.State from, boolean guards) {
        this.space = space;
        this.words = from.words().clone();
        this.guards = guards;
    }

    static Space.State take(Space space, Space.State from, Space.Step step) {
        SpaceStep s = new SpaceStep(space, from, step.guards());
        if (step.expiry() < 0) {
            s.happen(step.slot(), step.births(), 0);
        } else {
            Space.Expiry x = space.expiries.get(step.expiry());
            s.done(x.slot());
            space.slots(x.effect().onExpiry(), x.slot().objects()).forEach(t -> s.happen(t, 0, 0));
        }
        return space.kept(s.words);
    }

    private boolean get(int bit) {
        return (words[bit >> 6] & 1L << bit) != 0;
    }

    private void set(int bit, boolean on) {
        Space.set(words, bit, on);
    }

    private void happen(Space.Slot slot, int births, int depth) {
        ActSpec a = slot.act();
        set(space.happened(slot), true);
        boolean[] born = births(a, births);
        if (guards || !space.inParts(a)) {
            done(slot);
        }
        a.undoes.forEach(u -> undo(space.p.acts[u], slot));
        for (Relations.Closing c : a.closes) {
            if ((c.when() == null || holds(c.when().past(), slot)) && (!c.whenEach() || doneForAll(a))) {
                space.slots(c.act(), slot.objects()).forEach(t -> {
                    set(space.included(t), false);
                    done(t);
                });
            }
        }
        for (Relations.Effect e : a.effects) {
            if (e.when() == null || holds(e.when().past(), slot)) {
                give(slot, e, born);
            }
        }
        if (a.ends != null) {
            int kind = space.kinds.indexOf(a.ends);
            if (slot.objects()[kind] >= 0) {
                set(space.gone(kind, slot.objects()[kind]), true);
            }
        }
        if (depth < DEEP) {
            a.countsAs.forEach(b -> space.slots(b, slot.objects()).forEach(t -> happen(t, 0, depth + 1)));
        }
        if (a.isFinal) {
            set(space.ended(), true);
        }
    }

    /** A guard that asks only what has happened is known; any other is free. */
    private boolean holds(Condition.@Nullable Past past, Space.Slot slot) {
        return past == null ? guards : happened(space.asked(past, slot)) == past.happened();
    }

    /** Which of the objects of the act's kind are new. */
    private boolean[] births(ActSpec a, int births) {
        boolean[] born = new boolean[Space.OBJECTS];
        if (a.creates != null) {
            int kind = space.kinds.indexOf(a.creates.kind());
            int left = births;
            for (int o = 0; o < Space.OBJECTS && left > 0; o++) {
                if (!get(space.exists(kind, o))) {
                    set(space.exists(kind, o), true);
                    born[o] = true;
                    left--;
                    owedFromBirth(kind, o);
                }
            }
        }
        return born;
    }

    private void owedFromBirth(int kind, int object) {
        for (Space.Slot s : space.slots) {
            if (s.objects()[kind] == object && get(space.included(s))
                    && (s.act().owedAtStart && s.act().on.size() == 1 || happened(space.standing(s.act().index)))) {
                set(space.owed(s), true);
                set(space.due(s), true);
            }
        }
    }

    private boolean happened(List<Space.Slot> any) {
        for (Space.Slot s : any) {
            if (get(space.happened(s))) {
                return true;
            }
        }
        return false;
    }

    /** The duties about it are done, and what would have expired with them. */
    private void done(Space.Slot slot) {
        set(space.owed(slot), false);
        set(space.due(slot), false);
        space.expiriesOf(slot).forEach(i -> set(space.pending(i), false));
    }

    /** What only the undone act could have caused is no longer owed. */
    private void undo(ActSpec undone, Space.Slot by) {
        space.slots(undone.index, by.objects()).forEach(s -> set(space.happened(s), false));
        if (undone.isFinal) {
            set(space.ended(), false);
        }
        for (Relations.Effect e : undone.effects) {
            space.slots(e.act(), by.objects()).stream().filter(t -> !caused(t)).forEach(this::done);
        }
    }

    private boolean caused(Space.Slot target) {
        return space.causes(target.act().index).stream().anyMatch(c -> c.agrees(target.objects()) && get(space.happened(c)));
    }

    private boolean doneForAll(ActSpec a) {
        Space.State now = new Space.State(words);
        int[] any = new int[space.kinds.size()];
        java.util.Arrays.fill(any, -1);
        return space.slots(a.index, any).stream().filter(t -> space.alive(now, t)).allMatch(t -> get(space.happened(t)));
    }

    private void give(Space.Slot slot, Relations.Effect e, boolean[] born) {
        List<Space.Slot> targets = space.slots(e.act(), slot.objects());
        if (!e.duty()) {
            targets.forEach(t -> set(space.included(t), true));
        }
        Space.State now = new Space.State(words);
        for (Space.Slot t : targets) {
            if (!space.alive(now, t) || !reaches(slot.act(), slot, t, born) || !get(space.included(t))) {
                continue;
            }
            if (e.duty()) {
                set(space.owed(t), true);
                if (Space.holdsBack(e)) {
                    set(space.due(t), true);
                }
            }
            if (e.onExpiry() >= 0) {
                space.expiriesOf(t).stream().filter(i -> space.expiries.get(i).effect() == e).forEach(i -> set(space.pending(i), true));
            }
        }
    }

    /** An act that creates objects obliges acts on the new ones only. */
    private boolean reaches(ActSpec a, Space.Slot slot, Space.Slot target, boolean[] born) {
        int kind = a.creates == null ? -1 : space.kinds.indexOf(a.creates.kind());
        return kind < 0 || slot.objects()[kind] >= 0 || target.objects()[kind] < 0 || born[target.objects()[kind]];
    }
}
