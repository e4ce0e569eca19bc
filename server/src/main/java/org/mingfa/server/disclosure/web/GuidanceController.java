package org.mingfa.server.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.disclosure.Guidance;
import org.mingfa.server.disclosure.guidance.GuidingCase;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
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

/** Guiding cases (案例指导). */
@RestController
@RequestMapping("/api/guidance")
class GuidanceController {

    private final Guidance guidance;

    GuidanceController(Guidance guidance) {
        this.guidance = guidance;
    }

    /** @param next where the next page begins; null where there is none */
    record Page(List<GuidingCase.Head> items, @Nullable String next) {}

    /** @param seq the last event seen; absent for a new one */
    record Input(@Nullable String table, String conduct, @Nullable String grade, String cite, String title, String facts, String issue, String reasoning, @Nullable Integer seq) {

        GuidingCase.Content content() {
            new Fields().text("/conduct", conduct, 500).text("/cite", cite, 300).text("/title", title, 200).text("/facts", facts, 5_000).text("/issue", issue, 2_000)
                    .text("/reasoning", reasoning, 5_000).check("/grade", grade == null || grade.length() <= 100, "最多 100 个字").check("/table", table == null || table.length() <= 200, "最多 200 个字").done();
            return new GuidingCase.Content(table == null || table.isBlank() ? null : table.strip(), conduct.strip(), grade == null ? "" : grade.strip(), cite.strip(), title.strip(),
                    facts.strip(), issue.strip(), reasoning.strip());
        }
    }

    record Stepped(String what, @Nullable String note, @Nullable Integer seq) {}

    @Operation(summary = "Guiding cases: the published ones by words and benchmark table, or those under way within one's reach; newest first")
    @GetMapping
    @Permit({"law.read", "case.read"})
    Page all(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String table, @RequestParam(defaultValue = "published") String state,
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        new Fields().check("/q", q.length() <= 100, "最多 100 个字").check("/limit", limit >= 1 && limit <= 200, "应为 1 至 200")
                .check("/state", List.of("published", "underWay").contains(state), "应为 published 或 underWay").done();
        long before = cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
        List<GuidingCase.Head> found = state.equals("published") ? guidance.published(q, table == null || table.isBlank() ? null : table, before, limit + 1)
                : guidance.underWay(before, limit + 1);
        List<GuidingCase.Head> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    @Operation(summary = "One guiding case")
    @GetMapping("/{id}")
    @Permit({"law.read", "case.read"})
    GuidingCase one(@PathVariable long id) {
        return guidance.find(id);
    }

    @Operation(summary = "Proposes a closed case as guidance: retold by hand, without names")
    @PostMapping("/of/{caseId}")
    @Permit("guidance.propose")
    @ResponseStatus(HttpStatus.CREATED)
    GuidingCase propose(@PathVariable String caseId, @RequestBody Input in) {
        return guidance.propose(CaseKey.parse(caseId).orElseThrow(() -> Refused.notFound("没有这件案件")), in.content());
    }

    @Operation(summary = "Changes the text of a draft")
    @PutMapping("/{id}")
    @Permit("guidance.propose")
    GuidingCase change(@PathVariable long id, @RequestBody Input in) {
        new Fields().present("/seq", in.seq()).done();
        return guidance.change(id, in.content(), java.util.Objects.requireNonNull(in.seq()));
    }

    @Operation(summary = "submit, return, review, publish or withdraw; review and publication by others than who wrote it")
    @PostMapping("/{id}/steps")
    @Permit({"guidance.propose", "guidance.review", "guidance.publish"})
    GuidingCase step(@PathVariable long id, @RequestBody Stepped in) {
        new Fields().text("/what", in.what(), 20).present("/seq", in.seq()).check("/note", in.note() == null || in.note().length() <= 500, "最多 500 个字").done();
        return guidance.step(id, in.what(), in.note() == null ? "" : in.note(), java.util.Objects.requireNonNull(in.seq()));
    }
}
