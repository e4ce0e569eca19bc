package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Post;
import org.mingfa.server.registry.Registers;
import org.mingfa.server.registry.store.PersonStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of people: officers (执法人员), auxiliaries, reviewers, hearing hosts, by post and date; their roles. */
@RestController
@RequestMapping("/api/registry/officers")
class OfficerController {

    /** A person's post from a day on; {@code name} only when the person is new. */
    record PostInput(
            @Nullable String name, @Nullable LocalDate from, @Nullable Long agency, @Nullable Long unit,
            @Nullable String title, boolean officer, boolean reviewer, boolean qualified, boolean hearingHost) {

        Post post() {
            return new Post(from, agency, unit, title == null ? "" : title, officer, reviewer, qualified,
                    hearingHost);
        }
    }

    record RoleInput(
            @Nullable String role, @Nullable Long agency, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record RoleEnd(@Nullable Long agency, @Nullable LocalDate last) {}

    private final PersonStore store;
    private final Registers registers;
    private final Clock clock;

    OfficerController(PersonStore store, Registers registers, Clock clock) {
        this.store = store;
        this.registers = registers;
        this.clock = clock;
    }

    @Operation(summary = "People and their posts on a day")
    @GetMapping
    @Permit("registry.read")
    Listed<PersonStore.Row> list(
            @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return Listed.of(store.list(registers.reach(), agency, day, cursor, Listed.bound(limit) + 1),
                Listed.bound(limit), r -> Long.toString(r.id()));
    }

    @Operation(summary = "Registers a person")
    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody PostInput p) {
        new Fields().text("/name", p.name(), 50).present("/from", p.from()).present("/agency", p.agency()).done();
        return Map.of("id", Long.toString(registers.addPerson(p.name(), p.post())));
    }

    @Operation(summary = "Adds a version of a person's post from a day on")
    @PutMapping("/{id}")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable long id, @RequestBody PostInput p) {
        new Fields().present("/from", p.from()).present("/agency", p.agency()).done();
        registers.setPost(id, p.post());
    }

    @Operation(summary = "Gives a person a role")
    @PostMapping("/{id}/roles")
    @Permit("role.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable long id, @RequestBody RoleInput r) {
        new Fields().text("/role", r.role(), 40).present("/agency", r.agency()).present("/from", r.from())
                .check("/to", r.to() == null || r.from() == null || !r.to().isBefore(r.from()), "不得早于开始日期")
                .done();
        registers.grantRole(id, r.role(), r.agency(), r.from(), r.to());
    }

    @Operation(summary = "Ends a person's role")
    @PutMapping("/{id}/roles/{role}")
    @Permit("role.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @PathVariable String role, @RequestBody RoleEnd e) {
        new Fields().present("/agency", e.agency()).present("/last", e.last()).done();
        registers.endRole(id, role, e.agency(), e.last());
    }
}
