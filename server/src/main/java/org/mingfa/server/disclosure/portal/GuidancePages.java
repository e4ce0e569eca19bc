package org.mingfa.server.disclosure.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public pages of the guiding cases (指导案例). */
@RestController
@Open
@RequestMapping("/public/guidance")
public class GuidancePages {

    private static final String SIZE = "size";
    private static final int PAGE = 30;

    private final PublicGuidance guidance;
    private final Pages pages;

    GuidancePages(PublicGuidance guidance, Pages pages) {
        this.guidance = guidance;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> all(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String before, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        String words = q.length() > 100 ? q.substring(0, 100) : q;
        List<PublicGuidance.Told> found = guidance.newest(words, before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, PAGE + 1);
        List<PublicGuidance.Told> page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next = found.size() > PAGE ? "/public/guidance?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&before=" + page.getLast().id() : "";
        return pages.page(HttpStatus.OK, "guidance", PortalController.view(size), Map.of("q", words, "cases", page, "next", next));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        Optional<PublicGuidance.Told> told = id.matches("\\d{1,18}") ? guidance.find(Long.parseLong(id)) : Optional.empty();
        return told.map(t -> pages.page(HttpStatus.OK, "guiding-case", PortalController.view(size), Map.of("told", t)))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "missing", PortalController.view(size), Map.of()));
    }
}
