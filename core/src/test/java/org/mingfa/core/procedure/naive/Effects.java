package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;

/** "What does an act do?", in the order of that paragraph, and what happens by law. */
final class Effects {
    private final State s;

    Effects(State s) {
        this.s = s;
    }

    /** The same standing obligations, over another state. */
    Effects on(State other) {
        Effects e = new Effects(other);
        standing.forEach(x -> e.standing.add(new Standing(x.owner, x.gives, x.cause, x.strict == null ? Boolean.valueOf(s.pack.strict()) : x.strict)));
        return e;
    }

    /** Acts that only the new version has: opened and closed as what happened has left them, owed where it owes them from the start. */
    void added(Pack before, Moment at) {
        for (Pack.A b : s.pack.acts()) {
            if (before.acts().stream().anyMatch(a -> a.code().equals(b.code()))) {
                continue;
            }
            for (Hap h : s.haps) {
                if (!h.undone) {
                    included(s.pack.act(h.act), b, h);
                }
            }
            if (b.starts().equals("owed")) {
                s.bindings(b, Map.of()).stream().filter(on -> s.included(b, on)).forEach(on -> s.terms.add(owedAtStart(b, on, b.on().isEmpty() ? null : at)));
            }
        }
    }

    private void included(Pack.A a, Pack.A b, Hap h) {
        a.closes().stream().filter(c -> c.act().equals(b.code()) && holds(c.when(), h) && (!c.whenEach() || doneForAll(a))).forEach(c ->
                s.changes.add(new Hap.Change(b.code(), State.project(h.on, b.on()), false)));
        a.gives().stream().filter(g -> !g.duty() && g.act().equals(b.code()) && holds(g.when(), h)).forEach(g ->
                s.changes.add(new Hap.Change(b.code(), State.project(h.on, b.on()), true)));
    }

    void happen(Hap h, boolean barred) {
        happen(h, barred, new HashSet<>());
    }

    private void happen(Hap h, boolean barred, Set<String> seen) {
        if (!seen.add(h.act)) {
            return;
        }
        Pack.A a = s.pack.act(h.act);
        s.haps.add(h);
        create(a, h);
        fulfil(h);
        useWindows(h);
        a.undoes().forEach(u -> undo(u, h));
        a.closes().forEach(c -> close(a, c, h));
        a.gives().stream().filter(g -> !g.duty()).forEach(g -> open(a, g, h));
        a.gives().stream().filter(Pack.Gives::duty).forEach(g -> oblige(a, g, h));
        a.resumes().forEach(e -> endPause(e, h));
        if (!barred) {
            a.begins().forEach(b -> beginPause(b, h));
            a.extensions().forEach(x -> extend(a, x, h));
        }
        if (a.ends() != null && h.on.containsKey(a.ends())) {
            endObject(a.ends(), h);
        }
        a.countsAs().forEach(b -> happen(new Hap(b, State.project(h.on, s.pack.act(b).on()), h.at, h.form, h.seq), barred, seen));
        if (a.isFinal()) {
            s.ended = h;
        }
    }

    private void create(Pack.A a, Hap h) {
        if (a.creates() == null || h.form == null) {
            return;
        }
        List<?> rows = a.rows() ? (List<?>) h.form.getOrDefault("rows", List.of()) : List.of(h.form);
        for (Object row : rows) {
            Object id = ((Map<?, ?>) row).get("id");
            long known = s.things.stream().filter(t -> t.kind.equals(a.creates())).count();
            Hap.Thing t = new Hap.Thing(a.creates(), id == null ? a.creates() + "-" + (known + 1) : (String) id, h);
            s.things.add(t);
            owedFromStart(t, h.at);
            owedLater(t);
        }
    }

    private void owedFromStart(Hap.Thing t, Moment at) {
        for (Pack.A b : s.pack.acts()) {
            if (b.starts().equals("owed") && b.on().equals(List.of(t.kind))) {
                s.terms.add(owedAtStart(b, Map.of(t.kind, t.id), at));
            }
        }
    }

    static Hap.Term owedAtStart(Pack.A b, Map<String, String> on, @Nullable Moment at) {
        Pack.Gives g = new Pack.Gives(true, 0, b.code(), null, false, List.of(), null, "agency", false, null, null, false, false, false, false, null);
        return new Hap.Term(b.code() + ".owed", g, null, on, at, null);
    }

