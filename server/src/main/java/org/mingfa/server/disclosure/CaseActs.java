package org.mingfa.server.disclosure;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.Handling;
import org.springframework.stereotype.Component;

/** Publication and withdrawal as acts of the case, so that the law bars what it bars and the record knows. */
@Component
class CaseActs {
    /** The names that law packs give to these acts. */
    static final String PUBLISH = "publish";

    static final String WITHDRAW = "withdraw-publication";

    private final Handling handling;
    private final CaseFiles files;
    private final Clock clock;

    CaseActs(Handling handling, CaseFiles files, Clock clock) {
        this.handling = handling;
        this.files = files;
        this.clock = clock;
    }

    /** Does the act {@code publish}. Throws Problem 422 with findings where the law bars it. */
    void publish(Publication p) {
        act(p, PUBLISH, Map.of("channel", "own-site", "text", p.masked(), "reviewed", true));
    }

    void withdraw(Publication p, String reason) {
        act(p, WITHDRAW, Map.of("reason", reason));
    }

    private void act(Publication p, String code, Map<String, Object> form) {
        long seq = files.current(p.caseKey()).seq();
        String now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString();
        handling.act(p.caseKey(), ActInput.own(code, now, Map.of("party", p.partyId()), List.of(), form, seq), null);
    }
}
