package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A procedure without time and with up to two objects of each kind: what a case can be, and every step it can take.
 * Guards are free, contents are taken as in order, what can expire may expire at any moment. An act on objects has a slot
 * for each combination of them; an object's number is its place among the two of its kind.
 */
final class Space {

    static final int OBJECTS = 2;

    /** A case: one bit for each fact. */
    record State(long[] words) {
        boolean get(int bit) {
            return (words[bit >> 6] & 1L << bit) != 0;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof State s && Arrays.equals(words, s.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /** An act about certain objects: per kind the object's number, -1 for a kind that the act is not on. */
    record Slot(int index, ActSpec act, int[] objects) {
        boolean agrees(int[] other) {
            for (int k = 0; k < objects.length; k++) {
                if (objects[k] >= 0 && other[k] >= 0 && objects[k] != other[k]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What may expire: the effect, and the slot that it made a duty or opened. */
    record Expiry(Relations.Effect effect, Slot slot) {}

    /** A step: an act with its guards true or false and so many new objects, or (expiry from 0) what happens by law. */
    record Step(Slot slot, boolean guards, int births, int expiry) {
        @Override
        public String toString() {
            return slot.act().code() + (slot.act().on.isEmpty() ? "" : Arrays.stream(slot.objects()).filter(o -> o >= 0).mapToObj(o -> "" + (o + 1)).toList())
                    + (births > 1 ? " with two" : "") + (expiry >= 0 ? " expires" : guards ? "" : " (guards false)");
        }
    }

    final Procedure p;
    final List<String> kinds;
    final List<Slot> slots = new ArrayList<>();
    final List<Expiry> expiries = new ArrayList<>();
    private final List<List<Slot>> ofAct = new ArrayList<>();

    Space(Procedure p) {
        this.p = p;
        this.kinds = List.copyOf(p.objects.keySet());
        for (ActSpec a : p.acts) {
            List<Slot> mine = new ArrayList<>();
            for (int[] objects : combinations(a)) {
                Slot s = new Slot(slots.size(), a, objects);
                slots.add(s);
                mine.add(s);
            }
            ofAct.add(mine);
        }
        for (ActSpec a : p.acts) {
            a.effects.stream().filter(e -> e.onExpiry() >= 0).forEach(e -> ofAct.get(e.act()).forEach(s -> expiries.add(new Expiry(e, s))));
        }
    }

    private List<int[]> combinations(ActSpec a) {
        int[] none = new int[kinds.size()];
        Arrays.fill(none, -1);
        List<int[]> out = List.of(none);
        for (String kind : a.on) {
            List<int[]> wider = new ArrayList<>();
            for (int[] c : out) {
                for (int i = 0; i < OBJECTS; i++) {
                    int[] with = c.clone();
                    with[kinds.indexOf(kind)] = i;
                    wider.add(with);
                }
            }
            out = wider;
        }
        return out;
    }

    int included(Slot s) {
        return s.index();
    }

    int happened(Slot s) {
        return slots.size() + s.index();
    }

    /** A duty of whomever. */
    int owed(Slot s) {
        return 2 * slots.size() + s.index();
    }

    /** A duty that holds back the end of the case. */
    int due(Slot s) {
        return 3 * slots.size() + s.index();
    }

    int exists(int kind, int object) {
        return 4 * slots.size() + kind * OBJECTS + object;
    }

    int gone(int kind, int object) {
        return 4 * slots.size() + (kinds.size() + kind) * OBJECTS + object;
    }

    int pending(int expiry) {
        return 4 * slots.size() + 2 * kinds.size() * OBJECTS + expiry;
    }

    int ended() {
        return pending(expiries.size());
    }

    int bits() {
        return ended() + 1;
    }

    boolean ended(State s) {
        return s.get(ended());
    }

    State start() {
        long[] words = new long[(bits() + 63) / 64];
        for (Slot s : slots) {
            set(words, included(s), !s.act().closedAtStart);
            boolean owedNow = s.act().owedAtStart && s.act().on.isEmpty();
            set(words, owed(s), owedNow);
            set(words, due(s), owedNow);
        }
        return new State(words);
    }

    static void set(long[] words, int bit, boolean on) {
        if (on) {
            words[bit >> 6] |= 1L << bit;
        } else {
            words[bit >> 6] &= ~(1L << bit);
        }
    }

    /** The slots of an act that agree with these objects. */
    List<Slot> slots(int act, int[] objects) {
        return ofAct.get(act).stream().filter(s -> s.agrees(objects)).toList();
    }

    boolean alive(State s, Slot slot) {
        for (int k = 0; k < slot.objects().length; k++) {
            int o = slot.objects()[k];
            if (o >= 0 && (!s.get(exists(k, o)) || s.get(gone(k, o)))) {
                return false;
            }
        }
        return true;
    }

    /** Every step that a case in this state can take. */
    List<Step> steps(State s) {
        List<Step> out = new ArrayList<>();
        for (Slot slot : slots) {
            if (may(s, slot)) {
                int births = births(s, slot);
                for (int b = Math.min(births, 1); b <= births; b++) {
                    out.add(new Step(slot, true, b, -1));
                    if (guarded(slot.act())) {
                        out.add(new Step(slot, false, b, -1));
                    }
                }
            }
        }
        for (int i = 0; i < expiries.size(); i++) {
            if (s.get(pending(i))) {
                out.add(new Step(expiries.get(i).slot(), true, 0, i));
            }
        }
        return out;
    }

    boolean can(State s, Step step) {
        return step.expiry() >= 0 ? s.get(pending(step.expiry())) : may(s, step.slot()) && step.births() <= births(s, step.slot());
    }

    /** How many objects an act can create at once: a table any number, a form one; none beyond the second. */
    private int births(State s, Slot slot) {
        Relations.Creation c = slot.act().creates;
        if (c == null) {
            return 0;
        }
        int free = 0;
        for (int o = 0; o < OBJECTS; o++) {
            free += s.get(exists(kinds.indexOf(c.kind()), o)) ? 0 : 1;
        }
        return c.from() == null ? Math.min(free, 1) : free;
    }

    private boolean guarded(ActSpec a) {
        return a.effects.stream().anyMatch(e -> e.when() != null) || a.closes.stream().anyMatch(c -> c.when() != null) || inParts(a);
    }

    /** A duty of the act may stay open when it happens. */
    boolean inParts(ActSpec a) {
        for (ActSpec b : p.acts) {
            if (b.effects.stream().anyMatch(e -> e.act() == a.index && e.duty() && e.fulfilledWhen() != null)) {
                return true;
            }
        }
        return false;
    }

    private boolean may(State s, Slot slot) {
        ActSpec a = slot.act();
        if (ended(s) && !a.afterEnd || !s.get(included(slot)) || a.times == 1 && s.get(happened(slot)) || !alive(s, slot)) {
            return false;
        }
        for (Relations.Need n : a.needs) {
            if (n.when() == null && !met(s, n, slot)) {
                return false;
            }
        }
        for (Relations.WaitsFor w : a.waitsFor) {
            if (w.when() == null && slots(w.act(), slot.objects()).stream().anyMatch(t -> s.get(owed(t)) && s.get(included(t)))) {
                return false;
            }
        }
        return !a.isFinal || slots.stream().noneMatch(t -> s.get(due(t)) && s.get(included(t)) && !t.act().isFinal);
    }

    private boolean met(State s, Relations.Need n, Slot slot) {
        int kind = n.each() == null ? -1 : kinds.indexOf(n.each());
        if (kind < 0 || slot.objects()[kind] >= 0) {
            return met(s, n, slot.objects());
        }
        boolean any = false;
        for (int o = 0; o < OBJECTS; o++) {
            if (s.get(exists(kind, o)) && !s.get(gone(kind, o))) {
                any = true;
                int[] with = slot.objects().clone();
                with[kind] = o;
                if (!met(s, n, with)) {
                    return false;
                }
            }
        }
        return any || n.orNone();
    }

    private boolean met(State s, Relations.Need n, int[] objects) {
        List<Slot> asked = slots(n.act(), objects);
        return asked.stream().anyMatch(t -> s.get(happened(t)))
                || !n.evenIfClosed() && asked.stream().noneMatch(t -> s.get(included(t)));
    }
}
