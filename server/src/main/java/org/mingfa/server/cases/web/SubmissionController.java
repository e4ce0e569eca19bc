package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Finding;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Handling;
import org.mingfa.server.cases.Page;
import org.mingfa.server.cases.Reading;
import org.mingfa.server.cases.SubmissionViews;
import org.mingfa.server.cases.Submissions;
import org.mingfa.server.cases.Together;
import org.mingfa.server.cases.view.DutyView;
import org.mingfa.server.cases.view.SubmissionView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Submissions (送审稿): drafted acts sent to whoever does them; no part of the record. */
@RestController
@Permit("case.act")
class SubmissionController {

    /** The version that the caller has seen. */
    record Seen(@Nullable Integer version) {}

    record Examined(boolean open, List<Finding> findings, List<DutyView> creates) {}

    /** What is decided in one go. */
    record Decided(@Nullable List<Together.One> submissions) {}

    private final Submissions submissions;
    private final Together together;
    private final SubmissionViews views;
    private final Reading reading;

    SubmissionController(Submissions submissions, Together together, SubmissionViews views, Reading reading) {
        this.submissions = submissions;
        this.together = together;
        this.views = views;
        this.reading = reading;
    }

    @Operation(summary = "What the caller has sent for a decision and has not ended (我送审的)")
    @GetMapping("/api/submissions/sent")
    Page<SubmissionView.Row> sent(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return views.sent(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Submissions that wait for the caller's decision (待我审批)")
    @GetMapping("/api/submissions/waiting")
    Page<SubmissionView.Row> waiting(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return views.waiting(cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Submissions of a case, for the body whose case it is")
    @GetMapping("/api/cases/{id}/submissions")
    @Permit("case.read")
    Page<SubmissionView.Row> ofCase(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return views.ofCase(Choices.key(id), cursor, CaseController.bounded(limit));
    }

    @Operation(summary = "Who would get an act of a case for doing it: roles and their holders; nobody where the caller may do it")
    @GetMapping("/api/cases/{id}/receivers")
    List<Submissions.Receiver> receivers(@PathVariable String id, @RequestParam String act) {
        return submissions.receivers(Choices.key(id), act);
    }

    @Operation(summary = "Examines a drafted act as whoever it is sent to would do it")
    @PostMapping("/api/submissions/examine")
    @ChangesNothing
    Examined examine(@RequestBody Submissions.Asked asked) {
        Handling.Tried tried = submissions.examine(asked);
        return new Examined(tried.open(), tried.findings(), tried.creates().stream().map(d -> DutyView.of(d, reading.today())).toList());
    }

    @Operation(summary = "Sends a drafted act to whoever does it (送审)")
    @PostMapping("/api/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    SubmissionView send(@RequestBody Submissions.Asked asked, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return submissions.send(asked, key);
    }

    @Operation(summary = "A submission with its versions and their differences; withheld from those who decide until they open it")
    @GetMapping("/api/submissions/{id}")
    SubmissionView one(@PathVariable String id) {
        return views.one(id);
    }

    @Operation(summary = "Opens a submission: of those who decide it is kept who opened it and when")
    @PostMapping("/api/submissions/{id}/open")
    SubmissionView open(@PathVariable String id) {
        return submissions.open(id);
    }

    @Operation(summary = "Sends a submission again, mended; earlier versions stay")
    @PostMapping("/api/submissions/{id}/versions")
    SubmissionView again(
            @PathVariable String id, @RequestBody Submissions.Again again,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return submissions.again(id, again, key);
    }

    @Operation(summary = "Hands a submission back with the reason and the places that hurt (退回)")
    @PostMapping("/api/submissions/{id}/return")
    SubmissionView giveBack(
            @PathVariable String id, @RequestBody Submissions.Return back,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return submissions.giveBack(id, back, key);
    }

    @Operation(summary = "Decides several of one act in one go, each by itself in its case, where the law packs allow it (成批办理)")
    @PostMapping("/api/submissions/decide")
    List<Together.Outcome> decide(
            @RequestBody Decided decided, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return together.decide(decided.submissions(), key);
    }

    @Operation(summary = "Takes a submission back before it was opened (撤回)")
    @PostMapping("/api/submissions/{id}/withdraw")
    SubmissionView withdraw(@PathVariable String id, @RequestBody Seen seen) {
        return submissions.withdraw(id, seen.version());
    }

    @Operation(summary = "Gives a submission up that does not wait; its versions stay with the case")
    @PostMapping("/api/submissions/{id}/drop")
    SubmissionView drop(@PathVariable String id) {
        return submissions.drop(id);
    }
}
