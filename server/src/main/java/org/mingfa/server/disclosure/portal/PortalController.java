package org.mingfa.server.disclosure.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Open;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public portal: no sign-in, no script. */
@RestController
@Open
@RequestMapping("/public")
class PortalController {
    private static final int NEWEST = 10;
    private static final int PAGE = 20;
    private static final String SIZE = "size";
    private final PublicDecisions decisions;
    private final Pages pages;

    PortalController(PublicDecisions decisions, Pages pages) {
        this.decisions = decisions;
        this.pages = pages;
    }

    @GetMapping({"", "/"})
    ResponseEntity<String> home(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        var newest = decisions.search(Query.of("", null, null), NEWEST);
        return pages.page(HttpStatus.OK, "home", view(size), Map.of("newest", newest));
    }

    @GetMapping("/search")
    ResponseEntity<String> search(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String after, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        Query query = Query.of(q, agency, after);
        var found = query.tooShort() ? List.<PublicDecision>of() : decisions.search(query, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? query.next(page.getLast()) : "";
        return pages.page(HttpStatus.OK, "search", view(size), Map.of("query", query, "found", page, "next", next));
    }

    @GetMapping("/decisions/{id}")
    ResponseEntity<String> decision(@PathVariable String id, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        var found = id.matches("\\d{1,9}-\\d{1,18}") ? decisions.find(Integer.parseInt(id.split("-")[0]), Long.parseLong(id.split("-")[1])) : java.util.Optional.<PublicDecision>empty();
        return found.map(decision -> pages.page(HttpStatus.OK, "decision", view(size), Map.of("decision", decision)))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "missing", view(size), Map.of()));
    }

    @GetMapping("/agencies")
    ResponseEntity<String> agencies(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        return pages.page(HttpStatus.OK, "agencies", view(size), Map.of("agencies", decisions.agencies()));
    }

    @GetMapping("/about")
    ResponseEntity<String> about(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        return pages.page(HttpStatus.OK, "about", view(size), Map.of());
    }

    /** Large type or ordinary, remembered in a cookie that says nothing about a person. */
    @GetMapping("/size/{which}")
    ResponseEntity<Void> size(@PathVariable String which) {
        var cookie = ResponseCookie.from(SIZE, "large".equals(which) ? "large" : "").path("/public").httpOnly(true).sameSite("Lax")
                .maxAge("large".equals(which) ? 31_536_000 : 0).build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.SET_COOKIE, cookie.toString()).header(HttpHeaders.LOCATION, "/public").build();
    }

    @GetMapping("/portal.css")
    ResponseEntity<byte[]> style() {
        return pages.style();
    }

    @GetMapping("/**")
    ResponseEntity<String> nothing(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        return pages.page(HttpStatus.NOT_FOUND, "missing", view(size), Map.of());
    }

    static View view(@Nullable String size) {
        return new View("large".equals(size), false);
    }
}
