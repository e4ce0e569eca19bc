package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Choice;
import org.mingfa.server.registry.People;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People to choose officers from: those of the caller's agency, or of another one within the caller's scope. */
@RestController
class PeopleController {

    private static final int MOST = 100;

    private final People people;
    private final Clock clock;

    PeopleController(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Operation(summary = "People to choose officers from, with their certificates")
    @GetMapping("/api/people")
    @Permit("case.read")
    List<Choice> choose(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role) {
        Caller me = Caller.current();
        long of = agency == null ? me.agency().id() : agency;
        if (!me.scope().agencies().contains(of)) {
            throw Refused.notFound("没有这个机关，或者不在您的管辖范围之内");
        }
        return people.choose(of, q == null || q.isBlank() ? null : q.strip(), role, LocalDate.now(clock), MOST);
    }
}
