package org.mingfa.core.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * A case as its record tells it: the marking plus the latest contents, carried forward entry by entry. Immutable.
 * Examining from scratch gives the same.
 */
public final class CaseFile {

    /**
     * An act of the procedure on one set of objects: whether it may be done now, and if not, why.
     *
     * @param obligatory true where an open duty asks for it
     */
    public record ActState(
            ActSpec act, Map<String, String> on, String onLabel, boolean open, List<Finding> findings, Terms.@Nullable State duty) {
        public boolean obligatory() {
            return duty != null;
        }
    }

    /** An object of the case (当事人, 登记保存物品 …). */
    public record ObjectState(String kind, String kindTitle, String id, String label, Map<String, Object> fields, boolean alive) {}

    /** What happened by law, without an entry. */
    public record ByLaw(String act, String title, Map<String, String> on, Moment at) {}

    /** What is fixed: the version it was filed under, and how later ones are found; null: it goes over to none. */
    private record Ground(Procedure procedure, CaseInfo info, WorkCalendar calendar, @Nullable Function<Act, Procedure> versions, Coverage coverage) {
        Replay start() {
            return new Replay(Marking.start(procedure, info, calendar), coverage);
        }

        /** Takes one entry in legal order; what it breaks. */
        List<Finding> take(Replay replay, Entry e) {
            if (OfficerChange.is(e) || SignedCopy.is(e)) {
                return List.of();
            }
            if (!Switching.is(e)) {
                return List.copyOf(replay.add(e));
            }
            Finding stays = versions == null ? null : over(replay, e.act(), e.seq());
            return stays == null ? List.of() : List.of(stays);
        }

        /** Goes over to a later version; where that one cannot take the case, it stays under its own, and this is what is told. */
        @Nullable Finding over(Replay replay, Act act, long seq) {
            try {
                replay.over(java.util.Objects.requireNonNull(versions, "nothing finds later versions").apply(act), act.at());
                return null;
            } catch (IllegalStateException misfit) {
                return Switching.stays(act, seq, String.valueOf(misfit.getMessage()));
            }
        }
    }

    private final Ground ground;
    private final List<Entry> recorded;
    private final List<Entry> ordered;
    private final List<Entry> acts;
    private final Map<Long, List<Finding>> findings;
    private final Replay replay;
    /** The entry by which it will go over to a new version with the next act; null: it will not. */
    private final @Nullable Act due;
    /** Why it does not go over to a version that asks for it; null: nothing is in the way. */
    private final @Nullable Finding stays;
    /** The marking asked for last: a page asks for many things as of one day. */
    private volatile @Nullable AsOf latest;

    private record AsOf(Moment moment, Marking marking) {}

    private CaseFile(
            Ground ground, List<Entry> recorded, List<Entry> ordered, Map<Long, List<Finding>> findings, Replay replay, @Nullable Act due,
            @Nullable Finding stays) {
        this.ground = ground;
        this.recorded = recorded;
        this.ordered = ordered;
        this.acts = ordered.stream().allMatch(Entry::isAct) ? ordered : ordered.stream().filter(Entry::isAct).toList();
        this.findings = findings;
        this.replay = replay;
        this.due = due;
        this.stays = stays;
    }

    /** A case without entries, pinned to this procedure. */
    public static CaseFile start(Procedure procedure, CaseInfo info, WorkCalendar calendar) {
        return start(procedure, info, calendar, Coverage.NONE, null);
    }

    static CaseFile start(
            Procedure procedure, CaseInfo info, WorkCalendar calendar, Coverage coverage, @Nullable Function<Act, Procedure> versions) {
        Ground ground = new Ground(procedure, info, calendar, versions, coverage);
        return new CaseFile(ground, List.of(), List.of(), Map.of(), ground.start(), null, null);
    }

    /**
     * The case from its whole record, in record order: what {@link #with} one by one gives too. It is read under this one
     * version from beginning to end, whatever its record says of going over to others.
     */
    public static CaseFile of(Procedure procedure, CaseInfo info, WorkCalendar calendar, List<Entry> record) {
        return of(procedure, info, calendar, record, null);
    }

