package org.mingfa.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;

/**
 * Goes through a record entry by entry, examining each and then letting it take effect: how a case file is built and
 * how an event log is audited. Entries are taken in the order given; {@link CaseFile} orders them by legal time.
 * Not thread-safe.
 */
public final class Replay {

    private Marking marking;
    private final Coverage coverage;
    private final List<Finding> findings = new ArrayList<>();

    public Replay(Procedure procedure, CaseInfo info, WorkCalendar calendar) {
        this(Marking.start(procedure, info, calendar), Coverage.NONE);
    }

    Replay(Marking marking, Coverage coverage) {
        this.marking = marking;
        this.coverage = coverage;
    }

    Marking marking() {
        return marking;
    }

    Coverage coverage() {
        return coverage;
    }

    Replay copy() {
        Replay r = new Replay(marking.copy(), coverage);
        r.findings.addAll(findings);
        return r;
    }

    /** Examines an event of a log by its act's index and applies it, whatever it breaks. */
    public void add(int actIndex, Moment at) {
        ActSpec spec = marking.procedure.acts[actIndex];
        add(spec, new Act(spec.code(), at, Map.of(), "", List.of(), List.of(), Map.of()), Registry.EMPTY, 0);
    }

    /** Examines an entry and applies it, whatever it breaks; its findings are also returned. */
    public List<Finding> add(Entry entry) {
        ActSpec spec = marking.procedure.act(entry.act().code());
        if (spec == null) {
            throw new IllegalArgumentException(
                    "unknown act '" + entry.act().code() + "' in procedure " + marking.procedure.code());
        }
        return add(spec, entry.act(), entry.registry(), entry.seq());
    }

    /** Goes over to a new version of the procedure: what is added from here on is examined under it. */
    void over(Procedure next, Moment at) {
        Progress.advance(marking, at);
        marking = Carried.over(marking, next, at);
    }

    private List<Finding> add(ActSpec spec, Act act, Registry registry, long seq) {
        Progress.advance(marking, act.at());
        List<Finding> found = Examiner.examine(marking, spec, act, registry, true, coverage);
        boolean barred = false;
        for (int i = 0; i < found.size(); i++) {
            Finding f = found.get(i);
            barred |= f.severity() == Severity.BAR;
            findings.add(f);
        }
        Progress.apply(marking, new Happening(spec, act.on(), act.at(), act, seq), registry, barred);
        return found;
    }

    /**
     * Ends a log that is taken as complete: what the agency still owes was not done, dated or not.
     */
    public void finish() {
        for (Term t : marking.terms) {
            if (t.isOpen() && t.effect.duty() && t.ofAgency() && marking.included(t.target, t.on)) {
                coverage.saw(t.effect.clause(), false);
                findings.add(Terms.undone(marking, t, Finding.Kind.MISSING, "此后应「" + t.target.title() + "」而没有"));
            }
        }
    }

    /** All findings so far, in the order they were made. */
    public List<Finding> findings() {
        return findings;
    }

    /** Makes it ready for the next case of the same procedure. */
    public void reset() {
        marking.clear();
        findings.clear();
    }
}
