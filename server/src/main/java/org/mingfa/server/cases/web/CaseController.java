package org.mingfa.server.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Finding;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.cases.CaseFilter;
import org.mingfa.server.cases.Done;
import org.mingfa.server.cases.NextSteps;
import org.mingfa.server.cases.Handling;
import org.mingfa.server.cases.Lists;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.Reading;
import org.mingfa.server.cases.view.CaseView;
import org.mingfa.server.cases.view.DutyView;
import org.mingfa.server.cases.view.EntryView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases: lists, one case, its timeline; opening one, trying an act out, doing it. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private static final int MOST = 200;

    /** What an act made; {@code case} is left out where the client asked for {@code return=minimal}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActResult(
            EntryView entry, @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable CaseView of,
            List<Done.Changed> changed, boolean repeated) {}

    record TryResult(boolean open, List<Finding> findings, List<DutyView> creates) {}

    private final Handling handling;
    private final Reading reading;
    private final Lists lists;
    private final NextSteps nextSteps;

    CaseController(Handling handling, Reading reading, Lists lists, NextSteps nextSteps) {
        this.handling = handling;
        this.reading = reading;
        this.lists = lists;
        this.nextSteps = nextSteps;
    }

    @Operation(summary = "Cases that the caller may see, filtered and paged")
    @GetMapping
    @Permit("case.read")
    Lists.Cases list(
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String procedure, @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "false") boolean mine, @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable LocalDate filedFrom,
            @RequestParam(required = false) @Nullable LocalDate filedTo,
            @RequestParam(defaultValue = "updated") String sort, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.cases(Choices.filter(q, stage, procedure, state, mine, overdue, filedFrom, filedTo, sort), cursor,
                bounded(limit));
    }

    @Operation(summary = "Opens a case by its first act")
    @PostMapping
    @Permit("case.act")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView open(
            @RequestBody Handling.Opening opening,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return reading.view(handling.open(opening, key).open());
    }

    @Operation(summary = "A case as it is now, as it was known at a moment, or as it legally stood on a day")
    @GetMapping("/{id}")
    @Permit("case.read")
    CaseView one(
            @PathVariable String id, @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable LocalDate validAt) {
        return knownAt == null && validAt == null
                ? reading.now(Choices.key(id))
                : reading.past(Choices.key(id), knownAt, validAt);
    }

    @Operation(summary = "A page of the timeline, newest first")
    @GetMapping("/{id}/entries")
    @Permit("case.read")
    Page<EntryView> entries(
            @PathVariable String id, @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return reading.entries(Choices.key(id), before, bounded(limit));
    }

    @Operation(summary = "Cases that may be opened from what is done in this one, with what their first form may be filled with")
    @GetMapping("/{id}/openings")
    @Permit("case.act")
    List<NextSteps.MayOpen> openings(@PathVariable String id) {
        return nextSteps.openings(Choices.key(id));
    }

    @Operation(summary = "Examines an act without doing it: what the law says and which duties it would make")
    @PostMapping("/{id}/examine")
    @ChangesNothing
    @Permit("case.act")
    TryResult examine(@PathVariable String id, @RequestBody ActInput act) {
        Handling.Tried tried = handling.examine(Choices.key(id), act);
        LocalDate today = reading.today();
        return new TryResult(tried.open(), tried.findings(), tried.creates().stream().map(d -> DutyView.of(d, today)).toList());
    }

    @Operation(summary = "Does an act")
    @PostMapping("/{id}/acts")
    @Permit("case.act")
    @ResponseStatus(HttpStatus.CREATED)
    ActResult act(
            @PathVariable String id, @RequestBody ActInput act,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        Done done = handling.act(Choices.key(id), act, key);
        boolean minimal = prefer.contains("return=minimal");
        return new ActResult(reading.entry(done.open(), done.entry()), minimal ? null : reading.view(done.open()),
                done.changed(), done.repeated());
    }

    static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
