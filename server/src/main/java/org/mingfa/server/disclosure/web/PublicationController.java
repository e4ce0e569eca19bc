package org.mingfa.server.disclosure.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.disclosure.Publication;
import org.mingfa.server.disclosure.Publications;
import org.mingfa.server.disclosure.check.FindingStore;
import org.mingfa.server.disclosure.check.PublicationFinding;
import org.mingfa.server.disclosure.masking.Mask;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publications for officers and reviewers. */
@RestController
@RequestMapping("/api/publications")
class PublicationController {
    private static final int PAGE = 50;
    private final Publications publications;
    private final Clock clock;

    PublicationController(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    record Row(String id, String state, String caseId, String number, String party, String cause, String outcome, LocalDate decidedOn,
            @Nullable LocalDate dueOn, boolean overdue, @Nullable String submittedBy, @Nullable Instant submittedAt,
            @Nullable String returnedReason, @Nullable Instant releasedAt, @Nullable Instant withdrawnAt, @Nullable String withdrawReason) {}

    record Listed(List<Row> items, @Nullable String next) {}

    /**
     * @param maskings places of the original that the public does not see, in order
     * @param findings what the checks find of it; they bar nothing
     */
    record Shown(@JsonUnwrapped Row row, String original, String masked, List<Mask> maskings, List<PublicationFinding> findings) {}

    record Found(List<FindingStore.Listed> items, @Nullable String next) {}

    record ByHand(String rule, String title, String with, String cite) {}

    record SubmitInput(@Nullable List<Publications.Marked> masks) {}

    record ReasonInput(@Nullable String reason) {}

    @Operation(summary = "Publications (公示) by state, newest first")
    @GetMapping
    @Permit("publication.read")
    Listed list(@RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String cursor) {
        var found = publications.list(state == null || state.isBlank() ? null : state(state), cursor == null ? Long.MAX_VALUE : before(cursor), PAGE);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Listed(page.stream().map(this::row).toList(), found.size() > PAGE ? Long.toString(page.getLast().id()) : null);
    }

    /** What an officer may mask by hand. */
    @Operation(summary = "What an officer may mask by hand")
    @GetMapping("/rules")
    @Permit("publication.submit")
    List<ByHand> rules() {
        return publications.byHand().stream().map(r -> new ByHand(r.id(), r.title(), r.with(), r.cite())).toList();
    }

    @Operation(summary = "What the checks found of decisions under review or published, the newest first")
    @GetMapping("/findings")
    @Permit("publication.check")
    Found findings(@RequestParam(required = false) @Nullable String cursor) {
        if (cursor != null && !cursor.matches("\\d{1,18}\\|[A-Z0-9-]{1,20}")) throw Refused.bad("翻页位置不对，请从第一页开始。");
        String[] after = cursor == null ? new String[] {Long.toString(Long.MAX_VALUE), ""} : cursor.split("\\|");
        var found = publications.found(Long.parseLong(after[0]), after[1], PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Found(page, found.size() > PAGE ? page.getLast().publicationId() + "|" + page.getLast().rule() : null);
    }

    @Operation(summary = "A publication: the original, the masked text, and what is masked by which rule")
    @GetMapping("/{id}")
    @Permit("publication.read")
    Shown find(@PathVariable String id) {
        return shown(publications.find(id));
    }

    @Operation(summary = "Submits a draft for review, with places masked by hand")
    @PostMapping("/{id}/submit")
    @Permit("publication.submit")
    Shown submit(@PathVariable String id, @RequestBody(required = false) @Nullable SubmitInput input) {
        return shown(publications.submit(id, input == null ? null : input.masks()));
    }

    @Operation(summary = "Returns a draft with a reason")
    @PostMapping("/{id}/return")
    @Permit("publication.release")
    Shown giveBack(@PathVariable String id, @RequestBody ReasonInput input) {
        return shown(publications.giveBack(id, reason(input)));
    }

    @Operation(summary = "Releases a publication; by another person than who submitted it")
    @PostMapping("/{id}/release")
    @Permit("publication.release")
    Shown release(@PathVariable String id) {
        return shown(publications.release(id));
    }

    @Operation(summary = "Withdraws a published decision with a reason")
    @PostMapping("/{id}/withdraw")
    @Permit("publication.release")
    Shown withdraw(@PathVariable String id, @RequestBody ReasonInput input) {
        return shown(publications.withdraw(id, reason(input)));
    }

    private static String reason(ReasonInput input) {
        new Fields().text("/reason", input.reason(), 500).done();
        return java.util.Objects.requireNonNull(input.reason()).strip();
    }

    private static Publication.State state(String code) {
        try {
            return Publication.State.of(code);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/state", "状态只能是 draft、review、published、withdrawn 或者 dropped");
        }
    }

    private static long before(String cursor) {
        if (!cursor.matches("\\d{1,18}")) throw Refused.bad("翻页位置不对，请从第一页开始。");
        return Long.parseLong(cursor);
    }

    private Shown shown(Publication p) {
        return new Shown(row(p), p.original(), p.masked(), p.masks(), p.original().equals(Publication.DESTROYED) ? List.of() : publications.findings(p));
    }

    private Row row(Publication p) {
        boolean open = p.state() == Publication.State.DRAFT || p.state() == Publication.State.REVIEW;
        boolean overdue = open && p.due() != null && LocalDate.now(clock).isAfter(p.due());
        return new Row(p.idText(), p.state().code(), p.caseKey().toString(), p.number(), p.party(), p.cause(), p.outcome(), p.decidedOn(),
                p.due(), overdue, p.submittedBy() == null ? null : Long.toString(p.submittedBy()), p.submittedAt(), p.returnedReason(),
                p.releasedAt(), p.withdrawnAt(), p.withdrawReason());
    }
}
