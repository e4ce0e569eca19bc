package org.mingfa.server.access.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Accounts;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.OwnAccount;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.factor.SecondFactors;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.access.store.AccountList;
import org.mingfa.server.access.store.AccountStore;
import org.mingfa.server.access.store.SessionStore;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the security administrator (安全管理员) does with accounts of their region and below; each act is an audit entry. */
@RestController
@RequestMapping("/api/accounts")
@Permit("account.manage")
class AccountController {

    private static final int MOST = 200;
    private static final String TWO_PEOPLE = "同一人的密码和第二重验证不得由一名管理员都重置：请其他管理员办理，或者等此人设置了本人密码以后再办。";
    private static final String LOGIN = "[a-z0-9][a-z0-9._@-]{2,39}";

    private final AccountList list;
    private final AccountStore logins;
    private final Accounts accounts;
    private final OwnAccount own;
    private final AccessSettings settings;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    AccountController(AccountList list, AccountStore logins, Accounts accounts, OwnAccount own, AccessSettings settings, Sessions sessions, SecondFactors factors, Transactions transactions, Audit audit, Clock clock) {
        this.list = list;
        this.logins = logins;
        this.accounts = accounts;
        this.own = own;
        this.settings = settings;
        this.sessions = sessions;
        this.factors = factors;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record AccountRow(String person, String name, String agency, String roles, @Nullable String login, boolean locked, boolean disabled, boolean oneTime,
            boolean secondFactor, int sessions, @Nullable Instant lastSeen) {}

    record AccountPage(List<AccountRow> items, @Nullable String next) {}

    /** @param login for an account that is opened; an account there is keeps its own @param password the administrator's own */
    record Opening(@Nullable String login, @Nullable String password) {}

    /** @param password the administrator's own */
    record Proof(@Nullable String password) {}

    record Running(String id, String address, String agent, Instant since, Instant seen) {}

    @Operation(summary = "People and their accounts, by the beginning of a name or login")
    @GetMapping
    AccountPage page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<AccountList.Row> rows = list.page(region(), q.strip(), cursor, most + 1, clock.instant(), LocalDate.now(clock));
        return new AccountPage(rows.stream().limit(most).map(AccountController::shown).toList(), rows.size() > most ? Long.toString(rows.get(most - 1).person()) : null);
    }

    @Operation(summary = "Opens an account or resets its password: a one-time password, told once")
    @PostMapping("/{person}/password")
    Accounts.OneTime password(@PathVariable long person, @RequestBody Opening given) {
        login(person);
        mayReset(person, given.password());
        return transactions.write(() -> {
            String known = login(person);
            if (!factors.has(person) && audit.did(me(), "account-factor", person, clock.instant().minus(settings.oneTimeFor()))) {
                throw Refused.conflict(TWO_PEOPLE);
            }
            String login = known.isEmpty() ? fresh(given.login()) : known;
            audit.account(me(), "account-password", person);
            return accounts.setOneTime(login, person);
        });
    }

    @Operation(summary = "Where a person is signed in")
    @GetMapping("/{person}/sessions")
    List<Running> sessions(@PathVariable long person) {
        login(person);
        return sessions.of(person).stream().map(AccountController::shown).toList();
    }

    @Operation(summary = "Ends all sessions of a person")
    @DeleteMapping("/{person}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long person) {
        act(person, "account-sessions", sessions::endAll);
    }

    @Operation(summary = "Removes a person's second factor, for a lost phone")
    @PostMapping("/{person}/second-factor/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void factor(@PathVariable long person, @RequestBody Proof given) {
        login(person);
        mayReset(person, given.password());
        act(person, "account-factor", id -> {
            Instant until = logins.of(id).map(AccountStore.Account::oneTimeUntil).orElse(null);
            if (until != null && until.isAfter(clock.instant()) && audit.did(me(), "account-password", id, clock.instant().minus(settings.oneTimeFor()))) {
                throw Refused.conflict(TWO_PEOPLE);
            }
            factors.remove(id);
            sessions.endAll(id);
        });
    }

    @Operation(summary = "Closes a person's account; a one-time password opens it again")
    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable long person) {
        if (person == me()) {
            throw Refused.conflict("不能停用本人的账号。");
        }
        act(person, "account-close", accounts::disable);
    }

    private void act(long person, String act, LongConsumer work) {
        transactions.write(() -> {
            login(person);
            work.accept(person);
            audit.account(me(), act, person);
            return true;
        });
    }

    /** Not one's own, and only with one's own password: an unlocked desk is no administrator. */
    private void mayReset(long person, @Nullable String password) {
        if (person == me()) {
            throw Refused.conflict("不能重置本人的账号，请在“我的账号”办理，或者请其他管理员重置。");
        }
        new Fields().text("/password", password, 200).done();
        own.prove(me(), password);
    }

    /** Empty for someone without an account. */
    private String login(long person) {
        return list.login(region(), person).orElseThrow(() -> Refused.notFound("没有这个人，或者不在本地区"));
    }

    private String fresh(@Nullable String given) {
        String login = given == null ? "" : Accounts.normal(given);
        if (!login.matches(LOGIN)) {
            throw Refused.invalid("/login", "账号须为 3 至 40 个小写字母、数字或者 . _ @ -，以字母或者数字开头");
        }
        if (logins.find(login).isPresent()) {
            throw Refused.invalid("/login", "这个账号已经有人使用");
        }
        return login;
    }

    private static AccountRow shown(AccountList.Row r) {
        return new AccountRow(Long.toString(r.person()), r.name(), r.agency(), r.roles(), r.login(), r.locked(), r.disabled(), r.oneTime(), r.secondFactor(), r.sessions(), r.lastSeen());
    }

    private static Running shown(SessionStore.Session s) {
        return new Running(Long.toString(s.id()), s.address(), s.agent(), s.createdAt(), s.lastSeenAt());
    }

    private static int region() {
        return Caller.current().agency().region();
    }

    private static long me() {
        return Caller.current().id();
    }
}
