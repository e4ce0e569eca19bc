package org.mingfa.server.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.access.session.SignIn;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.CallerStore;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The bodies in which a person holds roles today, and for which of them a session works (选择岗位、换岗). */
@Component
public class Posts {

    private final CallerStore callers;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Posts(CallerStore callers, AccountStore accounts, Sessions sessions, Transactions transactions, Audit audit, Clock clock) {
        this.callers = callers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param last whether it was chosen last, in whichever session */
    public record Post(Caller.Body agency, List<String> roles, boolean last) {}

    public List<Post> of(long person) {
        Long last = accounts.lastAgency(person);
        return callers.posts(person, today()).stream().map(p -> new Post(p.agency(), p.roles(), last != null && p.agency().id() == last)).toList();
    }

    /**
     * Goes on for another body, in the same session under a new token.
     *
     * @param token of the session that goes on
     * @throws Problem 422 where the caller holds no role there today; the audit keeps the try
     */
    public SignIn.SignedIn choose(Caller caller, String token, @Nullable Long agency) {
        if (agency == null || of(caller.id()).stream().noneMatch(p -> p.agency().id() == agency)) {
            audit.own(caller.id(), "post-switch", false);
            throw Refused.invalid("/agency", "您今天在这个单位没有岗位角色");
        }
        return transactions.write(() -> {
            String next = sessions.move(token, agency).orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。"));
            accounts.choose(caller.id(), agency);
            audit.post(caller.id(), agency, caller.undecided() ? "post-choose" : "post-switch");
            return new SignIn.SignedIn(callers.find(caller.id(), today(), agency).orElseThrow(), next);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
