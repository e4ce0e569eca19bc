package org.mingfa.server.jurist.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Page;
import org.mingfa.server.jurist.draft.DcrImport;
import org.mingfa.server.jurist.draft.Decisions;
import org.mingfa.server.jurist.draft.DraftView;
import org.mingfa.server.jurist.draft.DraftViews;
import org.mingfa.server.jurist.draft.Drafts;
import org.mingfa.server.jurist.draft.Editing;
import org.mingfa.server.jurist.draft.LawDraft;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of law (法律包修改草案) over HTTP. Every write names the {@code seq} that its writer saw. */
@RestController
@RequestMapping("/api/law/drafts")
@Permit({"law.draft", "law.publish"})
class DraftController {

    record NewDraft(@Nullable String procedure, @Nullable String title, @Nullable String reason, @Nullable LocalDate from) {}

    record DraftHead(@Nullable Long seq, @Nullable String title, @Nullable String reason, @Nullable LocalDate from, @Nullable String pending,
            @Nullable String cite) {}

    record ParameterInput(@Nullable Long seq, @Nullable Object value, @Nullable String cite, @Nullable Boolean verified, @Nullable String note) {}

    record RuleInput(@Nullable Long seq, @Nullable String text, @Nullable Boolean removed) {}

    record NewRule(@Nullable Long seq, @Nullable String act, @Nullable String file, @Nullable String kind, @Nullable String text) {}

    record ExamplesInput(@Nullable Long seq, @Nullable String text) {}

    record DcrInput(@Nullable Long seq, @Nullable String xml) {}

    /** @param taken the changes made, and {@code left} what a pack cannot take, each in a sentence */
    record DcrTaken(DraftView draft, List<String> taken, List<String> left) {}

    record SeqInput(@Nullable Long seq) {}

    record DecisionInput(@Nullable Long seq, @Nullable String note) {}

    private static final int MOST = 100;

    private final Drafts drafts;
    private final Editing editing;
    private final Decisions decisions;
    private final DraftViews views;
    private final DcrImport dcr;

    DraftController(Drafts drafts, Editing editing, Decisions decisions, DraftViews views, DcrImport dcr) {
        this.dcr = dcr;
        this.drafts = drafts;
        this.editing = editing;
        this.decisions = decisions;
        this.views = views;
    }

