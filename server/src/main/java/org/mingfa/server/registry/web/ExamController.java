package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.exam.ExamSession;
import org.mingfa.server.registry.exam.ExamSession.Part;
import org.mingfa.server.registry.exam.ExamStore;
import org.mingfa.server.registry.exam.Exams;
import org.mingfa.server.registry.exam.Papers;
import org.mingfa.server.registry.exam.Question;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exams (考试) as those who hold them see them: announced, filled, results. */
@RestController
@RequestMapping("/api/registry/exams")
class ExamController {

    record PartInput(@Nullable String kind, @Nullable String category, @Nullable Integer questions, @Nullable BigDecimal points) {}

    record ExamInput(@Nullable String title, @Nullable String field, @Nullable LocalDateTime opensAt, @Nullable LocalDateTime closesAt, @Nullable Integer minutes,
            @Nullable BigDecimal passMark, @Nullable Long resitOf, @Nullable List<PartInput> parts) {}

    record Admission(@Nullable List<Long> applications) {}

    record Cancelling(@Nullable String reason) {}

    /** @param count of the candidates that the caller sees */
    record ExamPage(ExamSession exam, BigDecimal total, ExamStore.Count count, boolean mayManage, boolean mayAdmit) {}

    private final Exams exams;
    private final ExamStore store;
    private final Papers papers;
    private final Keeping keeping;

    ExamController(Exams exams, ExamStore store, Papers papers, Keeping keeping) {
        this.exams = exams;
        this.store = store;
        this.papers = papers;
        this.keeping = keeping;
    }

    @Operation(summary = "Exams of the caller's regions and of those above, the newest first")
    @GetMapping
    @Permit("exam.read")
    Listed<ExamPage> exams(@RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "20") int limit) {
        Listed<ExamSession> page = Listed.of(exams.page(cursor == null ? Long.MAX_VALUE : cursor, Listed.bound(limit) + 1), Listed.bound(limit), s -> Long.toString(s.id()));
        return new Listed<>(page.items().stream().map(this::page).toList(), page.next());
    }

    @Operation(summary = "An exam: its parts, the commitment to its seed, how many are admitted, have handed in and passed")
    @GetMapping("/{id}")
    @Permit("exam.read")
    ExamPage exam(@PathVariable long id) {
        papers.settle();
        return page(exams.seen(id));
    }

    private ExamPage page(ExamSession s) {
        Caller caller = Caller.current();
        return new ExamPage(s, s.total(), store.count(s.id(), keeping.regions(), exams.only()), caller.may("exam.manage") && keeping.regions().contains(s.region()),
                caller.may("exam.admit") || caller.may("exam.admit.own"));
    }

    @Operation(summary = "The pass mark that an exam gets which sets none, in percent of its points, with its citation")
    @GetMapping("/pass-share")
    @Permit("exam.read")
    Map<String, Object> share() {
        return Map.of("value", exams.share().value(), "cite", exams.share().cite());
    }

    @Operation(summary = "Announces an exam: what may be drawn and the seed are fixed, its digest is told")
    @PostMapping
    @Permit("exam.manage")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> announce(@RequestBody ExamInput e) {
        Fields fields = new Fields().text("/title", e.title(), 100).present("/opensAt", e.opensAt()).present("/closesAt", e.closesAt())
                .fits("/minutes", e.minutes(), m -> m >= 1 && m <= 600, "应为 1 至 600 分钟").check("/field", e.field() == null || e.field().length() <= 20, "不超过20个字符")
                .check("/passMark", e.passMark() == null || e.passMark().signum() > 0, "应大于 0")
                .fits("/parts", e.parts(), p -> !p.isEmpty() && p.size() <= 6, "应为 1 至 6 种题目");
        List<PartInput> parts = e.parts() == null ? List.of() : e.parts();
        for (int i = 0; i < parts.size(); i++) {
            PartInput p = parts.get(i);
            fields.fits("/parts/" + i + "/kind", p.kind(), Question.KINDS::containsKey, "没有这种题型").fits("/parts/" + i + "/category", p.category(), Question.CATEGORIES::containsKey, "没有这种类别")
                    .fits("/parts/" + i + "/questions", p.questions(), n -> n >= 1 && n <= 500, "应为 1 至 500 题")
                    .fits("/parts/" + i + "/points", p.points(), n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(100)) <= 0, "应大于 0，不超过 100");
        }
        fields.done();
        return Map.of("id", exams.announce(new ExamSession.New(e.title(), e.field() == null ? "" : e.field().strip(), e.opensAt(), e.closesAt(), e.minutes(), e.passMark(), e.resitOf(),
                IntStream.range(0, parts.size()).mapToObj(i -> new Part(i + 1, parts.get(i).kind(), parts.get(i).category(), parts.get(i).questions(), parts.get(i).points())).toList())));
    }

    @Operation(summary = "Cancels an exam before it opens")
    @PostMapping("/{id}/cancellation")
    @Permit("exam.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @RequestBody Cancelling c) {
        new Fields().text("/reason", c.reason(), 200).done();
        exams.cancel(id, c.reason());
    }

    @Operation(summary = "Candidates by ticket, with results; a body's clerk sees its own people")
    @GetMapping("/{id}/candidates")
    @Permit("exam.read")
    Listed<ExamStore.Candidate> candidates(@PathVariable long id, @RequestParam(defaultValue = "0") int cursor, @RequestParam(defaultValue = "50") int limit) {
        papers.settle();
        return Listed.of(store.listed(exams.seen(id), keeping.regions(), exams.only(), cursor, Listed.bound(limit) + 1), Listed.bound(limit), c -> Integer.toString(c.ticket()));
    }

    @Operation(summary = "Admits people whose application their unit has checked; who is admitted already stays so")
    @PostMapping("/{id}/candidates")
    @Permit({"exam.admit", "exam.admit.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> admit(@PathVariable long id, @RequestBody Admission a) {
        new Fields().fits("/applications", a.applications(), x -> !x.isEmpty() && x.size() <= 200, "应为 1 至 200 个申请").done();
        return Map.of("admitted", exams.admit(id, a.applications()));
    }

    @Operation(summary = "Removes somebody who was admitted and has not begun, with a reason")
    @PostMapping("/{id}/candidates/{ticket}/removal")
    @Permit({"exam.admit", "exam.admit.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable int ticket, @RequestBody Cancelling c) {
        new Fields().text("/reason", c.reason(), 200).done();
        exams.remove(id, ticket, c.reason().strip());
    }

    @Operation(summary = "Who was removed from an exam, with the reason; a body's clerk sees its own people")
    @GetMapping("/{id}/removals")
    @Permit("exam.read")
    List<ExamStore.Removal> removals(@PathVariable long id) {
        return store.removals(exams.seen(id).id(), keeping.regions(), exams.only());
    }

    @Operation(summary = "Applications that may be admitted: checked by their unit, in no exam that is still to come, none passed")
    @GetMapping("/admissible")
    @Permit({"exam.admit", "exam.admit.own"})
    Listed<ExamStore.Applicant> admissible(@RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(store.admissible(keeping.regions(), exams.only(), cursor, Listed.bound(limit) + 1), Listed.bound(limit), a -> Long.toString(a.application()));
    }
}
