package org.mingfa.server.demo;

import java.util.Map;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.disclosure.Guidance;
import org.mingfa.server.disclosure.GuidingCase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The guiding cases of the city (案例指导): proposed, reviewed and published by its people. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoGuidance {

    private final Guidance guidance;

    DemoGuidance(Guidance guidance) {
        this.guidance = guidance;
    }

    /** Retells a closed case where its script says how. */
    void tell(Script script, City.Agency agency, OpenCase open) {
        Map<String, Object> g = script.guidance();
        if (g.isEmpty()) {
            return;
        }
        GuidingCase.Content content = new GuidingCase.Content((String) g.get("table"), (String) g.get("conduct"), "", (String) g.get("cite"), (String) g.get("title"),
                (String) g.get("facts"), (String) g.get("issue"), (String) g.get("reasoning"));
        GuidingCase told = agency.as(agency.holding("officer")).call(() -> {
            GuidingCase draft = guidance.propose(open.id(), content);
            return guidance.step(draft.id(), "submit", "", draft.seq());
        });
        GuidingCase reviewed = agency.as(agency.holding("legal-reviewer")).call(() -> guidance.step(told.id(), "review", "事实清楚，理由充分，同意。", told.seq()));
        if (g.containsKey("document")) {
            agency.as(agency.holding("agency-head")).call(() -> guidance.step(told.id(), "publish", (String) g.get("document"), reviewed.seq()));
        }
    }
}
