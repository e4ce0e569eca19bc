package org.mingfa.core.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.Period;

/**
 * What a happening does to the marking, in this order: it creates its objects, fulfils duties, undoes, closes, opens,
 * obliges; and what happens by law when time runs out.
 */
final class Progress {

    private Progress() {}

    /** Lets time run to the end of the day before {@code at}: what expires on the way happens by law. */
    static void advance(Marking m, Moment at) {
        if (!m.timed) {
            return;
        }
        for (int guard = 0; guard < 10_000; guard++) {
            Term next = null;
            Moment when = null;
            for (Term t : m.terms) {
                if (t.effect.onExpiry() >= 0 && t.isOpen()) {
                    Moment end = Clocks.end(m, t);
                    if (Clocks.past(end, at, t.period) && (when == null || passed(end).isBefore(passed(when)))) {
                        next = t;
                        when = end;
                    }
                }
            }
            if (next == null) {
                return;
            }
            expire(m, next, java.util.Objects.requireNonNull(when));
        }
        throw new IllegalStateException("by-law happenings of " + m.procedure.code() + " do not come to an end");
    }

    /** The minute at which a last moment has passed: a day without a time ends at midnight. */
    private static LocalDateTime passed(Moment last) {
        return last.time() == null ? last.date().plusDays(1).atStartOfDay() : last.from();
    }

    private static void expire(Marking m, Term t, Moment end) {
        t.expired = true;
        m.openDuties[t.target.index].remove(t);
        ActSpec x = m.procedure.acts[t.effect.onExpiry()];
        Moment at = end;
        if (t.effect.dated() != null) {
            try {
                at = Moment.of(FormTypes.date((Instant) t.effect.dated().value(Scope.of(m, t))));
            } catch (Undecided e) {
                at = end;
            }
        }
        apply(m, new Happening(x, Bindings.project(t.on, x.on), at, null, 0), Registry.EMPTY, false);
    }

    /**
     * Applies a happening to the marking.
     *
     * @param barred true when it was barred: its pauses and extensions are void, all else has its effect
     */
    static void apply(Marking m, Happening h, Registry registry, boolean barred) {
        apply(m, h, registry, barred, new HashSet<>());
    }

    private static void apply(Marking m, Happening h, Registry registry, boolean barred, Set<Integer> seen) {
        if (!seen.add(h.spec.index)) {
            return;
        }
        ActSpec spec = h.spec;
        h.order = m.last == null ? 1 : m.last.order + 1;
        Marking.add(m.happenings, spec, h);
        m.last = h;
        if (spec.creates != null) {
            create(m, h, spec.creates);
        }
        fulfil(m, h);
        use(m, h);
        undo(m, h);
        if (!spec.closes.isEmpty()) {
            close(m, h, registry);
        }
        for (Relations.Effect e : spec.effects) {
            take(m, h, e, registry);
        }
        if (!spec.resumes.isEmpty() || spec.shiftsTime() && !barred) {
            shift(m, h, barred);
        }
        if (spec.ends != null) {
            end(m, h, spec.ends);
        }
        for (int also : spec.countsAs) {
            ActSpec b = m.procedure.acts[also];
            apply(m, new Happening(b, Bindings.project(h.on, b.on), h.at, h.act, h.seq), registry, barred, seen);
        }
        if (spec.isFinal) {
            m.ended = h;
        }
    }