    @Operation(summary = "Drafts of law (修改草案), the newest first")
    @GetMapping
    Page<DraftView.Row> drafts(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (!cursor.matches("\\d{0,18}")) {
            throw Refused.bad("游标不是由本系统给出的");
        }
        Page<LawDraft> page = drafts.list(state(state), cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor), Math.clamp(limit, 1, MOST));
        List<DraftView.Row> rows = views.rows(page.items());
        return new Page<>(rows, page.next());
    }

    private static LawDraft.@Nullable State state(String word) {
        return word.isEmpty() ? null : Arrays.stream(LawDraft.State.values()).filter(s -> s.word().equals(word)).findFirst()
                .orElseThrow(() -> Refused.bad("state 应为 draft、submitted、published、withdrawn 之一"));
    }

    @Operation(summary = "Begins a draft: one procedure, from a day on")
    @PostMapping
    @Permit("law.draft")
    @ResponseStatus(HttpStatus.CREATED)
    DraftView beginDraft(@RequestBody NewDraft in) {
        return views.view(drafts.create(in.procedure, in.title, in.reason, in.from));
    }

    @Operation(summary = "A draft beside the law that it changes, with its last check, replay and history")
    @GetMapping("/{id}")
    DraftView draft(@PathVariable long id) {
        return views.view(drafts.find(id));
    }

    @Operation(summary = "Changes title, reason and day in force of a draft, and what becomes of pending cases")
    @PutMapping("/{id}")
    @Permit("law.draft")
    DraftView headDraft(@PathVariable long id, @RequestBody DraftHead in) {
        return views.view(drafts.head(id, in.seq, in.title, in.reason, in.from, in.pending, in.cite));
    }

    @Operation(summary = "Changes a parameter in a draft")
    @PutMapping("/{id}/parameters/{name}")
    @Permit("law.draft")
    DraftView setParameter(@PathVariable long id, @PathVariable String name, @RequestBody ParameterInput in) {
        return views.view(editing.parameter(id, in.seq, name, in.value, in.cite, in.verified, in.note));
    }

    @Operation(summary = "Takes the change of a parameter back")
    @DeleteMapping("/{id}/parameters/{name}")
    @Permit("law.draft")
    DraftView keepParameter(@PathVariable long id, @PathVariable String name, @RequestParam(required = false) @Nullable Long seq) {
        return views.view(editing.takeBackParameter(id, seq, name));
    }

    @Operation(summary = "Rewrites a rule or a relation between acts in a draft, or leaves it out")
    @PutMapping("/{id}/rules/{act}/{rule}")
    @Permit("law.draft")
    DraftView setRule(@PathVariable long id, @PathVariable String act, @PathVariable String rule, @RequestBody RuleInput in) {
        return views.view(editing.rule(id, in.seq, act, rule, in.text, Boolean.TRUE.equals(in.removed)));
    }

    @Operation(summary = "Takes the change of a rule back, or an added rule away")
    @DeleteMapping("/{id}/rules/{act}/{rule}")
    @Permit("law.draft")
    DraftView keepRule(@PathVariable long id, @PathVariable String act, @PathVariable String rule, @RequestParam(required = false) @Nullable Long seq) {
        return views.view(editing.takeBackRule(id, seq, act, rule));
    }

    @Operation(summary = "Adds a rule, a need, a duty or a right to an act in a draft")
    @PostMapping("/{id}/rules")
    @Permit("law.draft")
    DraftView addRule(@PathVariable long id, @RequestBody NewRule in) {
        return views.view(editing.add(id, in.seq, in.act, in.file, in.kind, in.text));
    }

    @Operation(summary = "Takes the relations in which a DCR graph differs into a draft, and lists what cannot be taken")
    @PostMapping("/{id}/dcr")
    @Permit("law.draft")
    DcrTaken takeDcr(@PathVariable long id, @RequestBody DcrInput in) {
        DcrImport.Taken t = dcr.take(id, in.seq, in.xml);
        return new DcrTaken(views.view(t.draft()), t.taken(), t.left());
    }

    @Operation(summary = "Sets the examples that come with a draft")
    @PutMapping("/{id}/examples")
    @Permit("law.draft")
    DraftView setExamples(@PathVariable long id, @RequestBody ExamplesInput in) {
        return views.view(editing.examples(id, in.seq, in.text));
    }

    @Operation(summary = "Checks a draft: it compiles with every layer, its examples hold, its rules have examples")
    @PostMapping("/{id}/check")
    DraftView checkDraft(@PathVariable long id, @RequestBody SeqInput in) {
        return views.view(decisions.check(id, in.seq));
    }

    @Operation(summary = "Examines the closed cases of the last year under the draft and lists what differs")
    @PostMapping("/{id}/replay")
    DraftView replayDraft(@PathVariable long id, @RequestBody SeqInput in) {
        return views.view(decisions.replay(id, in.seq));
    }

    @Operation(summary = "Submits a checked draft for approval")
    @PostMapping("/{id}/submit")
    @Permit("law.draft")
    DraftView submitDraft(@PathVariable long id, @RequestBody DecisionInput in) {
        return views.view(decisions.submit(id, in.seq, in.note));
    }

    @Operation(summary = "Returns a submitted draft to its author, with a reason")
    @PostMapping("/{id}/return")
    @Permit("law.publish")
    DraftView returnDraft(@PathVariable long id, @RequestBody DecisionInput in) {
        return views.view(decisions.giveBack(id, in.seq, in.note));
    }

    @Operation(summary = "Approves and publishes a draft that another person wrote")
    @PostMapping("/{id}/publish")
    @Permit("law.publish")
    DraftView publishDraft(@PathVariable long id, @RequestBody DecisionInput in) {
        return views.view(decisions.publish(id, in.seq, in.note));
    }

    @Operation(summary = "Withdraws a draft that is not published")
    @PostMapping("/{id}/withdraw")
    @Permit("law.draft")
    DraftView withdrawDraft(@PathVariable long id, @RequestBody DecisionInput in) {
        return views.view(decisions.withdraw(id, in.seq, in.note));
    }
}
