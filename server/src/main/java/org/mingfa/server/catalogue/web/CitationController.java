package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.Citations;
import org.mingfa.server.catalogue.Cited;
import org.mingfa.server.operation.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The article behind a citation (法律依据). */
@RestController
class CitationController {

    private final Citations citations;
    private final Clock clock;

    CitationController(Citations citations, Clock clock) {
        this.citations = citations;
        this.clock = clock;
    }

    @Operation(summary = "The article behind a citation (法律依据), as in force on a day")
    @GetMapping("/api/law/citation")
    @Permit({"law.read", "case.read"})
    Cited look(@RequestParam String ref, @RequestParam(required = false) @Nullable LocalDate on) {
        new Fields().text("/ref", ref, 200).done();
        return citations.look(ref, on == null ? LocalDate.now(clock) : on);
    }
}
