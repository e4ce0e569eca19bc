package org.mingfa.server.discretion.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.discretion.Discretion;
import org.mingfa.server.discretion.TableView;
import org.mingfa.server.operation.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Benchmark tables (裁量权基准) and the calculator (裁量计算). */
@RestController
@RequestMapping("/api/discretion")
class DiscretionController {

    private final Discretion discretion;
    private final Clock clock;

    DiscretionController(Discretion discretion, Clock clock) {
        this.discretion = discretion;
        this.clock = clock;
    }

    @Operation(summary = "Benchmark tables in force on a day, by words of conduct, citation or benchmark")
    @GetMapping("/tables")
    @Permit({"law.read", "case.read"})
    Discretion.Page tables(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        new Fields().check("/q", q == null || q.length() <= 100, "最多 100 个字").check("/limit", limit >= 1 && limit <= 200, "应为 1 至 200").done();
        return discretion.find(new Discretion.Filter(blank(q), blank(field), day(on)), cursor, limit);
    }

    @Operation(summary = "The fields (执法领域) that have benchmark tables on a day")
    @GetMapping("/fields")
    @Permit({"law.read", "case.read"})
    List<String> fields(@RequestParam(required = false) @Nullable LocalDate on) {
        return discretion.fields(day(on));
    }

    @Operation(summary = "A benchmark table as in force on a day, and what its form asks; with the day of the decision, also what a law changed since asks")
    @GetMapping("/tables/{code}")
    @Permit({"law.read", "case.read"})
    TableView table(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate decided) {
        return discretion.table(code, day(on), decided);
    }

    @Operation(summary = "Grounds of lighter, heavier or no penalty, and the rules that give them numbers")
    @GetMapping("/grounds")
    @Permit({"law.read", "case.read"})
    Map<String, Object> grounds() {
        return discretion.grounds();
    }

    @Operation(summary = "Assesses a situation by its table: ranges, proposal, and the explanation for the decision; nothing is kept")
    @PostMapping("/assessments")
    @ChangesNothing
    @Permit({"law.read", "case.read"})
    Map<String, @Nullable Object> assess(@RequestBody Map<String, Object> situation) {
        return discretion.assess(situation);
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? LocalDate.now(clock) : on;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