    private static void create(Marking m, Happening h, Relations.Creation creation) {
        if (h.act == null) {
            return;
        }
        Procedure.ObjectSpec object = java.util.Objects.requireNonNull(m.procedure.objects.get(creation.kind()));
        List<Marking.Thing> things = m.things.computeIfAbsent(creation.kind(), k -> new ArrayList<>(1));
        List<?> rows = creation.from() == null
                ? List.of(h.act.form())
                : h.act.form().get(creation.from()) instanceof List<?> l ? l : List.of();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> fields) {
                String id = fields.get("id") instanceof String s ? s : creation.kind() + "-" + (things.size() + 1);
                Marking.Thing old = m.thing(creation.kind(), id);
                if (old != null) {
                    things.remove(old);
                }
                things.add(new Marking.Thing(creation.kind(), id, FormTypes.readFields(object.schema(), fields), h));
                born(m, creation.kind(), id, h.at);
            }
        }
    }

    private static void born(Marking m, String kind, String id, Moment at) {
        Map<String, String> self = Map.of(kind, id);
        for (ActSpec a : m.procedure.acts) {
            if (a.owedAtStart && a.on.equals(List.of(kind))) {
                owe(m, new Term(m.nextTerm++, owedFromStart(a), a, null, self, at, null));
            }
        }
        for (Marking.Standing s : m.standing) {
            ActSpec target = m.procedure.acts[s.effect().act()];
            if (target.on.contains(kind) && !m.undone.contains(s.cause())) {
                for (Map<String, String> b : m.bindings(target, self)) {
                    if (Bindings.agree(b, s.cause().on) && m.included(target, b)) {
                        give(m, s.effect(), target, s.cause(), b);
                    }
                }
            }
        }
    }

    /** All ordinary duties, and of those that are one for one the oldest. */
    private static void fulfil(Marking m, Happening h) {
        List<Term> owed = m.openDuties[h.spec.index];
        boolean one = false;
        for (int i = 0; i < owed.size(); i++) {
            Term t = owed.get(i);
            if (t.isOpen() && t.cause != h && !(one && t.effect.oneForOne()) && Bindings.agree(t.on, h.on) && satisfied(m, t, h)) {
                t.fulfilled = h;
                owed.remove(i--);
                one |= t.effect.oneForOne();
            }
        }
    }

    /** A right that was used does not expire; it may still be used again until its last day. */
    private static void use(Marking m, Happening h) {
        for (Term w : m.windows[h.spec.index]) {
            if (w.isOpen() && w.cause != h && Bindings.agree(w.on, h.on)) {
                w.fulfilled = h;
            }
        }
    }

    private static boolean satisfied(Marking m, Term t, Happening h) {
        if (t.effect.fulfilledWhen() == null) {
            return true;
        }
        try {
            return t.effect.fulfilledWhen().holds(Scope.of(m, h, Registry.EMPTY));
        } catch (Undecided e) {
            return false;
        }
    }

    private static void undo(Marking m, Happening h) {
        for (int a : h.spec.undoes) {
            List<Happening> gone = m.all(a, h.on).stream().filter(x -> x != h).toList();
            if (gone.isEmpty()) {
                continue;
            }
            Set<Happening> undone = Marking.identitySet(m.undone);
            undone.addAll(gone);
            m.undone = undone;
            for (Term t : m.terms) {
                if (t.isOpen() && (t.cause != null && undone.contains(t.cause) || aboutGone(m, t))) {
                    drop(m, t, aboutGone(m, t) ? m.label(t.on) + "因「" + h.spec.title() + "」不复存在"
                            : "「" + t.cause.spec.title() + "」已被「" + h.spec.title() + "」撤销");
                }
            }
            if (m.ended != null && undone.contains(m.ended)) {
                m.ended = null;
            }
        }
    }

    private static boolean aboutGone(Marking m, Term t) {
        return t.on.entrySet().stream().anyMatch(e -> {
            Marking.Thing thing = m.thing(e.getKey(), e.getValue());
            return thing != null && m.undone.contains(thing.created);
        });
    }

    private static void drop(Marking m, Term t, String why) {
        t.dropped = why;
        m.openDuties[t.target.index].remove(t);
    }

    private static void close(Marking m, Happening h, Registry registry) {
        for (Relations.Closing c : h.spec.closes) {
            ActSpec target = m.procedure.acts[c.act()];
            if (c.when() != null && !guard(m, h, c.when(), registry) || c.whenEach() && !eachHas(m, h)) {
                continue;
            }
            Map<String, String> on = Bindings.project(h.on, target.on);
            Marking.add(m.inclusions, target, new Marking.Inclusion(on, false, h.spec));
            for (Term t : m.terms) {
                if (t.isOpen() && t.target == target && Bindings.within(on, t.on)) {
                    drop(m, t, "因「" + h.spec.title() + "」不再需要");
                }
            }
        }
    }

    /** Opens or closes one act as a happening of before has left it. */
    static void include(Marking m, Happening h, ActSpec target) {
        for (Relations.Closing c : h.spec.closes) {
            if (c.act() == target.index && (c.when() == null || guard(m, h, c.when(), Registry.EMPTY)) && (!c.whenEach() || eachHas(m, h))) {
                Marking.add(m.inclusions, target, new Marking.Inclusion(Bindings.project(h.on, target.on), false, h.spec));
            }
        }
        for (Relations.Effect e : h.spec.effects) {
            if (e.act() == target.index && !e.duty() && (e.when() == null || guard(m, h, e.when(), Registry.EMPTY))) {
                Marking.add(m.inclusions, target, new Marking.Inclusion(Bindings.project(h.on, target.on), true, h.spec));
            }
        }
    }

    private static boolean eachHas(Marking m, Happening h) {
        return m.bindings(h.spec, Map.of()).stream().allMatch(on -> m.latest(h.spec.index, on) != null);
    }

    private static boolean guard(Marking m, Happening h, Condition when, Registry registry) {
        try {
            return when.holds(Scope.of(m, h, registry));
        } catch (Undecided e) {
            return false;
        }
    }

    private static void take(Marking m, Happening h, Relations.Effect e, Registry registry) {
        if (e.when() != null && !guard(m, h, e.when(), registry)) {
            return;
        }
        ActSpec target = m.procedure.acts[e.act()];
        if (!e.duty()) {
            Map<String, String> on = Bindings.project(h.on, target.on);
            if (target.closedAtStart || !m.inclusions[target.index].isEmpty()) {
                Marking.add(m.inclusions, target, new Marking.Inclusion(on, true, h.spec));
            }
            if (e.period() == null) {
                return;
            }
            m.standing.removeIf(s -> !s.effect().duty() && s.effect().act() == e.act() && Bindings.project(s.cause().on, target.on).equals(on));
        }
        if (target.on.isEmpty()) {
            give(m, e, target, h, Map.of());
            return;
        }
        for (Map<String, String> on : m.bindings(target, h.on)) {
            if (reaches(m, h, on)) {
                give(m, e, target, h, on);
            }
        }
        if (e.alsoLater() || !e.duty() && !h.on.keySet().containsAll(target.on)) {
            m.standing.add(new Marking.Standing(e, h));
        }
    }

    private static void give(Marking m, Relations.Effect e, ActSpec target, Happening h, Map<String, String> on) {
        if (e.duty()) {
            oblige(m, e, target, h, on);
        } else {
            openWindow(m, e, target, h, on);
        }
    }

    /** A right that ends, of one object or of the case; opened again, by whichever act, it starts again. */
    private static void openWindow(Marking m, Relations.Effect e, ActSpec target, Happening h, Map<String, String> on) {
        for (Term earlier : m.windows[target.index]) {
            if (earlier.isOpen() && earlier.on.equals(on)) {
                drop(m, earlier, "因「" + h.spec.title() + "」重新计算");
            }
        }
        Term w = new Term(m.nextTerm++, e, target, h, on, h.at, java.util.Objects.requireNonNull(e.period()).resolve(form(h)));
        m.terms.add(w);
        Marking.add(m.windows, target, w);
    }

    /** An act that creates objects obliges acts on those, not again on the ones that were there before. */
    private static boolean reaches(Marking m, Happening h, Map<String, String> on) {
        String kind = h.spec.createsKind();
        Marking.Thing t = kind == null || h.on.containsKey(kind) ? null : m.thing(kind, on.get(kind));
        return t == null || t.created == h;
    }

    private static Map<String, Object> form(Happening h) {
        return h.act == null ? Map.of() : h.act.form();
    }

    private static void oblige(Marking m, Relations.Effect e, ActSpec target, Happening cause, Map<String, String> on) {
        if (m.included(target, on)) {
            Period p = e.period() == null ? null : e.period().resolve(form(cause));
            owe(m, new Term(m.nextTerm++, e, target, cause, on, cause.at, p));
        }
    }

    static void owe(Marking m, Term t) {
        m.terms.add(t);
        Marking.add(m.openDuties, t.target, t);
    }

    /** The duty of an act that is owed from the start of the case, without a date. */
    static Relations.Effect owedFromStart(ActSpec a) {
        Clause c = new Clause(a.code() + ".owed", a.title, Severity.WARN, a.cite, "", a.own.file(), a.own.line());
        return new Relations.Effect(
                c, a.index, true, null, false, List.of(), null, null, -1, null, Relations.OwedBy.AGENCY, false, null,
                null, false, false);
    }

    private static void shift(Marking m, Happening h, boolean barred) {
        for (Relations.PauseEnd end : h.spec.resumes) {
            LocalDate until = h.at.date();
            if (end.through() != null && form(h).get(end.through()) instanceof String text) {
                until = Moment.parse(text).date().plusDays(1);
            }
            resume(m, end.pause(), h.on, until);
        }
        if (barred) {
            return;
        }
        for (Relations.PauseStart p : h.spec.begins) {
            if (p.document() == null || form(h).get(p.document()) != null) {
                m.pauses.add(new Marking.PauseSpan(p.pause(), h.on, h, h.at.date(), null));
            }
        }
        for (Relations.Extension x : h.spec.extensions) {
            Period by = x.by() == null ? null : x.by().resolve(form(h));
            if (by != null) {
                extended(m, x, h.on).stream().filter(t -> !usedUp(m, x, t) && !Clocks.past(Clocks.end(m, t), h.at, t.period))
                        .forEach(t -> t.extensions.add(new Term.Extended(by, x, h)));
            }
        }
    }

    private static void resume(Marking m, String name, Map<String, String> on, LocalDate until) {
        m.pauses.replaceAll(p -> p.name().equals(name) && p.until() == null && Bindings.agree(p.on(), on)
                ? new Marking.PauseSpan(p.name(), p.on(), p.begin(), p.from(), until)
                : p);
    }

    /** The open duties and windows that an extension moves. */
    static List<Term> extended(Marking m, Relations.Extension x, Map<String, String> on) {
        return m.terms.stream()
                .filter(t -> t.isOpen() && t.effect.clause().id().equals(x.duty()) && Bindings.agree(t.on, on) && t.period != null)
                .toList();
    }

    /** True where the term was extended as often as the relation allows; one that was void has not extended it. */
    static boolean usedUp(Marking m, Relations.Extension x, Term t) {
        return x.times() > 0 && Clocks.extensions(m, t).filter(e -> e.relation().clause().id().equals(x.clause().id())).count() >= x.times();
    }

    private static void end(Marking m, Happening h, String kind) {
        Marking.Thing t = m.thing(kind, h.on.get(kind));
        if (t != null) {
            t.ended = h;
        }
    }
}
