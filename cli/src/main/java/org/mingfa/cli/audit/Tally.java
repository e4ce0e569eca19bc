package org.mingfa.cli.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.cli.BadInput;

/** Counts, per rule, the cases that break it. */
final class Tally {
    private final String file;
    private final CaseAuditor auditor;
    private final @Nullable String listed;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<String> listedCases = new ArrayList<>();
    private int cases;
    private long events;
    private int withFindings;

    /**
     * @param file the log, for errors
     * @param listed the rule whose cases are to be named, null for none
     */
    Tally(String file, CaseAuditor auditor, @Nullable String listed) {
        this.file = file;
        this.auditor = auditor;
        this.listed = listed;
        auditor.rules().forEach(rule -> counts.put(rule.id(), 0));
    }

    /** @throws BadInput for an event that the pack does not know, naming trace and event */
    void add(Trace trace) {
        cases++;
        int position = 0;
        for (Trace.Event event : trace.events()) {
            position++;
            int act = auditor.act(event.name());
            if (act < 0) {
                throw new BadInput(file + ": trace '" + trace.name() + "', event " + position + ": the pack knows no event '" + event.name() + "'");
            }
            auditor.add(act, event.at());
        }
        events += position;
        auditor.finish(broken::add);
        if (!broken.isEmpty()) {
            count(trace);
        }
    }

    private void count(Trace trace) {
        withFindings++;
        broken.forEach(rule -> counts.merge(rule, 1, Integer::sum));
        if (listed != null && broken.contains(listed)) {
            listedCases.add(trace.name());
        }
        broken.clear();
    }

    int cases() {
        return cases;
    }

    long events() {
        return events;
    }

    int withFindings() {
        return withFindings;
    }

    /** Cases per rule, zero included: the pack's rules in its order, then what else was found. */
    Map<String, Integer> counts() {
        return counts;
    }

    List<String> listedCases() {
        return listedCases;
    }
}