    /**
     * The case from its whole record.
     *
     * @param procedure the version it was filed under
     * @param versions finds the version that an entry of {@link Switching} goes over to; null: they are passed over
     */
    public static CaseFile of(
            Procedure procedure, CaseInfo info, WorkCalendar calendar, List<Entry> record, @Nullable Function<Act, Procedure> versions) {
        CaseFile empty = start(procedure, info, calendar, Coverage.NONE, versions);
        return record.isEmpty() ? empty : empty.rebuild(record);
    }

    /** The case with one more entry; a late entry or a correction is put in its place and all after it is examined again. */
    public CaseFile with(Entry entry) {
        List<Entry> all = new ArrayList<>(recorded);
        all.add(entry);
        boolean appended = entry.corrects() == null && LegalOrder.place(ordered, entry.act().at()) == ordered.size();
        @Nullable Act waiting = Switching.is(entry) ? null : due;
        if (!appended) {
            return rebuild(all).waiting(waiting);
        }
        Replay next = replay.copy();
        Map<Long, List<Finding>> found = new LinkedHashMap<>(findings);
        found.put(entry.seq(), ground.take(next, entry));
        List<Entry> order = new ArrayList<>(ordered);
        order.add(entry);
        return new CaseFile(ground, List.copyOf(all), List.copyOf(order), found, next, waiting, stays);
    }

    private CaseFile rebuild(List<Entry> record) {
        List<Entry> order = LegalOrder.of(record);
        Replay fresh = ground.start();
        Map<Long, List<Finding>> found = new LinkedHashMap<>();
        for (Entry e : order) {
            found.put(e.seq(), ground.take(fresh, e));
        }
        return new CaseFile(ground, List.copyOf(record), order, found, fresh, null, null);
    }

    /**
     * The same case that goes over to a new version with its next act: as of its day it stands under that version already.
     * Where that version cannot take it, it stays under its own, with a finding.
     *
     * @param entry by {@link Switching#act}; null: it goes over to none
     */
    public CaseFile waiting(@Nullable Act entry) {
        if (entry == null && due == null && stays == null) {
            return this;
        }
        Finding misfit = entry == null || ground.versions() == null ? null : ground.over(replay.copy(), entry, 0);
        return new CaseFile(ground, recorded, ordered, findings, replay, misfit == null ? entry : null, misfit);
    }

    /** The act of {@link Switching} that has to be recorded before an act of this moment; null: none. */
    public @Nullable Act due(Moment at) {
        return due != null && !at.date().isBefore(due.at().date()) && LegalOrder.place(ordered, at) == ordered.size() ? due : null;
    }

    /** Whether a version that asks for it cannot take it, so that it stays under its own. */
    public boolean stays() {
        return stays != null;
    }

    /** The case as an act of this moment finds it: gone over to the new version where one waits. */
    public CaseFile ready(Moment at) {
        Act first = due(at);
        return first == null ? this : with(new Entry(
                recorded.getLast().seq() + 1, first, Registry.EMPTY, java.time.Instant.EPOCH, Mode.NOW, null));
    }

    /** The case as it was known when only the entries up to {@code seq} had been recorded. */
    public CaseFile upTo(long seq) {
        return rebuild(recorded.stream().filter(e -> e.seq() <= seq).toList());
    }

    /** The case as it legally stood at the end of a day: corrected contents, entries up to that day. */
    public CaseFile validAt(LocalDate day) {
        List<Entry> until = ordered.stream().filter(e -> !e.act().at().date().isAfter(day)).toList();
        return rebuild(until);
    }

    /**
     * The same record under another calendar: due dates are computed anew.
     */
    public CaseFile under(WorkCalendar other) {
        return of(ground.procedure(), info(), other, recorded, ground.versions()).waiting(due);
    }

    /** The version of the procedure that the next act is done under. */
    public Procedure procedure() {
        return due == null ? replay.marking().procedure : version(due);
    }

    /** The version that an act of this moment is done under. */
    public Procedure procedure(Moment at) {
        return at(at).procedure;
    }

    private Procedure version(Act entry) {
        return java.util.Objects.requireNonNull(ground.versions(), "nothing finds later versions").apply(entry);
    }

    public CaseInfo info() {
        return ground.info();
    }

    /** Acts in legal order: time, then record order; corrected contents stand in the place of what they correct. */
    public List<Entry> entries() {
        return acts;
    }

    /** As {@link #entries}, with the platform's own entries where they take effect. */
    public List<Entry> course() {
        return ordered;
    }

