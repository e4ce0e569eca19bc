package org.mingfa.server.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.AccessSettings;
import org.mingfa.server.access.Open;
import org.mingfa.server.access.oidc.OidcRefused;
import org.mingfa.server.access.oidc.OidcSignIn;
import org.mingfa.server.operation.Practice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** Signing in by the identity provider: there and back by redirects of the browser. */
@RestController
@RequestMapping("/api/session")
@Open
class OidcController {

    private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);
    private static final String COOKIE = "MINGFA_OIDC";
    private static final Duration FLIGHT = Duration.ofMinutes(10);
    /** A path of the workbench, and never another site. */
    private static final Pattern OURS = Pattern.compile("/app(/[\\w./?=&%~-]*)?");

    private final OidcSignIn oidc;
    private final SessionCookie cookie;
    private final boolean secure;
    private final Practice practice;

    OidcController(OidcSignIn oidc, SessionCookie cookie, AccessSettings settings, Practice practice) {
        this.practice = practice;
        this.oidc = oidc;
        this.cookie = cookie;
        secure = settings.secureCookies();
    }

    /**
     * @param oidc what the way by the identity provider is called; null: there is none
     * @param practice whether this is a practice city (练习环境), where nothing has legal effect
     */
    record Ways(@Nullable String oidc, boolean practice) {}

    @Operation(summary = "Which ways to sign in there are beside account and password, and whether this is a practice city")
    @GetMapping("/ways")
    Ways ways() {
        return new Ways(oidc.title().orElse(null), practice.on());
    }

    @Operation(summary = "Sends the browser to the identity provider")
    @ApiResponse(responseCode = "302", description = "To the provider, or back to the sign-in page with refused=CODE")
    @GetMapping("/oidc")
    ResponseEntity<Void> toProvider(@RequestParam(defaultValue = "/app") String to) {
        try {
            OidcSignIn.Begun begun = oidc.begin(OURS.matcher(to).matches() ? to : "/app");
            return to(begun.to()).header(HttpHeaders.SET_COOKIE, flight(begun.flight(), FLIGHT)).build();
        } catch (OidcRefused e) {
            return refused(e);
        }
    }

    @Operation(summary = "Where the identity provider sends the browser back to: begins a session")
    @ApiResponse(responseCode = "302", description = "To where the person wanted to be, or to the sign-in page with refused=CODE")
    @GetMapping("/oidc/callback")
    ResponseEntity<Void> fromProvider(@RequestParam(required = false) @Nullable String code, @RequestParam(required = false) @Nullable String state, HttpServletRequest request) {
        Cookie flight = WebUtils.getCookie(request, COOKIE);
        try {
            OidcSignIn.Done done = oidc.end(flight == null ? null : flight.getValue(), code, state, request.getRemoteAddr(),
                    Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
            return to(URI.create(done.back())).header(HttpHeaders.SET_COOKIE, cookie.of(done.signedIn().token()).toString(), flight("", Duration.ZERO)).build();
        } catch (OidcRefused e) {
            return refused(e);
        }
    }

    private ResponseEntity<Void> refused(OidcRefused e) {
        LOG.warn("signing in by the identity provider was refused: {}", e.getMessage());
        return to(UriComponentsBuilder.fromPath("/app/sign-in").queryParam("refused", e.why().code()).build().toUri()).header(HttpHeaders.SET_COOKIE, flight("", Duration.ZERO)).build();
    }

    private static ResponseEntity.HeadersBuilder<?> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(address).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Lax: the provider, another site, sends the browser back with it. */
    private String flight(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value).httpOnly(true).secure(secure).sameSite("Lax").path("/api/session/oidc").maxAge(age).build().toString();
    }
}
