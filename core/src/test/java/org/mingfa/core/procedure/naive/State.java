package org.mingfa.core.procedure.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** "State": what happened, what is included, what is owed, which rights run, which objects live; and how to ask for it. */
final class State implements Cloneable {
    final Pack pack;
    final List<Hap> haps = new ArrayList<>();
    final List<Hap.Change> changes = new ArrayList<>();
    final List<Hap.Term> terms = new ArrayList<>();
    final List<Hap.Thing> things = new ArrayList<>();
    final List<Hap.Span> spans = new ArrayList<>();
    @Nullable Hap ended;

    State(Pack pack) {
        this.pack = pack;
    }

    /** "A switch holds for later acts": what happened and what it made stays, and is asked by the new version's acts. */
    State under(Pack next) {
        State s = new State(next);
        terms.stream().filter(t -> t.strict == null).forEach(t -> t.strict = pack.strict());
        s.haps.addAll(haps);
        for (Pack.A a : pack.acts()) {
            // "Acts of both versions keep whether they are included": also where the versions start them differently.
            s.changes.add(new Hap.Change(a.code(), Map.of(), !a.starts().equals("closed")));
        }
        s.changes.addAll(changes);
        s.terms.addAll(terms);
        s.things.addAll(things);
        s.spans.addAll(spans);
        s.ended = ended;
        return s;
    }

    /** The part of a binding that an act can be about. */
    static Map<String, String> project(Map<String, String> on, List<String> kinds) {
        Map<String, String> out = new LinkedHashMap<>();
        kinds.stream().filter(on::containsKey).forEach(k -> out.put(k, on.get(k)));
        return out;
    }

    /** No kind of object on which the two differ. */
    static boolean agree(Map<String, String> a, Map<String, String> b) {
        return a.entrySet().stream().allMatch(e -> !b.containsKey(e.getKey()) || b.get(e.getKey()).equals(e.getValue()));
    }

    boolean included(Pack.A a, Map<String, String> on) {
        boolean now = !a.starts().equals("closed");
        for (Hap.Change c : changes) {
            if (c.act().equals(a.code()) && on.entrySet().containsAll(c.on().entrySet())) {
                now = c.included();
            }
        }
        return now;
    }

    /** Happenings of an act about these objects that are not undone, in order. */
    List<Hap> all(String act, Map<String, String> on) {
        return haps.stream().filter(h -> h.act.equals(act) && !h.undone && agree(h.on, on)).toList();
    }

    @Nullable Hap latest(String act, Map<String, String> on) {
        List<Hap> all = all(act, on);
        return all.isEmpty() ? null : all.getLast();
    }

    List<Hap.Thing> alive(String kind) {
        return things.stream().filter(t -> t.kind.equals(kind) && t.alive()).toList();
    }

    Hap.@Nullable Thing thing(String kind, String id) {
        return things.reversed().stream().filter(t -> t.kind.equals(kind) && t.id.equals(id)).findFirst().orElse(null);
    }

    /** The objects that an act can be about, given some of them: every combination of live ones for the rest. */
    List<Map<String, String>> bindings(Pack.A a, Map<String, String> given) {
        List<Map<String, String>> out = List.of(project(given, a.on()));
        for (String kind : a.on()) {
            Hap.Thing named = thing(kind, given.get(kind));
            if (given.containsKey(kind) && (named == null || !named.alive())) {
                return List.of();
            }
            if (!given.containsKey(kind)) {
                List<Map<String, String>> wider = new ArrayList<>();
                for (Map<String, String> b : out) {
                    for (Hap.Thing t : alive(kind)) {
                        Map<String, String> m = new LinkedHashMap<>(b);
                        m.put(kind, t.id);
                        wider.add(m);
                    }
                }
                out = wider;
            }
        }
        return out;
    }

    /** The last moment of a duty or window; null where the law or the document names none, or its start is not known. */
    Days.@Nullable End end(Hap.Term t) {
        return t.len == null || t.start == null ? null : Days.end(t.start, t.segments(), t.gives.strict() || (t.strict == null ? pack.strict() : t.strict), stops(t.gives.pausedBy(), t.on));
    }

    boolean past(Hap.Term t, Moment at) {
        Days.End end = end(t);
        return end != null && Days.past(end, at);
    }

    /** A pause of one object stops that object's periods and those of the case, never another object's. */
    List<Days.Stop> stops(List<String> names, Map<String, String> on) {
        return spans.stream()
                .filter(s -> !s.begin.undone && names.contains(s.pause) && (on.isEmpty() || on.entrySet().containsAll(s.on.entrySet())))
                .map(s -> new Days.Stop(s.from, s.until)).toList();
    }

    Cond.Sight sight(Map<String, Object> act, Map<String, Object> it, Map<String, String> on) {
        return new Cond.Sight() {
            @Override
            public Map<String, Object> act() {
                return act;
            }

            @Override
            public Map<String, Object> it() {
                return it;
            }

            @Override
            public @Nullable List<Map<String, Object>> formsOf(String code, @Nullable String kind) {
                if (kind != null && (!on.containsKey(kind) || thing(kind, on.get(kind)) == null)) {
                    return null;
                }
                return all(code, kind == null ? Map.of() : Map.of(kind, on.get(kind))).stream().map(Hap::contents).toList();
            }
        };
    }
}
