package org.mingfa.server.chart;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Finding.Kind;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Severity;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.chart.draw.Standing;

/** How each act of a case stands on a day, whoever looks at it: who may do it and what its form asks is not looked at. */
final class CaseStandings {

    /** What keeps an act from being done now; the rest depends on the person or on what will be filled in. */
    private static final Set<Kind> BARS = EnumSet.of(Kind.MISSING, Kind.TOO_EARLY, Kind.NOT_AVAILABLE, Kind.OUT_OF_TIME, Kind.WAITS, Kind.TIMES);
    private static final Registry NOBODY = new Registry(Map.of(), Map.of(), List.of(), Map.of());

    private final CaseFile file;
    private final Set<String> done;
    private final Map<String, LocalDate> latest = new HashMap<>();

    private CaseStandings(CaseFile file, LocalDate day) {
        this.file = file;
        done = file.standing(day);
        for (Entry e : file.entries()) {
            latest.put(e.act().code(), e.act().at().date());
        }
    }

    static Map<String, Outline.CaseStanding> of(CaseFile file, LocalDate day) {
        CaseStandings all = new CaseStandings(file, day);
        Map<String, List<CaseFile.ActState>> states = new HashMap<>();
        file.acts(Moment.of(day), "", List.of(), NOBODY).forEach(s -> states.computeIfAbsent(s.act().code(), k -> new java.util.ArrayList<>()).add(s));
        Map<String, Outline.CaseStanding> out = new HashMap<>();
        file.procedure().acts().forEach(a -> out.put(a.code(), all.of(a, states.getOrDefault(a.code(), List.of()))));
        return out;
    }

    private Outline.CaseStanding of(ActSpec act, List<CaseFile.ActState> states) {
        Terms.State owed = states.stream().map(CaseFile.ActState::duty).filter(d -> d != null && d.owedBy().equals("agency"))
                .min(java.util.Comparator.comparing(CaseStandings::due)).orElse(null);
        if (owed != null) {
            return new Outline.CaseStanding(owed.overdue() ? Standing.OVERDUE : Standing.DUE, due(owed).equals(LocalDate.MAX) ? "应当办理" : "期限至" + due(owed));
        }
        if (done.contains(act.code())) {
            LocalDate when = latest.get(act.code());
            return new Outline.CaseStanding(Standing.DONE, when == null ? "" : "已于" + when);
        }
        if (states.stream().anyMatch(CaseStandings::open)) {
            return new Outline.CaseStanding(Standing.OPEN, "");
        }
        return new Outline.CaseStanding(over(act, states) ? Standing.OVER : Standing.BARRED, "");
    }

    private static LocalDate due(Terms.State duty) {
        return duty.due() == null || duty.stopped() ? LocalDate.MAX : duty.due().date();
    }

    private static boolean open(CaseFile.ActState state) {
        return state.findings().stream().noneMatch(f -> f.severity() == Severity.BAR && BARS.contains(f.kind()));
    }

    /** Whether it will not come again: the case has ended, its time has run out, another act has closed it. */
    private boolean over(ActSpec act, List<CaseFile.ActState> states) {
        return file.ended() && !act.afterEnd()
                || states.stream().flatMap(s -> s.findings().stream()).map(Finding::kind)
                        .anyMatch(k -> k == Kind.OUT_OF_TIME || k == Kind.TIMES || k == Kind.NOT_AVAILABLE && !act.startsClosed());
    }
}
