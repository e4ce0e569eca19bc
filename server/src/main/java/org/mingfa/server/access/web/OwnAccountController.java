package org.mingfa.server.access.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Open;
import org.mingfa.server.access.OwnAccount;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. Open to everybody who is signed in, also before they may do anything else. */
@RestController
@RequestMapping("/api/account")
@Open
class OwnAccountController {

    private final OwnAccount own;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Audit audit;

    OwnAccountController(OwnAccount own, Sessions sessions, SessionCookie cookie, Audit audit) {
        this.audit = audit;
        this.own = own;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    record AccountShown(String login, @Nullable Instant oneTimeUntil, boolean secondFactor, boolean obligatory, int codesLeft, List<SessionShown> sessions) {}

    record SessionShown(String id, boolean current, String address, String agent, Instant since, Instant seen) {}

    record NewPassword(@Nullable String password, @Nullable String next) {}

    record Proof(@Nullable String password) {}

    record Code(@Nullable String code) {}

    /** @param uri as an authenticator reads it, {@code otpauth://…} @param qr the same as a picture, a data address */
    record Proposed(String secret, String uri, String qr) {}

    @Operation(summary = "One's own account and where one is signed in")
    @GetMapping
    AccountShown shown(HttpServletRequest request) {
        OwnAccount.Shown it = own.shown(me());
        long current = cookie.token(request).flatMap(sessions::number).orElse(0L);
        return new AccountShown(it.login(), it.oneTimeUntil(), it.secondFactor(), it.obligatory(), it.codesLeft(), it.sessions().stream()
                .map(s -> new SessionShown(Long.toString(s.id()), s.id() == current, s.address(), s.agent(), s.createdAt(), s.lastSeenAt())).toList());
    }

    @Operation(summary = "Sets a password of one's own; ends one's other sessions")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody NewPassword given, HttpServletRequest request) {
        new Fields().text("/password", given.password(), 200).text("/next", given.next(), 200).done();
        own.setPassword(me(), given.password(), given.next(), cookie.token(request).orElse(""));
    }

    @Operation(summary = "Draws a secret for an authenticator; it counts once a code has proven it")
    @PostMapping("/second-factor")
    Proposed propose(@RequestBody Proof given) {
        new Fields().text("/password", given.password(), 200).done();
        String secret = own.proposeFactor(me(), given.password());
        String uri = "otpauth://totp/Mingfa:" + own.shown(me()).login() + "?secret=" + secret + "&issuer=Mingfa";
        return new Proposed(secret, uri, QrPicture.of(uri));
    }

    @Operation(summary = "Proves the authenticator by a code; answers recovery codes, once")
    @PutMapping("/second-factor")
    List<String> prove(@RequestBody Code given) {
        new Fields().text("/code", given.code(), 20).done();
        return own.proveFactor(me(), given.code());
    }

    @Operation(summary = "Does without a second factor, where no role obliges to one")
    @PostMapping("/second-factor/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody Proof given) {
        new Fields().text("/password", given.password(), 200).done();
        own.removeFactor(me(), given.password());
    }

    @Operation(summary = "Ends one of one's own sessions")
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        if (!sessions.endOne(me(), id)) {
            throw Refused.notFound("这次登录已经结束");
        }
        audit.own(me(), "session-end", true);
    }

    private static long me() {
        return Caller.found().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。")).id();
    }
}
