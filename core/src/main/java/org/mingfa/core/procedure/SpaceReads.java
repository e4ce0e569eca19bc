package org.mingfa.core.procedure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which facts of a case the rest of it can depend on. What nothing asks (that a witness was heard, where nothing needs it)
 * would only multiply the states.
 */
final class SpaceReads {
    private final Space space;
    private final Set<Integer> happened = new HashSet<>();
    private final Set<Integer> afterTheirObjects = new HashSet<>();
    private final Set<Integer> owed = new HashSet<>();
    private final Set<String> ending = new HashSet<>();
    private final long[] asked;
    private final List<Space.Slot> forgotten;

    SpaceReads(Space space) {
        this.space = space;
        for (ActSpec a : space.p.acts) {
            if (a.times == 1 || a.closes.stream().anyMatch(Relations.Closing::whenEach)) {
                happened.add(a.index);
            }
            a.needs.stream().filter(n -> n.when() == null).forEach(n -> needed(a, n));
            a.waitsFor.stream().filter(w -> w.when() == null).forEach(w -> owed.add(w.act()));
            space.standing(a.index).forEach(s -> askedAlways(s.act()));
            for (int undone : a.undoes) {
                space.p.acts[undone].effects.forEach(e -> space.causes(e.act()).forEach(s -> askedAlways(s.act())));
            }
            Space.guards(a).map(Condition::past).filter(Objects::nonNull).forEach(past -> askedAlways(Objects.requireNonNull(space.p.act(past.act()))));
            if (a.ends != null) {
                ending.add(a.ends);
            }
        }
        asked = bits();
        forgotten = space.slots.stream().filter(x -> !afterTheirObjects.contains(x.act().index) && x.act().on.stream().anyMatch(ending::contains)).toList();
    }

    /** The state with what is asked, and no more. */
    Space.State kept(long[] words) {
        Space.State s = new Space.State(words);
        if (space.ended(s)) {
            long[] over = new long[words.length];
            Space.set(over, space.ended(), true);
            return new Space.State(over);
        }
        for (int i = 0; i < words.length; i++) {
            words[i] &= asked[i];
        }
        for (int kind = 0; kind < space.kinds.size(); kind++) {
            for (int object = 0; object < Space.OBJECTS; object++) {
                if (s.get(space.gone(kind, object)) && settled(s, kind, object)) {
                    forget(words, kind, object);
                }
            }
        }
        return s;
    }

    /** Nothing about the object is owed and nothing can expire. */
    private boolean settled(Space.State s, int kind, int object) {
        for (Space.Slot slot : space.slots) {
            if (slot.objects()[kind] == object && (s.get(space.owed(slot)) || s.get(space.due(slot))
                    || space.expiriesOf(slot).stream().anyMatch(i -> s.get(space.pending(i))))) {
                return false;
            }
        }
        return true;
    }

    private void forget(long[] words, int kind, int object) {
        for (Space.Slot slot : forgotten) {
            if (slot.objects()[kind] == object) {
                Space.set(words, space.included(slot), false);
                Space.set(words, space.happened(slot), false);
            }
        }
    }

    private void needed(ActSpec by, Relations.Need n) {
        happened.add(n.act());
        Set<String> bound = new HashSet<>(by.on);
        if (n.each() != null) {
            bound.add(n.each());
        }
        if (!bound.containsAll(space.p.acts[n.act()].on)) {
            afterTheirObjects.add(n.act());
        }
    }

    private void askedAlways(ActSpec a) {
        happened.add(a.index);
        afterTheirObjects.add(a.index);
    }

    private long[] bits() {
        long[] bits = new long[(space.bits() + 63) / 64];
        Arrays.fill(bits, -1L);
        for (Space.Slot s : space.slots) {
            int act = s.act().index;
            Space.set(bits, space.happened(s), happened.contains(act));
            Space.set(bits, space.owed(s), owed.contains(act) || s.act().on.stream().anyMatch(ending::contains));
            Space.set(bits, space.due(s), !s.act().isFinal);
        }
        return bits;
    }
}
