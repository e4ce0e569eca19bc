package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Registers;
import org.mingfa.server.registry.store.AgencyStore;
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

/** The register of agencies (执法主体). */
@RestController
@RequestMapping("/api/registry/agencies")
class AgencyController {

    private static final List<String> KINDS = List.of("statutory", "authorised", "entrusted");

    record NewAgency(
            @Nullable String name, @Nullable String shortName, @Nullable String field, @Nullable Integer region,
            @Nullable LocalDate from, @Nullable Boolean standing, @Nullable String kind, @Nullable String basis) {}

    record NewStanding(
            @Nullable LocalDate from, @Nullable Boolean standing, @Nullable String kind, @Nullable String basis) {}

    private final AgencyStore store;
    private final Registers registers;
    private final Clock clock;

    AgencyController(AgencyStore store, Registers registers, Clock clock) {
        this.store = store;
        this.registers = registers;
        this.clock = clock;
    }

    @Operation(summary = "Agencies (执法主体) and their standing on a day")
    @GetMapping
    @Permit("registry.read")
    Listed<AgencyStore.Row> list(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(
                store.list(registers.reach(), on == null ? LocalDate.now(clock) : on, cursor, Listed.bound(limit) + 1),
                Listed.bound(limit), r -> Long.toString(r.id()));
    }

    @Operation(summary = "Registers an agency")
    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody NewAgency n) {
        check(n.from(), n.standing(), n.kind(), n.basis())
                .text("/name", n.name(), 100).text("/shortName", n.shortName(), 20).text("/field", n.field(), 20)
                .present("/region", n.region())
                .done();
        return Map.of("id", Long.toString(registers.addAgency(n.region(), n.name(), n.shortName(), n.field(),
                new Registers.Standing(n.from(), n.standing(), n.kind(), n.basis()))));
    }

    @Operation(summary = "Adds a version of an agency's standing from a day on")
    @PutMapping("/{id}")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable long id, @RequestBody NewStanding n) {
        check(n.from(), n.standing(), n.kind(), n.basis()).done();
        registers.setStanding(id, new Registers.Standing(n.from(), n.standing(), n.kind(), n.basis()));
    }

    private static Fields check(
            @Nullable LocalDate from, @Nullable Boolean standing, @Nullable String kind, @Nullable String basis) {
        return new Fields().present("/from", from).present("/standing", standing)
                .fits("/kind", kind, KINDS::contains, "应为 statutory、authorised 或 entrusted")
                .text("/basis", basis, 200);
    }
}
