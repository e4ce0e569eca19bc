package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.HandOvers;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.Substitutions;
import org.mingfa.server.cases.Workload;
import org.mingfa.server.cases.store.HandOverStore;
import org.mingfa.server.cases.store.SubstitutionStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who carries what in the caller's body (工作量), hand-over (交接), substitution (代理). */
@RestController
@Permit("case.assign")
class WorkController {

    private final Workload workload;
    private final HandOvers handOvers;
    private final Substitutions substitutions;

    WorkController(Workload workload, HandOvers handOvers, Substitutions substitutions) {
        this.workload = workload;
        this.handOvers = handOvers;
        this.substitutions = substitutions;
    }

    @Operation(summary = "Who carries what in the caller's body: open cases and duties by state (工作量)")
    @GetMapping("/api/workload")
    Page<Workload.Row> workload(
            @RequestParam(defaultValue = "false") boolean handOver, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return workload.page(handOver, cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Hands cases over to another officer of the body, or with dryRun says what would go over and what stands in the way (交接)")
    @PostMapping("/api/hand-overs")
    ResponseEntity<?> handOver(
            @RequestBody HandOvers.Asked asked, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return dryRun ? ResponseEntity.ok(handOvers.look(asked)) : ResponseEntity.status(HttpStatus.CREATED).body(handOvers.give(asked, key));
    }

    @Operation(summary = "Hand-overs in the caller's body, the latest first")
    @GetMapping("/api/hand-overs")
    Page<HandOverStore.Listed> handOvers(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return handOvers.page(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Substitutions in the caller's body, the latest first (代理)")
    @GetMapping("/api/substitutions")
    Page<SubstitutionStore.Listed> substitutions(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return substitutions.page(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Lets one person stand in for another from day to day")
    @PostMapping("/api/substitutions")
    ResponseEntity<SubstitutionStore.Listed> substitute(@RequestBody Substitutions.Asked asked) {
        return ResponseEntity.status(HttpStatus.CREATED).body(substitutions.make(asked));
    }

    @Operation(summary = "Ends a substitution from today on")
    @PostMapping("/api/substitutions/{id}/end")
    SubstitutionStore.Listed end(@PathVariable String id) {
        return substitutions.end(id);
    }
}