    /** Obligations of the case that meet later objects too. */
    private void owedLater(Hap.Thing t) {
        for (Standing st : List.copyOf(standing)) {
            Pack.A target = s.pack.act(st.gives.act());
            if (target.on().contains(t.kind) && !st.cause.undone) {
                s.bindings(target, Map.of(t.kind, t.id)).stream().filter(b -> s.included(target, b) && State.agree(b, st.cause.on)).forEach(b -> {
                    int known = s.terms.size();
                    if (st.gives.duty()) {
                        owe(st.owner, st.gives, st.cause, target, b);
                    } else {
                        right(st.owner, st.gives, st.cause, target, b);
                    }
                    s.terms.subList(known, s.terms.size()).forEach(x -> x.strict = st.strict);
                });
            }
        }
    }

    /** @param strict of the version that made it, once the case has gone over to another */
    private record Standing(Pack.A owner, Pack.Gives gives, Hap cause, @Nullable Boolean strict) {}

    private final java.util.ArrayList<Standing> standing = new java.util.ArrayList<>();

    /** All ordinary duties; of those that are one for one, the oldest. */
    private void fulfil(Hap h) {
        boolean one = false;
        for (Hap.Term t : s.terms) {
            if (t.gives.duty() && t.open() && t.gives.act().equals(h.act) && State.agree(t.on, h.on) && !(t.gives.oneForOne() && one)
                    && holds(t.gives.fulfilledWhen(), h)) {
                t.met = h;
                one |= t.gives.oneForOne();
            }
        }
    }

    private void useWindows(Hap h) {
        s.terms.stream().filter(t -> !t.gives.duty() && t.open() && t.gives.act().equals(h.act) && State.agree(t.on, h.on))
                .forEach(t -> t.met = h);
    }

    private void undo(String code, Hap h) {
        for (Hap x : s.all(code, h.on)) {
            if (x == h) {
                continue;
            }
            x.undone = true;
            for (Hap.Term t : s.terms) {
                if (t.cause == x && t.open() || t.open() && aboutGone(t)) {
                    t.dropped = true;
                }
            }
            if (s.ended == x) {
                s.ended = null;
            }
        }
    }

    private boolean aboutGone(Hap.Term t) {
        return t.on.entrySet().stream().anyMatch(e -> {
            Hap.Thing thing = s.thing(e.getKey(), e.getValue());
            return thing != null && thing.created.undone;
        });
    }

    private void close(Pack.A a, Pack.Closes c, Hap h) {
        if (!holds(c.when(), h) || c.whenEach() && !doneForAll(a)) {
            return;
        }
        Pack.A target = s.pack.act(c.act());
        Map<String, String> on = State.project(h.on, target.on());
        s.changes.add(new Hap.Change(target.code(), on, false));
        s.terms.stream()
                .filter(t -> t.open() && t.gives.act().equals(target.code()) && t.on.entrySet().containsAll(on.entrySet()))
                .forEach(t -> t.dropped = true);
    }

    private boolean doneForAll(Pack.A a) {
        return s.bindings(a, Map.of()).stream().allMatch(b -> s.latest(a.code(), b) != null);
    }

    private void open(Pack.A a, Pack.Gives g, Hap h) {
        if (!holds(g.when(), h)) {
            return;
        }
        Pack.A target = s.pack.act(g.act());
        s.changes.add(new Hap.Change(target.code(), State.project(h.on, target.on()), true));
        if (g.length() != null) {
            targets(a, target, h).forEach(b -> right(a, g, h, target, b));
            standing.removeIf(x -> !x.gives.duty() && x.gives.act().equals(g.act())
                    && State.project(x.cause.on, target.on()).equals(State.project(h.on, target.on())));
            if (!h.on.keySet().containsAll(target.on())) {
                standing.add(new Standing(a, g, h, null));
            }
        }
    }

    /** A right that ends; opening it again starts it again. */
    private void right(Pack.A a, Pack.Gives g, Hap h, Pack.A target, Map<String, String> b) {
        s.terms.stream().filter(t -> !t.gives.duty() && t.open() && t.gives.act().equals(target.code()) && t.on.equals(b))
                .forEach(t -> t.dropped = true);
        s.terms.add(term(a, g, h, b));
    }

    private void oblige(Pack.A a, Pack.Gives g, Hap h) {
        if (!holds(g.when(), h)) {
            return;
        }
        Pack.A target = s.pack.act(g.act());
        targets(a, target, h).forEach(b -> owe(a, g, h, target, b));
        if (g.alsoLater()) {
            standing.add(new Standing(a, g, h, null));
        }
    }

