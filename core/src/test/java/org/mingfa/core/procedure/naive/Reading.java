package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.Entry;

/** A record read from its first entry each time anything is asked. Answers are lines of text, to be compared. */
final class Reading {
    static final String SWITCH = "switch-version";

    private final Pack pack;
    private final Pack next;
    private final List<Entry> order;
    private final Map<Long, List<Hap.F>> found = new LinkedHashMap<>();
    private final State whole;

    Reading(Pack pack, List<Entry> record) {
        this(pack, pack, record);
    }

    /** @param next the version that an entry of SWITCH goes over to */
    Reading(Pack pack, Pack next, List<Entry> record) {
        this.pack = pack;
        this.next = next;
        this.order = order(record);
        this.whole = replay(order, found);
    }

    /**
     * By day, on one day by time where both have one, then by the order of recording. A correction puts its act in the
     * place of the entry it corrects.
     */
    private static List<Entry> order(List<Entry> record) {
        Map<Long, Entry> corrections = new HashMap<>();
        record.stream().filter(e -> e.corrects() != null).forEach(e -> corrections.put(e.corrects(), e));
        List<Entry> out = new ArrayList<>();
        for (Entry e : record) {
            if (e.corrects() == null) {
                Act act = e.act();
                for (Entry c = corrections.get(e.seq()); c != null; c = corrections.get(c.seq())) {
                    act = c.act();
                }
                out.add(place(out, act.at()), new Entry(e.seq(), act, e.registry(), e.recordedAt(), e.mode(), null));
            }
        }
        return out;
    }

    /** Before the first entry that is later, else at the end. */
    private static int place(List<Entry> order, Moment at) {
        int i = 0;
        while (i < order.size() && !Days.later(order.get(i).act().at(), at)) {
            i++;
        }
        return i;
    }

    private State replay(List<Entry> entries, Map<Long, List<Hap.F>> into) {
        return replay(entries, into, null);
    }

    /** @param until what has run out before it has happened by law; null: as the last entry met it */
    private State replay(List<Entry> entries, Map<Long, List<Hap.F>> into, @Nullable Moment until) {
        State first = new State(pack);
        Effects effects = new Effects(first);
        pack.acts().stream().filter(a -> a.starts().equals("owed") && a.on().isEmpty())
                .forEach(a -> first.terms.add(Effects.owedAtStart(a, Map.of(), null)));
        State s = first;
        for (Entry e : entries) {
            Act act = e.act();
            effects.runUntil(act.at());
            if (act.code().equals(SWITCH)) {
                s = s.under(next);
                effects = effects.on(s);
                effects.added(pack, act.at());
                continue;
            }
            List<Hap.F> findings = examine(s, act);
            into.put(e.seq(), findings);
            boolean barred = findings.stream().anyMatch(f -> f.severity().equals("bar"));
            effects.happen(new Hap(act.code(), act.on(), act.at(), act.form(), e.seq()), barred);
        }
        if (until != null) {
            effects.runUntil(until);
        }
        return s;
    }

    private State at(Moment t) {
        return replay(order.subList(0, place(order, t)), new HashMap<>(), t);
    }

    private List<Hap.F> examine(State s, Act act) {
        Pack.A a = s.pack.act(act.code());
        List<Hap.F> found = new Question(s, a, act.on(), act.at(), act.form(), act.roles()).ask();
        return !a.fact() ? found : found.stream()
                .map(f -> f.severity().equals("bar") ? new Hap.F(f.rule(), f.kind(), "warn", f.on()) : f).toList();
    }

    List<String> entries() {
        return order.stream().filter(e -> !e.act().code().equals(SWITCH)).map(e -> e.seq() + " " + e.act().code() + " " + e.act().at()).toList();
    }

    List<String> examine(Act act) {
        return lines(examine(at(act.at()), act));
    }

    List<String> findings() {
        List<String> out = new ArrayList<>();
        found.forEach((seq, list) -> lines(list).forEach(l -> out.add(seq + ": " + l)));
        return out;
    }

    List<String> overdue(LocalDate asOf) {
        State s = at(new Moment(asOf, null));
        return s.terms.stream()
                .filter(t -> t.agencyDuty() && t.open() && s.included(s.pack.act(t.gives.act()), t.on) && s.past(t, new Moment(asOf, null)))
                .map(t -> line(t.rule, "OVERDUE", "warn", t.on)).sorted().toList();
    }

