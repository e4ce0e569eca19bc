package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Map<Long, List<Slot>> agreeing = new HashMap<>();
    private final List<List<Integer>> expiriesOf = new ArrayList<>();
    private final List<List<Slot>> causes = new ArrayList<>();
    private final List<List<Slot>> standing = new ArrayList<>();
    private final @Nullable SpaceReads reads;
    private final boolean[] inParts;
    private final boolean[] guarded;

    Space(Procedure p) {
        this(p, false);
    }

    /** @param whole with what nothing asks too: many more states, the same answer */
    Space(Procedure p, boolean whole) {
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
        inParts = new boolean[p.acts.length];
        guarded = new boolean[p.acts.length];
        for (ActSpec a : p.acts) {
            a.effects.stream().filter(e -> e.duty() && e.fulfilledWhen() != null).forEach(e -> inParts[e.act()] = true);
        }
        for (ActSpec a : p.acts) {
            guarded[a.index] = inParts[a.index] || guards(a).anyMatch(when -> when.past() == null);
            a.effects.stream().filter(e -> e.onExpiry() >= 0).forEach(e -> ofAct.get(e.act()).forEach(s -> expiries.add(new Expiry(e, s))));
        }
        slots.forEach(s -> expiriesOf.add(IntStream.range(0, expiries.size()).filter(i -> expiries.get(i).slot() == s).boxed().toList()));
        for (ActSpec target : p.acts) {
            causes.add(slotsWith(e -> e.act() == target.index));
            standing.add(slotsWith(e -> e.duty() && e.alsoLater() && e.act() == target.index && e.when() == null && holdsBack(e)));
        }
        reads = whole ? null : new SpaceReads(this);
    }

    /** What an effect of the act depends on. */
    static Stream<Condition> guards(ActSpec a) {
        return Stream.concat(a.effects.stream().map(Relations.Effect::when), a.closes.stream().map(Relations.Closing::when)).filter(Objects::nonNull);
    }

    private List<Slot> slotsWith(Predicate<Relations.Effect> effect) {
        return slots.stream().filter(s -> s.act().effects.stream().anyMatch(effect)).toList();
    }

    /** The duty stands in the way of the end. */
    static boolean holdsBack(Relations.Effect e) {
        return e.owedBy() == Relations.OwedBy.AGENCY && !e.outlivesCase();
    }

    /** The expiries of what is about this slot, by their place in {@link #expiries}. */
    List<Integer> expiriesOf(Slot slot) {
        return expiriesOf.get(slot.index());
    }

    /** The slots of acts that have some effect on the act. */
    List<Slot> causes(int act) {
        return causes.get(act);
    }

    /** The slots of acts that, having happened, oblige the act for later objects too. */
    List<Slot> standing(int act) {
        return standing.get(act);
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

    /** The state without what nothing will ask any more; states that differ in nothing else are one. */
    State kept(long[] words) {
        return reads == null ? new State(words) : reads.kept(words);
    }

    static void set(long[] words, int bit, boolean on) {
        if (on) {
            words[bit >> 6] |= 1L << bit;
        } else {
            words[bit >> 6] &= ~(1L << bit);
        }
    }

    /** The slots that a guard of an act about these objects asks. */
    List<Slot> asked(Condition.Past past, Slot by) {
        int[] of = new int[kinds.size()];
        Arrays.fill(of, -1);
        if (past.object() != null) {
            int kind = kinds.indexOf(past.object());
            of[kind] = by.objects()[kind];
        }
        return slots(Objects.requireNonNull(p.act(past.act())).index, of);
    }

    /** The slots of an act that agree with these objects. */
    List<Slot> slots(int act, int[] objects) {
        long key = act;
        for (int o : objects) {
            key = key * (OBJECTS + 1) + o + 1;
        }
        List<Slot> held = agreeing.get(key);
        if (held == null) {
            held = ofAct.get(act).stream().filter(s -> s.agrees(objects)).toList();
            agreeing.put(key, held);
        }
        return held;
    }

    /** The objects live, or are gone and the act is still owed about them. */
    private boolean subject(State s, Slot slot) {
        return alive(s, slot) || s.get(owed(slot));
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
                    if (guarded[slot.act().index]) {
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
    int births(State s, Slot slot) {
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

    /** A duty of the act may stay open when it happens. */
    boolean inParts(ActSpec a) {
        return inParts[a.index];
    }

    private boolean may(State s, Slot slot) {
        ActSpec a = slot.act();
        if (ended(s) && !a.afterEnd || !s.get(included(slot)) || a.times == 1 && s.get(happened(slot)) || !subject(s, slot)) {
            return false;
        }
        for (Relations.Need n : a.needs) {
            if (n.when() == null && !met(s, n, slot)) {
                return false;
            }
        }
        for (Relations.WaitsFor w : a.waitsFor) {
            if (w.when() == null && owed(s, slots(w.act(), slot.objects()))) {
                return false;
            }
        }
        return !a.isFinal || paid(s);
    }

    List<Slot> finals() {
        return slots.stream().filter(s -> s.act().isFinal).toList();
    }

    /**
     * What may happen now and brings an act nearer: the act itself, or what it needs, waits for or is opened by, and so on.
     * Guards and what closes are left out: it is a way to try, not a proof.
     *
     * @param seen slots asked already
     * @param can gets the slots that may happen now
     */
    void towards(State s, Slot goal, Set<Slot> seen, Set<Slot> can) {
        if (!seen.add(goal)) {
            return;
        }
        if (may(s, goal)) {
            can.add(goal);
            return;
        }
        if (!subject(s, goal)) {
            slots.stream().filter(t -> t.act().creates != null && goal.objects()[kinds.indexOf(t.act().creates.kind())] >= 0)
                    .forEach(t -> towards(s, t, seen, can));
            return;
        }
        if (!s.get(included(goal))) {
            causes(goal.act().index).forEach(t -> towards(s, t, seen, can));
        }
        for (Relations.Need n : goal.act().needs) {
            if (n.when() == null && !met(s, n, goal)) {
                slots(n.act(), goal.objects()).stream().filter(t -> !s.get(happened(t))).forEach(t -> towards(s, t, seen, can));
            }
        }
        for (Relations.WaitsFor w : goal.act().waitsFor) {
            slots(w.act(), goal.objects()).stream().filter(t -> w.when() == null && s.get(owed(t)) && s.get(included(t)))
                    .forEach(t -> towards(s, t, seen, can));
        }
        if (goal.act().isFinal) {
            slots.stream().filter(t -> s.get(due(t)) && s.get(included(t)) && !t.act().isFinal).forEach(t -> towards(s, t, seen, can));
        }
    }

    private boolean owed(State s, List<Slot> among) {
        for (Slot t : among) {
            if (s.get(owed(t)) && s.get(included(t))) {
                return true;
            }
        }
        return false;
    }

    /** How much is owed before the end. */
    int duties(State s) {
        int n = 0;
        for (Slot t : slots) {
            n += s.get(due(t)) && s.get(included(t)) ? 1 : 0;
        }
        return n;
    }

    private boolean paid(State s) {
        for (Slot t : slots) {
            if (s.get(due(t)) && s.get(included(t)) && !t.act().isFinal) {
                return false;
            }
        }
        return true;
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
        boolean closed = !n.evenIfClosed();
        for (Slot t : slots(n.act(), objects)) {
            if (s.get(happened(t))) {
                return true;
            }
            closed &= !s.get(included(t));
        }
        return closed;
    }
}
