package org.mingfa.cli.audit;

import java.util.List;
import java.util.function.Consumer;
import org.mingfa.core.calendar.Moment;

/** What the audit asks of the law: examines the acts of one case after another. */
interface CaseAuditor {

    /** Ids of the rules, in the pack's order, each once. */
    List<Rule> rules();

    /** Index of the act that a log calls so, or -1. */
    int act(String eventName);

    /** Examines an act in the case so far, and lets it take effect whatever it breaks. */
    void add(int act, Moment at);

    /** Ends the case, reports the rule of each finding (one rule may come several times) and forgets the case. */
    void finish(Consumer<String> rule);

    /** @param title what it says, in the words of the pack */
    record Rule(String id, String title) {}
}
