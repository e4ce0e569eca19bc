package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * Where a case stands: what happened, what is included, what is owed, which rights run, which objects live.
 * Mutable; {@link #copy()} gives an independent one.
 */
final class Marking {

    /** A later change of inclusion wins over an earlier one, for the objects it names. */
    record Inclusion(Map<String, String> on, boolean included, ActSpec by) {}

    record PauseSpan(String name, Map<String, String> on, Happening begin, java.time.LocalDate from, java.time.@Nullable LocalDate until) {}

    /** An object of the case (当事人, 登记保存物品 …) with the contents it was created with. */
    static final class Thing {
        final String kind;
        final String id;
        final Map<String, Object> fields;
        final Happening created;
        @Nullable Happening ended;

        Thing(String kind, String id, Map<String, Object> fields, Happening created) {
            this.kind = kind;
            this.id = id;
            this.fields = fields;
            this.created = created;
        }

        Thing copy() {
            Thing t = new Thing(kind, id, fields, created);
            t.ended = ended;
            return t;
        }
    }

    /** An obligation, or an opening, that also meets objects created later. */
    record Standing(Relations.Effect effect, Happening cause) {}

    final Procedure procedure;
    final CaseInfo info;
    final WorkCalendar calendar;
    /** Whether something may happen by law: the procedure says so, or one that the case went over from did. */
    boolean timed;
    final List<Happening>[] happenings;
    final List<Inclusion>[] inclusions;
    final List<Term> terms = new ArrayList<>();
    final List<Term>[] openDuties;
    final List<Term>[] windows;
    final Map<String, List<Thing>> things = new LinkedHashMap<>();
    final List<PauseSpan> pauses = new ArrayList<>(0);
    final List<Standing> standing = new ArrayList<>(0);
    Set<Happening> undone = Set.of();
    @Nullable Happening last;
    @Nullable Happening ended;
    int nextTerm = 1;

    @SuppressWarnings("unchecked")
    Marking(Procedure procedure, CaseInfo info, WorkCalendar calendar) {
        this.procedure = procedure;
        this.info = info;
        this.calendar = calendar;
        timed = procedure.timed;
        int n = procedure.acts.length;
        happenings = fill(new List[n]);
        inclusions = fill(new List[n]);
        openDuties = fill(new List[n]);
        windows = fill(new List[n]);
    }

    /** A marking in which what the case owes from its start is owed. */
    static Marking start(Procedure procedure, CaseInfo info, WorkCalendar calendar) {
        Marking m = new Marking(procedure, info, calendar);
        m.begin();
        return m;
    }

    private void begin() {
        for (ActSpec a : procedure.acts) {
            if (a.owedAtStart && a.on.isEmpty()) {
                Progress.owe(this, new Term(nextTerm++, Progress.owedFromStart(a), a, null, Map.of(), null, null));
            }
        }
    }

    private static <T> List<T>[] fill(List<T>[] lists) {
        Arrays.fill(lists, Collections.emptyList());
        return lists;
    }

    /** Of most acts nothing is to be told: they share one empty list. */
    static <T> void add(List<T>[] lists, ActSpec act, T value) {
        if (lists[act.index].isEmpty()) {
            lists[act.index] = new ArrayList<>(4);
        }
        lists[act.index].add(value);
    }

    Marking copy() {
        Marking m = new Marking(procedure, info, calendar);
        IdentityHashMap<Term, Term> copied = new IdentityHashMap<>();
        for (Term t : terms) {
            Term c = t.copy();
            copied.put(t, c);
            m.terms.add(c);
        }
        for (int i = 0; i < happenings.length; i++) {
            m.happenings[i] = copy(happenings[i], h -> h);
            m.inclusions[i] = copy(inclusions[i], c -> c);
            m.openDuties[i] = copy(openDuties[i], copied::get);
            m.windows[i] = copy(windows[i], copied::get);
        }
        things.forEach((k, v) -> m.things.put(k, new ArrayList<>(v.stream().map(Thing::copy).toList())));
        m.pauses.addAll(pauses);
        m.standing.addAll(standing);
        m.undone = undone.isEmpty() ? Set.of() : identitySet(undone);
        m.last = last;
        m.ended = ended;
        m.nextTerm = nextTerm;
        m.timed = timed;
        return m;
    }

    static <T> List<T> copy(List<T> list, UnaryOperator<T> each) {
        if (list.isEmpty()) {
            return Collections.emptyList();
        }
        List<T> copy = new ArrayList<>(list.size() + 1);
        list.forEach(x -> copy.add(each.apply(x)));
        return copy;
    }

    static Set<Happening> identitySet(Set<Happening> of) {
        Set<Happening> s = Collections.newSetFromMap(new IdentityHashMap<>());
        s.addAll(of);
        return s;
    }

    void clear() {
        fill(happenings);
        fill(inclusions);
        fill(openDuties);
        fill(windows);
        terms.clear();
        things.clear();
        pauses.clear();
        standing.clear();
        undone = Set.of();
        last = null;
        ended = null;
        nextTerm = 1;
        begin();
    }

    /** True where an entry of the act stands: recorded, and not undone. */
    boolean entered(int act) {
        return happenings[act].stream().anyMatch(h -> h.seq > 0 && !undone.contains(h));
    }

    /** The latest happening of the act about these objects that is not undone; null if none. */
    @Nullable Happening latest(int act, Map<String, String> on) {
        List<Happening> list = happenings[act];
        for (int i = list.size() - 1; i >= 0; i--) {
            Happening h = list.get(i);
            if (h.about(on) && !undone.contains(h)) {
                return h;
            }
        }
        return null;
    }

    List<Happening> all(int act, Map<String, String> on) {
        return happenings[act].stream().filter(h -> h.about(on) && !undone.contains(h)).toList();
    }

    int count(int act, Map<String, String> on) {
        int n = 0;
        for (Happening h : happenings[act]) {
            if (h.about(on) && !undone.contains(h)) {
                n++;
            }
        }
        return n;
    }

    boolean included(ActSpec act, Map<String, String> on) {
        Inclusion change = inclusion(act, on);
        return change == null ? !act.closedAtStart : change.included();
    }

    /** What opened or closed the act for these objects last; null where nothing has. */
    @Nullable Inclusion inclusion(ActSpec act, Map<String, String> on) {
        List<Inclusion> list = inclusions[act.index];
        for (int i = list.size() - 1; i >= 0; i--) {
            Inclusion change = list.get(i);
            if (change.on().isEmpty() || Bindings.within(change.on(), on)) {
                return change;
            }
        }
        return null;
    }

    List<Thing> all(String kind) {
        return things.getOrDefault(kind, List.of());
    }

    List<Thing> alive(String kind) {
        List<Thing> alive = new ArrayList<>();
        for (Thing t : all(kind)) {
            if (alive(t)) {
                alive.add(t);
            }
        }
        return alive;
    }

    private boolean alive(@Nullable Thing t) {
        return t != null && t.ended == null && !undone.contains(t.created);
    }

    @Nullable Thing thing(String kind, @Nullable String id) {
        for (Thing t : all(kind)) {
            if (t.id.equals(id)) {
                return t;
            }
        }
        return null;
    }

    /** What to call the objects of a binding: their labels; empty for the case itself. */
    String label(Map<String, String> on) {
        StringJoiner labels = new StringJoiner("、");
        on.forEach((kind, id) -> labels.add(label(kind, id)));
        return labels.toString();
    }

    private String label(String kind, String id) {
        Thing t = thing(kind, id);
        Procedure.ObjectSpec spec = procedure.objects.get(kind);
        Object label = t == null || spec == null ? null : t.fields.get(spec.label());
        return label == null ? id : label.toString();
    }

    /** Whether a duty about these objects is open; it outlives them: returning goods does not make up for the approval of taking them. */
    boolean owed(ActSpec act, Map<String, String> on) {
        return openDuties[act.index].stream().anyMatch(t -> t.isOpen() && Bindings.agree(t.on, on));
    }

    /** What the act may be about: live objects, and ended ones about which it is still owed. */
    List<Map<String, String>> subjects(ActSpec act) {
        List<Map<String, String>> live = bindings(act, Map.of());
        List<Map<String, String>> owed = openDuties[act.index].stream().filter(Term::isOpen).map(t -> t.on)
                .filter(on -> on.keySet().containsAll(act.on) && !live.contains(on)).distinct().toList();
        return owed.isEmpty() ? live : Stream.concat(live.stream(), owed.stream()).toList();
    }

    /** Every combination of live objects that fits the act and agrees with the binding. */
    List<Map<String, String>> bindings(ActSpec act, Map<String, String> given) {
        List<Map<String, String>> out = List.of(Bindings.project(given, act.on));
        for (String kind : act.on) {
            if (given.containsKey(kind)) {
                if (!alive(thing(kind, given.get(kind)))) {
                    return List.of();
                }
            } else {
                List<Map<String, String>> wider = new ArrayList<>();
                for (Map<String, String> b : out) {
                    alive(kind).forEach(t -> wider.add(Bindings.plus(b, kind, t.id)));
                }
                out = wider;
            }
        }
        return out;
    }
}