    /** Entries as recorded, corrections among them. */
    public List<Entry> record() {
        return recorded;
    }

    /** Examines an act, contents included, in the marking at its time. */
    public Examination examine(Act act, Registry registry) {
        Marking m = at(act.at());
        Procedure procedure = m.procedure;
        ActSpec spec = procedure.act(act.code());
        if (spec == null) {
            return new Examination(List.of(new Finding(
                    act.code(), "办理事项不存在", Severity.BAR, Finding.Kind.FORM, procedure.cite(),
                    "「" + procedure.title() + "」没有办理事项 " + act.code(), "", List.of(), Map.of())));
        }
        List<Finding> found = Examiner.examine(m, spec, act, registry, true, replay.coverage());
        return found.isEmpty() ? Examination.CLEAN : new Examination(List.copyOf(found));
    }

    /** Which acts this person may do at that moment, on which objects, and why not; contents are not asked. */
    public List<ActState> acts(Moment at, String actor, List<String> roles, Registry registry) {
        Marking m = at(at);
        List<ActState> out = new ArrayList<>();
        Scope.Known known = new Scope.Known();
        for (ActSpec spec : m.procedure.acts) {
            for (Map<String, String> on : m.subjects(spec)) {
                Act act = new Act(spec.code(), at, on, actor, roles, List.of(), Map.of());
                List<Finding> found = Examiner.offer(m, spec, act, registry, known);
                boolean open = found.stream().noneMatch(f -> f.severity() == Severity.BAR);
                out.add(new ActState(spec, on, m.label(on), open, List.copyOf(found), owed(m, spec, on, at.date())));
            }
        }
        return out;
    }

    private static Terms.@Nullable State owed(Marking m, ActSpec spec, Map<String, String> on, LocalDate asOf) {
        Terms.State first = null;
        for (Term t : m.openDuties[spec.index]) {
            if (t.isOpen() && Bindings.agree(t.on, on) && m.included(spec, on)) {
                Terms.State s = Terms.state(m, t, asOf);
                if (first == null || sooner(s.due(), first.due())) {
                    first = s;
                }
            }
        }
        return first;
    }

    private static boolean sooner(@Nullable Moment a, @Nullable Moment b) {
        return a != null && (b == null || a.from().isBefore(b.from()));
    }

    /** All duties as of a day: open, fulfilled and dropped; those of closed acts are left out. */
    public List<Terms.State> duties(LocalDate asOf) {
        Marking m = at(Moment.of(asOf));
        return m.terms.stream()
                .filter(t -> t.effect.duty() && (!t.isOpen() || m.included(t.target, t.on)))
                .map(t -> Terms.state(m, t, asOf))
                .toList();
    }

    /** All windows (有权期限) as of a day. */
    public List<Terms.State> windows(LocalDate asOf) {
        Marking m = at(Moment.of(asOf));
        return m.terms.stream().filter(t -> !t.effect.duty()).map(t -> Terms.state(m, t, asOf)).toList();
    }

    public List<ObjectState> objects() {
        List<ObjectState> out = new ArrayList<>();
        Marking m = replay.marking();
        m.things.forEach((kind, list) -> list.forEach(t -> out.add(new ObjectState(
                kind, m.procedure.objects.get(kind).title(), t.id, m.label(Map.of(kind, t.id)), raw(t),
                t.ended == null && !m.undone.contains(t.created)))));
        return out;
    }

    private static Map<String, Object> raw(Marking.Thing t) {
        Map<String, Object> out = new TreeMap<>();
        t.fields.forEach((k, v) -> out.put(k, v instanceof java.time.Instant i ? FormTypes.date(i).toString() : v));
        return out;
    }

    /** The case's own figures as of a day; one that cannot be computed yet is left out. */
    public Map<String, Object> figures(LocalDate asOf) {
        return figures(asOf, null, "");
    }