    /** Every act on every live object: open or not, and what it breaks before its form is filled in, or only that it does not arise. */
    List<String> acts(Moment at, List<String> roles) {
        State s = at(at);
        List<String> out = new ArrayList<>();
        for (Pack.A a : s.pack.acts()) {
            Set<Map<String, String>> subjects = new LinkedHashSet<>(s.bindings(a, Map.of()));
            s.terms.stream().filter(t -> t.gives.duty() && t.open() && t.gives.act().equals(a.code()) && t.on.size() == a.on().size())
                    .forEach(t -> subjects.add(t.on));
            for (Map<String, String> on : subjects) {
                List<Hap.F> found = new Question(s, a, on, at, null, roles).ask();
                boolean open = found.stream().noneMatch(f -> f.severity().equals("bar"));
                boolean owed = s.terms.stream().anyMatch(t -> t.gives.duty() && t.open() && t.gives.act().equals(a.code())
                        && State.agree(t.on, on) && s.included(a, on));
                List<Hap.F> idle = found.stream().filter(f -> List.of("NOT_AVAILABLE", "TIMES").contains(f.kind())).toList();
                out.add(a.code() + new TreeMap<>(on) + (open ? " open" : " barred") + (owed ? " owed " : " ") + lines(idle.isEmpty() ? found : idle.subList(0, 1)));
            }
        }
        return out;
    }

    List<String> terms(LocalDate asOf, boolean duties) {
        State s = at(new Moment(asOf, null));
        return s.terms.stream()
                .filter(t -> t.gives.duty() == duties && (!duties || !t.open() || s.included(s.pack.act(t.gives.act()), t.on)))
                .map(t -> line(s, t, asOf)).sorted().toList();
    }

    private static String line(State s, Hap.Term t, LocalDate asOf) {
        Days.End end = s.end(t);
        boolean stopped = end != null && end.stopped();
        boolean overdue = t.open() && end != null && !stopped && asOf.isAfter(end.due().date());
        return t.rule + " " + t.gives.act() + new TreeMap<>(t.on) + " by " + t.gives.owedBy() + " from " + t.start
                + (stopped ? " stopped" : " due " + (end == null ? null : end.due() + (end.provisional() ? "?" : ""))) + " "
                + t.status() + " " + (t.met == null ? 0 : t.met.seq) + (overdue && s.included(s.pack.act(t.gives.act()), t.on) ? " overdue" : "") + (warned(t, asOf) ? " warned" : "");
    }

    /** An alert only: no pauses, no strictness, and nothing is overdue by it. */
    private static boolean warned(Hap.Term t, LocalDate asOf) {
        return t.open() && t.gives.warnAfter() != null && t.start != null
                && asOf.isAfter(Days.end(new Moment(t.start.date(), null), List.of(t.gives.warnAfter()), false, List.of()).due().date());
    }

    /** The figures of the case and of each object that lives at the end; one that cannot be told is left out. */
    List<String> figures(LocalDate asOf) {
        State s = at(new Moment(asOf, null));
        List<String> out = new ArrayList<>();
        for (Cond.Fig f : s.pack.figures()) {
            List<Map<String, String>> about = f.kind() == null ? List.of(Map.of())
                    : whole.things.stream().filter(t -> t.kind.equals(f.kind()) && t.alive()).map(t -> Map.of(t.kind, t.id)).toList();
            for (Map<String, String> on : about) {
                Boolean value = f.value().decide(s.sight(Map.of(), Map.of(), on));
                if (value != null) {
                    out.add(f.name() + on + " " + value);
                }
            }
        }
        return out.stream().sorted().toList();
    }

    List<String> objects() {
        return whole.things.stream().map(t -> t.kind + " " + t.id + (t.alive() ? " alive" : " gone")).sorted().toList();
    }

    List<String> byLaw(LocalDate asOf) {
        return at(new Moment(asOf, null)).haps.stream().filter(h -> h.seq == 0)
                .map(h -> h.act + new TreeMap<>(h.on) + " " + h.at).sorted().toList();
    }

    boolean ended() {
        return whole.ended != null;
    }

    /** The furthest stage in which the agency has acted and that was not undone. */
    String stage() {
        int furthest = whole.haps.stream().filter(h -> h.seq > 0 && !h.undone && !whole.pack.act(h.act).fact())
                .mapToInt(h -> whole.pack.act(h.act).stage()).max().orElse(0);
        return Pack.STAGES.get(furthest);
    }

    private static List<String> lines(List<Hap.F> found) {
        return found.stream().map(f -> line(f.rule(), f.kind(), f.severity(), f.on())).sorted().toList();
    }

    static String line(String rule, String kind, String severity, Map<String, String> on) {
        return rule + " " + kind + " " + severity + " " + new TreeMap<>(on);
    }
}
