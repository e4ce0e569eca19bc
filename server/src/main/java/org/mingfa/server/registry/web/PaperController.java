package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.exam.Papers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own exams and papers. Another's paper is not found. */
@RestController
@RequestMapping("/api/exams")
class PaperController {

    record AnswerInput(@Nullable String answer) {}

    private final Papers papers;

    PaperController(Papers papers) {
        this.papers = papers;
    }

    @Operation(summary = "The caller's exams, the newest first, without their questions")
    @GetMapping
    @Permit("exam.take")
    List<Papers.Paper> mine() {
        return papers.mine();
    }

    @Operation(summary = "The caller's paper: its questions once begun, what is saved, the time that is left on the server's clock, the result once handed in")
    @GetMapping("/{id}/paper")
    @Permit("exam.take")
    Papers.Paper paper(@PathVariable long id) {
        return papers.mine(id);
    }

    @Operation(summary = "Begins the caller's paper; whoever asks again gets the same one")
    @PostMapping("/{id}/paper")
    @Permit("exam.take")
    Papers.Paper begin(@PathVariable long id) {
        return papers.begin(id);
    }

    @Operation(summary = "Saves the answer to one question; the one that came last counts, none once the time is over or the paper handed in")
    @PutMapping("/{id}/paper/answers/{position}")
    @ChangesNothing
    @Permit("exam.take")
    Map<String, LocalDateTime> save(@PathVariable long id, @PathVariable int position, @RequestBody AnswerInput a) {
        new Fields().check("/answer", a.answer() != null && a.answer().length() <= 6, "应为选项的字母").done();
        return Map.of("savedAt", papers.save(id, position, String.valueOf(a.answer())));
    }

    @Operation(summary = "Hands the caller's paper in; it is marked at once")
    @PostMapping("/{id}/paper/handing-in")
    @Permit("exam.take")
    Papers.Paper handIn(@PathVariable long id) {
        return papers.handIn(id);
    }

    @Operation(summary = "The draw of an exam that is over: seed, pools (with the first page) and papers by ticket, so that anybody can draw them again")
    @GetMapping("/{id}/draw")
    @Permit("exam.take")
    Papers.Draw draw(@PathVariable long id, @RequestParam(defaultValue = "0") int cursor, @RequestParam(defaultValue = "50") int limit) {
        return papers.draw(id, cursor, Listed.bound(limit));
    }

    @Operation(summary = "One paper of an exam that is over, drawn again by the server")
    @GetMapping("/{id}/draw/{ticket}")
    @Permit("exam.take")
    Papers.Redrawn redraw(@PathVariable long id, @PathVariable int ticket) {
        return papers.redraw(id, ticket);
    }
}