    /** The figures of one object. */
    public Map<String, Object> figures(LocalDate asOf, @Nullable String kind, String id) {
        Marking m = at(Moment.of(asOf));
        Map<String, String> on = kind == null ? Map.of() : Map.of(kind, id);
        Map<String, Object> out = new LinkedHashMap<>();
        Scope scope = Scope.of(m, on, Moment.of(asOf));
        for (Procedure.Figure f : m.procedure.figures()) {
            if (java.util.Objects.equals(f.on(), kind)) {
                try {
                    Object v = m.procedure.figureConditions.get(f.name()).value(scope);
                    out.put(f.name(), v instanceof java.time.Instant i ? FormTypes.date(i).toString() : v);
                } catch (Undecided e) {
                    continue;
                }
            }
        }
        return out;
    }

    /** Findings of one entry. */
    public List<Finding> findings(long seq) {
        return findings.getOrDefault(seq, List.of());
    }

    /** Findings of all entries, and the duties of the agency that are overdue on that day. */
    public List<Finding> findings(LocalDate asOf) {
        List<Finding> out = new ArrayList<>();
        findings.values().forEach(out::addAll);
        if (stays != null) {
            out.add(stays);
        }
        Marking m = at(Moment.of(asOf));
        for (Term t : m.terms) {
            if (t.effect.duty() && t.ofAgency() && t.isOpen() && m.included(t.target, t.on)) {
                Moment due = Clocks.end(m, t);
                if (Clocks.past(due, Moment.of(asOf), t.period)) {
                    out.add(Terms.undone(m, t, Finding.Kind.OVERDUE, "「" + t.target.title() + "」已于 " + due + " 届满，尚未完成"));
                }
            }
        }
        return out;
    }

    /** What has happened by law up to a day. */
    public List<ByLaw> byLaw(LocalDate asOf) {
        List<ByLaw> out = new ArrayList<>();
        for (List<Happening> list : at(Moment.of(asOf)).happenings) {
            list.stream().filter(h -> h.seq == 0).forEach(h -> out.add(new ByLaw(h.spec.code(), h.spec.title(), h.on, h.at)));
        }
        return out;
    }

    /**
     * The stage (环节) the case has come to: the furthest in which the agency has acted. A late act of an earlier stage does
     * not lead back; only what is undone (决定被撤销) does.
     */
    public String stage() {
        int furthest = 0;
        Procedure procedure = replay.marking().procedure;
        for (ActSpec spec : procedure.acts) {
            if (spec.kind() == ActSpec.Kind.ACT && replay.marking().entered(spec.index)) {
                furthest = Math.max(furthest, procedure.stages().indexOf(spec.stage()));
            }
        }
        return procedure.stages().isEmpty() ? "" : procedure.stages().get(furthest);
    }

    /** Codes of the acts that stand on a day: recorded or happened by law, and not undone. */
    public java.util.Set<String> standing(LocalDate asOf) {
        Marking m = at(Moment.of(asOf));
        java.util.Set<String> out = new java.util.LinkedHashSet<>();
        for (List<Happening> list : m.happenings) {
            list.stream().filter(h -> !m.undone.contains(h)).forEach(h -> out.add(h.spec.code()));
        }
        return out;
    }

    /** Whether an entry is recorded and has not been undone (决定被撤销); {@code seq} is the first of what was corrected. */
    public boolean stands(long seq) {
        Marking m = replay.marking();
        for (List<Happening> list : m.happenings) {
            for (Happening h : list) {
                if (h.seq == seq) {
                    return !m.undone.contains(h);
                }
            }
        }
        return false;
    }

    public boolean ended() {
        return replay.marking().ended != null;
    }

    /** The marking at a moment; nobody changes it any more. */
    private Marking at(Moment moment) {
        AsOf known = latest;
        if (known == null || !known.moment().equals(moment)) {
            known = new AsOf(moment, reached(moment));
            latest = known;
        }
        return known.marking();
    }

    private Marking reached(Moment moment) {
        int place = LegalOrder.place(ordered, moment);
        Marking m;
        if (place < ordered.size()) {
            Ground quiet = new Ground(ground.procedure(), info(), ground.calendar(), ground.versions(), Coverage.NONE);
            Replay earlier = quiet.start();
            ordered.subList(0, place).forEach(e -> quiet.take(earlier, e));
            m = earlier.marking();
        } else if (due(moment) != null) {
            Replay over = replay.copy();
            over.over(version(java.util.Objects.requireNonNull(due)), due.at());
            m = over.marking();
        } else {
            m = replay.marking().timed ? replay.marking().copy() : replay.marking();
        }
        Progress.advance(m, moment);
        return m;
    }
}
