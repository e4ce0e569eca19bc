package org.mingfa.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Replay;

/** The engine itself: the same examination that the server asks before it appends an entry. */
final class EngineAuditor implements CaseAuditor {
    private final Procedure procedure;
    private final Replay replay;

    EngineAuditor(Procedure procedure, WorkCalendar calendar) {
        this.procedure = procedure;
        this.replay = new Replay(procedure, new CaseInfo("", "", "", "", Map.of()), calendar);
    }

    @Override
    public List<Rule> rules() {
        return procedure.clausesOfCompleteCase().stream().map(clause -> new Rule(clause.id(), clause.title())).toList();
    }

    @Override
    public int act(String eventName) {
        return procedure.actIndexByLogName(eventName);
    }

    @Override
    public void add(int act, Moment at) {
        replay.add(act, at);
    }

    @Override
    public void finish(Consumer<String> rule) {
        replay.finish();
        replay.findings().forEach(finding -> rule.accept(finding.rule()));
        replay.reset();
    }
}
