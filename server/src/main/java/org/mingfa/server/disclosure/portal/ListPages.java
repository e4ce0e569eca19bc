package org.mingfa.server.disclosure.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Open;
import org.mingfa.server.catalogue.PublicLists;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public pages of the lists (清单, 事前公开): what is in force today. */
@RestController
@Open
@RequestMapping("/public/lists")
public class ListPages {

    /** A kind with its lists in force. */
    public record Group(PublicLists.Kind kind, List<PublicRows.PublicList> lists) {}

    private static final String SIZE = "size";
    private static final int PAGE = 100;

    private final PublicLists kinds;
    private final PublicRows rows;
    private final Pages pages;
    private final Clock clock;

    ListPages(PublicLists kinds, PublicRows rows, Pages pages, Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> all(@CookieValue(name = SIZE, required = false) @Nullable String size) {
        List<PublicRows.PublicList> found = rows.inForce(codes(), LocalDate.now(clock));
        List<Group> groups = kinds.kinds().stream().map(k -> new Group(k, found.stream().filter(l -> l.kind().equals(k.code())).toList()))
                .filter(g -> !g.lists().isEmpty()).toList();
        return pages.page(HttpStatus.OK, "lists", PortalController.view(size), Map.of("groups", groups));
    }

    private List<String> codes() {
        return kinds.kinds().stream().map(PublicLists.Kind::code).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(@PathVariable String id, @RequestParam(defaultValue = "1") String page, @CookieValue(name = SIZE, required = false) @Nullable String size) {
        Optional<PublicRows.PublicList> list = id.matches("\\d{1,18}") ? rows.find(Long.parseLong(id), codes(), LocalDate.now(clock)) : Optional.empty();
        int at = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        return list.flatMap(l -> kinds.kind(l.kind()).map(k -> {
            List<Map<String, String>> found = rows.rows(l.version(), at - 1, PAGE);
            String next = l.rows() > (long) at * PAGE ? "/public/lists/" + l.list() + "?page=" + (at + 1) : "";
            return pages.page(HttpStatus.OK, "list", PortalController.view(size), Map.of("list", l, "kind", k, "rows", found, "next", next));
        })).orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "missing", PortalController.view(size), Map.of()));
    }
}
