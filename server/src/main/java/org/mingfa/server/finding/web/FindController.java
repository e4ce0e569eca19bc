package org.mingfa.server.finding.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.mingfa.server.access.Permit;
import org.mingfa.server.finding.Finder;
import org.mingfa.server.finding.Found;
import org.mingfa.server.operation.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FindController {

    /** @param groups those in which something was found, in a fixed order */
    record Answer(List<Found.Group> groups) {}

    private final Finder finder;

    FindController(Finder finder) {
        this.finder = finder;
    }

    @Operation(summary = "One box (Ctrl K): what the caller may see of cases, parties, documents, people, bodies, articles, laws, items and packs; uncounted")
    @GetMapping("/api/find")
    @Permit({"case.read", "law.read", "registry.read", "people.read"})
    Answer find(@RequestParam String q) {
        new Fields().text("/q", q, 100).check("/q", q.chars().noneMatch(c -> c == 0), "不得含有控制字符").done();
        return new Answer(finder.find(q.strip()));
    }
}
