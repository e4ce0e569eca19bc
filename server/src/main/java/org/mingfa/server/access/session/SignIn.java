package org.mingfa.server.access.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.CallerStore;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks an account and password, and begins a session; repeated failures lock the account for a while. */
@Component
public class SignIn {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final AccountStore accounts;
    private final CallerStore callers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessSettings settings;
    private final Clock clock;

    SignIn(AccountStore accounts, CallerStore callers, Passwords passwords, Sessions sessions, AccessSettings settings, Clock clock) {
        this.accounts = accounts;
        this.callers = callers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A person who has just signed in, and the token of their session. */
    public record SignedIn(Caller caller, String token) {}

    /** @throws Problem 401 for a wrong account or password, 423 while the account is locked */
    public SignedIn signIn(String login, String password) {
        Optional<AccountStore.Account> found = accounts.find(Accounts.normal(login)).filter(account -> !account.disabled());
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            throw wrong();
        }
        AccountStore.Account account = found.get();
        Instant now = clock.instant();
        if (account.lockedUntil() != null && account.lockedUntil().isAfter(now)) {
            throw locked(account.lockedUntil());
        }
        if (!passwords.matches(password, account.passwordHash())) {
            accounts.failed(account.login(), settings.failures(), now.plus(settings.lockedFor()));
            throw wrong();
        }
        accounts.succeeded(account.login());
        Caller caller = callers.find(account.person(), LocalDate.now(clock)).orElseThrow(SignIn::wrong);
        return new SignedIn(caller, sessions.begin(account.person()));
    }

    private static Problem wrong() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "账号或密码不正确。");
    }

    private Problem locked(Instant until) {
        return Problem.of(HttpStatus.LOCKED, "密码连续输错，账号已锁定至 " + TIME.format(until.atZone(clock.getZone())) + "。");
    }
}
