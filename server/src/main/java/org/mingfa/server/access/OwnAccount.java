package org.mingfa.server.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.factor.SecondFactors;
import org.mingfa.server.access.session.Passwords;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.PendingStore;
import org.mingfa.server.access.store.SessionStore;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What people do with their own account: password, second factor, sessions. Wrong passwords count as at sign-in. */
@Component
public class OwnAccount {

    private final AccountStore accounts;
    private final PendingStore pending;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessSettings settings;
    private final Clock clock;
    private final Audit audit;

    OwnAccount(AccountStore accounts, PendingStore pending, SecondFactors factors, Passwords passwords, Sessions sessions, AccessSettings settings, Clock clock, Audit audit) {
        this.audit = audit;
        this.accounts = accounts;
        this.pending = pending;
        this.factors = factors;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** An account as its owner sees it. */
    public record Shown(
            String login, @Nullable Instant oneTimeUntil, boolean secondFactor, boolean obligatory, int codesLeft, List<SessionStore.Session> sessions) {}

    public Shown shown(long person) {
        AccountStore.Account account = account(person);
        return new Shown(account.login(), account.oneTimeUntil(), factors.has(person), pending.obligatory(person, today()), factors.codesLeft(person), sessions.of(person));
    }

    public PendingStore.Pending pending(long person) {
        return pending.of(person, today());
    }

    /** Sets a password of one's own and ends the other sessions. */
    public void setPassword(long person, String old, String next, String token) {
        prove(person, old);
        if (!Accounts.fits(next)) {
            throw Refused.invalid("/next", Accounts.TOO_SHORT_OR_LONG);
        }
        if (next.equals(old)) {
            throw Refused.invalid("/next", "新密码不得与原密码相同");
        }
        accounts.put(account(person).login(), person, passwords.hash(next), null);
        sessions.endOthers(person, token);
        audit.own(person, "password", true);
    }

    /** A secret for the authenticator, in base 32. */
    public String proposeFactor(long person, String password) {
        prove(person, password);
        return factors.propose(person);
    }

    /** Recovery codes, told once. */
    public List<String> proveFactor(long person, String code) {
        if (factors.has(person)) {
            throw Refused.conflict("已经启用第二重验证；要更换设备，请先停用。");
        }
        AccountStore.Account account = tried(person);
        List<String> codes = factors.prove(person, code);
        accounts.takeBack(account.login());
        sessions.reread(person);
        audit.own(person, "factor-on", true);
        return codes;
    }

    public void removeFactor(long person, String password) {
        if (pending.obligatory(person, today())) {
            throw Refused.conflict("您的岗位必须使用第二重验证；手机丢失或者更换的，请安全管理员重置。");
        }
        prove(person, password);
        factors.remove(person);
        audit.own(person, "factor-off", true);
    }

    /** Refuses unless this is the person's own password. */
    public void prove(long person, String password) {
        AccountStore.Account account = tried(person);
        if (!passwords.matches(password, account.passwordHash())) {
            throw Refused.invalid("/password", "密码不正确");
        }
        accounts.takeBack(account.login());
    }

    /** Counted as wrong until it is taken back. */
    private AccountStore.Account tried(long person) {
        AccountStore.Account account = account(person);
        Instant now = clock.instant();
        if (!accounts.tried(account.login(), settings.failures(), now, now.plus(settings.lockedFor()))) {
            throw Problem.of(HttpStatus.LOCKED, "密码或者验证码连续输错，账号已锁定，请稍后再试。");
        }
        return account;
    }

    private AccountStore.Account account(long person) {
        return accounts.of(person).orElseThrow(() -> Refused.notFound("没有账号"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
