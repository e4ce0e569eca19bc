package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.evaluation.Evaluated;
import org.mingfa.server.catalogue.evaluation.Evaluation;
import org.mingfa.server.catalogue.evaluation.EvaluationViews;
import org.mingfa.server.catalogue.evaluation.Evaluations;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evaluation (评估) of lists and benchmark tables over HTTP. */
@RestController
@RequestMapping("/api/evaluations")
@Permit("list.read")
class EvaluationController {

    record Opening(@Nullable String subject, @Nullable Long id) {}

    /** @param outcome keep, change, suspend or cancel */
    record Conclusion(@Nullable List<String> keys, @Nullable String outcome, @Nullable String reason) {}

    record Opinion(@Nullable String key, @Nullable Integer seq, @Nullable Boolean agrees, @Nullable String opinion) {}

    record Deciding(@Nullable String key, @Nullable Integer seq, @Nullable Boolean agreed, @Nullable String document, @Nullable LocalDate on, @Nullable String note) {}

    record Closing(@Nullable String summary) {}

    record DuePage(List<EvaluationViews.Due> items, @Nullable String next) {}

    record EvaluationPage(List<Evaluation> items, @Nullable String next) {}

    record ItemsPage(List<EvaluationViews.ItemView> items, @Nullable String next) {}

    private static final int MOST = 200;
    private static final List<String> STATES = List.of("open", "kept", "proposed", "opined", "agreed", "refused");

    private final Evaluations evaluations;
    private final EvaluationViews views;
    private final Clock clock;

    EvaluationController(Evaluations evaluations, EvaluationViews views, Clock clock) {
        this.evaluations = evaluations;
        this.views = views;
        this.clock = clock;
    }

    private static int bound(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    @Operation(summary = "Lists, or benchmark sets, that are to be evaluated until a day (today, if none is given), the longest due first")
    @GetMapping("/due")
    DuePage dueEvaluations(
            @RequestParam(defaultValue = "list") String subject, @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = until == null ? today : until;
        new Fields().check("/until", !day.isAfter(today.plusYears(2)), "不得晚于两年以后").done();
        List<EvaluationViews.Due> found = views.due(subject, day, after(cursor), bound(limit) + 1);
        if (found.size() <= bound(limit)) {
            return new DuePage(found, null);
        }
        EvaluationViews.Due last = found.get(bound(limit) - 1);
        return new DuePage(found.subList(0, bound(limit)), last.due() + "|" + last.id());
    }

    private static Evaluated.After after(String cursor) {
        if (cursor.isEmpty()) {
            return new Evaluated.After(LocalDate.of(1, 1, 1), 0);
        }
        if (!cursor.matches("\\d{4}-\\d{2}-\\d{2}\\|\\d{1,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        try {
            return new Evaluated.After(LocalDate.parse(cursor.substring(0, 10)), Long.parseLong(cursor.substring(11)));
        } catch (java.time.format.DateTimeParseException noDay) {
            throw Refused.bad("游标不是由本系统给出的");
        }
    }

    @Operation(summary = "Evaluations within the caller's reach, the newest first, with how far each is")
    @GetMapping
    EvaluationPage evaluations(
            @RequestParam(defaultValue = "false") boolean closed, @RequestParam(defaultValue = "9223372036854775807") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<Evaluation> found = views.page(closed, cursor, bound(limit) + 1);
        return found.size() > bound(limit) ? new EvaluationPage(found.subList(0, bound(limit)), Long.toString(found.get(bound(limit) - 1).id())) : new EvaluationPage(found, null);
    }

    @Operation(summary = "Begins the evaluation of a list or a benchmark set: all that stands on it today is to be concluded upon")
    @PostMapping
    @Permit({"list.draft", "law.draft"})
    @ResponseStatus(HttpStatus.CREATED)
    EvaluationViews.Whole openEvaluation(@RequestBody Opening in) {
        new Fields().present("/subject", in.subject).present("/id", in.id).done();
        return views.whole(evaluations.open(String.valueOf(in.subject), in.id == null ? 0 : in.id));
    }

    @Operation(summary = "An evaluation with its progress and what this caller may do")
    @GetMapping("/{id}")
    EvaluationViews.Whole evaluation(@PathVariable long id) {
        return views.whole(id);
    }

    @Operation(summary = "A page of what is evaluated, in the order of the list")
    @GetMapping("/{id}/items")
    ItemsPage evaluationItems(
            @PathVariable long id, @RequestParam(defaultValue = "") List<String> state, @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "50") int limit) {
        new Fields().check("/state", STATES.containsAll(state), "应为 " + String.join("、", STATES)).done();
        List<EvaluationViews.ItemView> found = views.items(id, state, cursor, bound(limit) + 1);
        return found.size() > bound(limit)
                ? new ItemsPage(found.subList(0, bound(limit)), Integer.toString(found.get(bound(limit) - 1).item().ordinal())) : new ItemsPage(found, null);
    }

    @Operation(summary = "One of them with what was said of it, and by whom")
    @GetMapping("/{id}/item")
    EvaluationViews.ItemPage evaluationItem(@PathVariable long id, @RequestParam String key) {
        return views.item(id, key);
    }

    @Operation(summary = "Keeps items, or proposes to change, suspend or cancel them, with the reason")
    @PostMapping("/{id}/conclusions")
    @Permit({"list.draft", "law.draft"})
    EvaluationViews.Whole concludeEvaluation(@PathVariable long id, @RequestBody Conclusion in) {
        new Fields().present("/keys", in.keys).present("/outcome", in.outcome).done();
        evaluations.conclude(id, in.keys == null ? List.of() : in.keys, String.valueOf(in.outcome), in.reason);
        return views.whole(id);
    }

    @Operation(summary = "The legal unit's opinion on a proposal of another")
    @PostMapping("/{id}/opinion")
    @Permit({"list.review", "law.draft"})
    EvaluationViews.ItemPage opineEvaluation(@PathVariable long id, @RequestBody Opinion in) {
        new Fields().present("/key", in.key).present("/agrees", in.agrees).done();
        evaluations.opine(id, String.valueOf(in.key), in.seq, Boolean.TRUE.equals(in.agrees), in.opinion);
        return views.item(id, String.valueOf(in.key));
    }

    @Operation(summary = "The decision on a proposal of another, with number and day of its document")
    @PostMapping("/{id}/decision")
    @Permit({"list.publish", "law.publish"})
    EvaluationViews.ItemPage decideEvaluation(@PathVariable long id, @RequestBody Deciding in) {
        new Fields().present("/key", in.key).present("/agreed", in.agreed).done();
        evaluations.decide(id, String.valueOf(in.key), in.seq, new Evaluations.Decision(Boolean.TRUE.equals(in.agreed), in.document, in.on, in.note));
        return views.item(id, String.valueOf(in.key));
    }

    @Operation(summary = "Ends an evaluation in which everything is settled, with its summary")
    @PostMapping("/{id}/closing")
    @Permit({"list.publish", "law.publish"})
    EvaluationViews.Whole closeEvaluation(@PathVariable long id, @RequestBody Closing in) {
        evaluations.close(id, in.summary);
        return views.whole(id);
    }

    @Operation(summary = "Begins the new version that carries out what was agreed to; it holds only once it is reviewed and published")
    @PostMapping("/{id}/draft")
    @Permit("list.draft")
    Map<String, Integer> draftOfEvaluation(@PathVariable long id) {
        return Map.of("number", evaluations.draft(id));
    }
}
