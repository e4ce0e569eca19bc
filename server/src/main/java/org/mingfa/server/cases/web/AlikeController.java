package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Assessed;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.alike.AlikeCases;
import org.mingfa.server.cases.alike.Watch;
import org.mingfa.server.operation.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What cases keep of the calculator: assessed again (算法复核), compared with similar cases (类案), watched by agency (裁量监测). */
@RestController
class AlikeController {

    private final Assessed assessed;
    private final AlikeCases alike;
    private final Watch watch;
    private final CaseFiles files;
    private final Clock clock;

    AlikeController(Assessed assessed, AlikeCases alike, Watch watch, CaseFiles files, Clock clock) {
        this.assessed = assessed;
        this.alike = alike;
        this.watch = watch;
        this.files = files;
        this.clock = clock;
    }

    @Operation(summary = "The assessments that an entry keeps, put again to the tables of today: the same answer, or what has changed")
    @GetMapping("/api/cases/{id}/entries/{seq}/assessments")
    @Permit("case.read")
    List<Assessed.Again> again(@PathVariable String id, @PathVariable long seq) {
        return assessed.again(Choices.key(id), seq);
    }

    @Operation(summary = "Cases similar to this one: same benchmark table and grade; numbers without names, the newest that one may read by link")
    @GetMapping("/api/cases/{id}/alike")
    @Permit("case.read")
    List<AlikeCases.Alike> ofCase(@PathVariable String id) {
        return alike.ofCase(files.current(Choices.key(id)).id());
    }

    @Operation(summary = "Cases decided by a benchmark table and grade, and where a fine (in fen) lies among them")
    @GetMapping("/api/discretion/alike")
    @Permit("case.read")
    AlikeCases.Alike alike(@RequestParam String table, @RequestParam(defaultValue = "") String grade, @RequestParam(defaultValue = "") String conduct,
            @RequestParam(required = false) @Nullable Long fine) {
        new Fields().text("/table", table, 200).check("/grade", grade.length() <= 200, "最多 200 个字").check("/conduct", conduct.length() <= 500, "最多 500 个字")
                .check("/fine", fine == null || fine >= 0, "不得小于零").done();
        return alike.of(table, conduct, grade, fine);
    }

    @Operation(summary = "How agencies use the benchmarks: decisions outside of the range or departing, per agency and conduct, ordered by agency; no sums")
    @GetMapping("/api/discretion/watch")
    @Permit("discretion.watch")
    Watch.Page watch(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String table, @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        new Fields().check("/limit", limit >= 1 && limit <= 200, "应为 1 至 200")
                .check("/from", !first.isAfter(last) && !first.isBefore(last.minusYears(1)), "应在截止日之前一年以内").done();
        return watch.page(new Watch.Period(first, last, table == null || table.isBlank() ? null : table.strip()), cursor, limit);
    }
}
