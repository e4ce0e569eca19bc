package org.mingfa.server.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.factor.SecondFactors;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.CallerStore;
import org.mingfa.server.operation.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks an account and password, and begins a session; repeated failures lock the account for a while. */
@Component
public class SignIn {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AccountStore accounts;
    private final CallerStore callers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessSettings settings;
    private final Clock clock;
    private final SecondFactors factors;
    private final Audit audit;
    /** Wrong tries from an address, also to accounts that do not exist; those under way count until they are right. */
    private final Cache<String, AtomicInteger> near;

    SignIn(AccountStore accounts, CallerStore callers, Passwords passwords, Sessions sessions, AccessSettings settings, Clock clock, SecondFactors factors, Audit audit) {
        this.audit = audit;
        this.factors = factors;
        this.accounts = accounts;
        this.callers = callers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
        near = Caffeine.newBuilder().expireAfterWrite(settings.lockedFor()).maximumSize(100_000).build();
    }

    /** A person who has just signed in, and the token of their session. */
    public record SignedIn(Caller caller, String token) {}

    /**
     * @param code of the authenticator, or a recovery code; where one is needed and none given the refusal has {@code secondFactor}
     * @param address where the request comes from: the session counts from there only
     * @throws Problem 401 for a wrong account, password or code, 423 while the account is locked, 429 for too many from one address, 503 with
     *     {@code retryAfter} while too many sign in at once
     */
    public SignedIn signIn(String login, String password, @Nullable String code, String address, String agent) {
        try (Passwords.Place place = passwords.place()) {
            return atItsPlace(login, password, code, address, agent);
        }
    }

    private SignedIn atItsPlace(String login, String password, @Nullable String code, String address, String agent) {
        AtomicInteger tries = near.get(address, key -> new AtomicInteger());
        if (tries.incrementAndGet() > settings.addressFailures()) {
            LOG.warn("too many wrong sign-ins from {}: refused", address);
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "从本机地址登录失败的次数太多，请稍后再试。");
        }
        SignedIn done = checked(login, password, code, address, agent, tries);
        tries.decrementAndGet();
        return done;
    }

    /** Begins a session for whom the identity provider vouches for. Locks by wrong passwords do not bar it. */
    public SignedIn vouched(long person, String address, String agent) {
        Caller caller = callers.find(person, LocalDate.now(clock), null).orElseThrow(SignIn::wrong);
        audit.own(person, "sign-in-oidc", true);
        return new SignedIn(caller, sessions.begin(caller, address, agent));
    }

    private SignedIn checked(String login, String password, @Nullable String code, String address, String agent, AtomicInteger tries) {
        Optional<AccountStore.Account> found = accounts.find(Accounts.normal(login));
        if (found.isEmpty() || found.get().disabled()) {
            passwords.matchNobody(password);
            found.ifPresent(account -> audit.own(account.person(), "sign-in", false));
            LOG.warn("sign-in to an account that is unknown or closed, from {}", address);
            throw wrong();
        }
        AccountStore.Account account = found.get();
        Instant now = clock.instant();
        if (!accounts.tried(account.login(), settings.failures(), now, now.plus(settings.lockedFor()))) {
            audit.own(account.person(), "sign-in", false);
            throw locked(accounts.find(account.login()).map(AccountStore.Account::lockedUntil).orElse(now));
        }
        if (!passwords.matches(password, account.passwordHash())) {
            audit.own(account.person(), "sign-in", false);
            throw wrong();
        }
        if (account.oneTimeUntil() != null && !account.oneTimeUntil().isAfter(now)) {
            accounts.takeBack(account.login());
            throw Problem.of(HttpStatus.UNAUTHORIZED, "一次性密码已经过期，请安全管理员重新设置。");
        }
        if (factors.has(account.person())) {
            checkCode(account, code, tries);
        }
        accounts.succeeded(account.login());
        audit.own(account.person(), "sign-in", true);
        Caller caller = callers.find(account.person(), LocalDate.now(clock), null).orElseThrow(SignIn::wrong);
        return new SignedIn(caller, sessions.begin(caller, address, agent));
    }

    /** Asking for the code counts for nothing; a wrong one counts as a wrong password. */
    private void checkCode(AccountStore.Account account, @Nullable String code, AtomicInteger tries) {
        if (code == null || code.isBlank()) {
            accounts.takeBack(account.login());
            tries.decrementAndGet();
            throw Problem.of(HttpStatus.UNAUTHORIZED, "请输入验证器上的六位数字，或者一个恢复码。").with("secondFactor", true);
        }
        if (!factors.accepts(account.person(), code)) {
            audit.own(account.person(), "sign-in", false);
            throw Problem.of(HttpStatus.UNAUTHORIZED, "验证码不正确，或者已经用过。").with("secondFactor", true);
        }
    }

    private static Problem wrong() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "账号或密码不正确。");
    }

    private Problem locked(Instant until) {
        return Problem.of(HttpStatus.LOCKED, "密码连续输错，账号已锁定至 " + TIME.format(until.atZone(clock.getZone())) + "。");
    }
}