    private void owe(Pack.A a, Pack.Gives g, Hap h, Pack.A target, Map<String, String> on) {
        if (s.included(target, on)) {
            s.terms.add(term(a, g, h, on));
        }
    }

    /** Every live object that the act does not itself name; of the kind it creates, the new ones only. */
    private List<Map<String, String>> targets(Pack.A a, Pack.A target, Hap h) {
        return s.bindings(target, h.on).stream()
                .filter(b -> a.creates() == null || !b.containsKey(a.creates()) || h.on.containsKey(a.creates())
                        || Objects.requireNonNull(s.thing(a.creates(), b.get(a.creates()))).created == h)
                .toList();
    }

    private Hap.Term term(Pack.A a, Pack.Gives g, Hap h, Map<String, String> on) {
        Moment start = h.at;
        if (g.fromForm()) {
            Object d = h.contents().get("d");
            start = d == null ? null : new Moment(LocalDate.parse((String) d), null);
        }
        return new Hap.Term(Pack.id(a.code(), g), g, h, on, start, length(g.length(), h));
    }

    static Pack.@Nullable Len length(Pack.@Nullable Len len, Hap h) {
        if (len == null || !len.fromForm()) {
            return len;
        }
        Object n = h.contents().get("n");
        return n == null ? null : new Pack.Len((int) Math.min((Long) n, len.n()), len.unit(), false);
    }

    /** Asked once, at the causing act; what cannot be decided does not hold. */
    private boolean holds(@Nullable Cond c, Hap h) {
        return c == null || Boolean.TRUE.equals(c.decide(s.sight(h.contents(), Map.of(), h.on)));
    }

    private void beginPause(Pack.Begins b, Hap h) {
        if (!b.document() || h.contents().get("id") != null) {
            s.spans.add(new Hap.Span(b.pause(), h.on, h, h.at.date()));
        }
    }

    private void endPause(Pack.Ends e, Hap h) {
        Object through = e.through() ? h.contents().get("d") : null;
        LocalDate until = through == null ? h.at.date() : LocalDate.parse((String) through).plusDays(1);
        s.spans.stream().filter(p -> p.pause.equals(e.pause()) && p.until == null && State.agree(p.on, h.on)).forEach(p -> p.until = until);
    }

    private void extend(Pack.A a, Pack.Extends x, Hap h) {
        for (Hap.Term t : s.terms) {
            Pack.Len by = length(x.by(), h);
            if (t.rule.equals(x.duty()) && t.open() && State.agree(t.on, h.on) && t.len != null && by != null
                    && extensible(x, a, t, h.at)) {
                t.extensions.add(new Hap.Extended(by, h));
            }
        }
    }

    private boolean extensible(Pack.Extends x, Pack.A a, Hap.Term t, Moment at) {
        return !s.past(t, at) && (x.times() == 0 || t.extendedBy(a.code()).size() < x.times());
    }

    private void endObject(String kind, Hap h) {
        Hap.Thing t = s.thing(kind, h.on.get(kind));
        if (t != null && t.alive()) {
            t.ended = h;
        }
    }

    /** Time runs until just before {@code at}: what is open when its last moment has passed happens by law, in order of time. */
    void runUntil(Moment at) {
        while (true) {
            Hap.Term first = null;
            for (Hap.Term t : s.terms) {
                if (t.gives.onExpiry() != null && t.open() && s.past(t, at) && (first == null || sooner(t, first))) {
                    first = t;
                }
            }
            if (first == null) {
                return;
            }
            first.expired = true;
            Pack.A x = s.pack.act(Objects.requireNonNull(first.gives.onExpiry()));
            happen(new Hap(x.code(), State.project(first.on, x.on()), dated(first), null, 0), false);
        }
    }

    /** The last moment, or the day that the causing act names. */
    private Moment dated(Hap.Term t) {
        Object d = t.gives.dated() && t.cause != null ? t.cause.contents().get("d") : null;
        return d == null ? Objects.requireNonNull(s.end(t)).due() : new Moment(LocalDate.parse((String) d), null);
    }

    /** A day ends at its last minute. */
    private boolean sooner(Hap.Term a, Hap.Term b) {
        Moment x = Objects.requireNonNull(s.end(a)).due();
        Moment y = Objects.requireNonNull(s.end(b)).due();
        return minute(x).isBefore(minute(y));
    }

    private static java.time.LocalDateTime minute(Moment m) {
        return m.time() == null ? m.date().plusDays(1).atStartOfDay() : m.date().atTime(m.time());
    }
}
