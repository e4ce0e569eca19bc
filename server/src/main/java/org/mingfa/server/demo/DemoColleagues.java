package org.mingfa.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.mingfa.server.cases.Notes;
import org.mingfa.server.cases.Substitutions;
import org.mingfa.server.record.CaseKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Colleagues at work: a head asks an officer about a case (提问), and one officer stands in for another for a week (代理). */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoColleagues {

    private final Notes notes;
    private final Substitutions substitutions;
    private final Clock clock;

    DemoColleagues(Notes notes, Substitutions substitutions, Clock clock) {
        this.notes = notes;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /**
     * Whoever carries out the agency's cases is asked about one of them, and stands in for the other.
     *
     * @param agency whose roles have the demo's accounts
     * @param running an open case of it
     */
    void load(City.Agency agency, CaseKey running) {
        List<City.Member> pair = agency.pair();
        String officer = Long.toString(agency.holding("officer").id());
        agency.as(agency.holding("unit-head")).call(() -> {
            notes.write(running, new Notes.Asked(1L, "线索来源的登记日期和投诉单上的不一致，请核对。", officer, null), null);
            LocalDate today = LocalDate.now(clock);
            substitutions.make(new Substitutions.Asked(Long.toString(pair.get(1).id()), Long.toString(pair.get(0).id()), today.toString(),
                    today.plusDays(6).toString(), "年休假"));
            return running;
        });
    }
}
