package org.mingfa.server.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Open;
import org.mingfa.server.access.OwnAccount;
import org.mingfa.server.access.Posts;
import org.mingfa.server.access.audit.Audit;
import org.mingfa.server.access.session.SignIn;
import org.mingfa.server.access.session.Sessions;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, who is signed in, and for which body they work. */
@RestController
@RequestMapping("/api/session")
@Open
class SessionController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final OwnAccount own;
    private final Audit audit;
    private final Posts posts;

    SessionController(SignIn signIn, Sessions sessions, SessionCookie cookie, OwnAccount own, Audit audit, Posts posts) {
        this.posts = posts;
        this.audit = audit;
        this.own = own;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** @param code of the authenticator, or a recovery code; once a refusal said {@code secondFactor} */
    record Credentials(@Nullable String account, @Nullable String password, @Nullable String code) {}

    /**
     * @param agency the body worked for
     * @param pending {@code password} or {@code second-factor}: to be set before anything else; {@code post}: to be chosen; null: nothing
     * @param posts the bodies in which roles are held today
     */
    record Session(Person person, Agency agency, @Nullable Unit unit, List<String> permissions, @Nullable String pending, List<PostShown> posts) {}

    /** @param last whether it was chosen last */
    record PostShown(Agency agency, List<String> roleTitles, boolean last) {}

    record Chosen(@Nullable Long agency) {}

    record Person(String id, String name, List<String> roles, List<String> roleTitles) {}

    record Agency(String id, String name, String field, String region, String regionName) {}

    record Unit(String id, String name) {}

    /** Asking also draws the CSRF cookie that every write must repeat in its header. */
    @Operation(summary = "Who is signed in; also draws the cookie XSRF-TOKEN")
    @GetMapping
    Session session(CsrfToken csrf) {
        csrf.getToken();
        return Caller.found().map(this::shown).orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。"));
    }

    @Operation(summary = "Signs in")
    @PostMapping
    ResponseEntity<Session> begin(@RequestBody Credentials given, HttpServletRequest request) {
        if (given.account() == null || given.password() == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "请填写账号和密码。");
        }
        SignIn.SignedIn signedIn = signIn.signIn(
                given.account(), given.password(), given.code(), request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.of(signedIn.token()).toString())
                .body(shown(signedIn.caller()));
    }

    @Operation(summary = "Signs out")
    @ApiResponse(responseCode = "204")
    @DeleteMapping
    ResponseEntity<Void> end(HttpServletRequest request) {
        cookie.token(request).ifPresent(sessions::end);
        Caller.found().ifPresent(caller -> audit.own(caller.id(), "sign-out", true));
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.none().toString()).build();
    }

    @Operation(summary = "Chooses for which body one works, of those in which one holds roles today (选择岗位、换岗); the session goes on under a new cookie")
    @PutMapping("/post")
    ResponseEntity<Session> choose(@RequestBody Chosen given, HttpServletRequest request) {
        Caller caller = Caller.found().orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "请先登录。"));
        SignIn.SignedIn now = posts.choose(caller, cookie.token(request).orElse(""), given.agency());
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.of(now.token()).toString()).body(shown(now.caller()));
    }

    private Session shown(Caller caller) {
        Caller.Part unit = caller.unit();
        return new Session(
                new Person(
                        caller.idText(),
                        caller.name(),
                        caller.roles().stream().map(Caller.Held::code).distinct().toList(),
                        caller.roles().stream().map(Caller.Held::title).distinct().toList()),
                shown(caller.agency()),
                unit == null ? null : new Unit(Long.toString(unit.id()), unit.name()),
                caller.permissions().stream().sorted().toList(),
                switch (own.pending(caller.id())) {
                    case PASSWORD -> "password";
                    case SECOND_FACTOR -> "second-factor";
                    case NOTHING -> caller.undecided() ? "post" : null;
                },
                posts.of(caller.id()).stream().map(p -> new PostShown(shown(p.agency()), p.roles(), p.last())).toList());
    }

    private static Agency shown(Caller.Body agency) {
        return new Agency(Long.toString(agency.id()), agency.name(), agency.field(), Integer.toString(agency.region()), agency.regionName());
    }
}
