package org.mingfa.server.chart.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.chart.Charts;
import org.mingfa.server.chart.Drawing;
import org.mingfa.server.chart.Guide;
import org.mingfa.server.chart.Guides;
import org.mingfa.server.chart.Outline;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Flow charts (流程图) of procedures and of cases, as SVG and as a list. */
@RestController
class ChartController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Charts charts;
    private final Procedures procedures;
    private final CaseFiles files;
    private final Guides guides;
    private final Clock clock;

    ChartController(Charts charts, Procedures procedures, CaseFiles files, Guides guides, Clock clock) {
        this.charts = charts;
        this.guides = guides;
        this.clock = clock;
        this.procedures = procedures;
        this.files = files;
    }

    @Operation(summary = "The flow chart (流程图) of a procedure as SVG, as in force on a day for the caller's field and region")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @GetMapping("/api/procedures/{code}/chart.svg")
    @Permit({"law.read", "case.read"})
    ResponseEntity<String> procedure(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        return svg(charts.of(procedures.of(code, on)));
    }

    @Operation(summary = "What the flow chart of a procedure shows, as an ordered list with every time limit and citation")
    @GetMapping("/api/procedures/{code}/chart")
    @Permit({"law.read", "case.read"})
    Outline outline(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        return charts.of(procedures.of(code, on)).outline();
    }

    @Operation(summary = "The service guide (服务指南) of a procedure, or of an item handled under it, with its fifteen fields")
    @GetMapping("/api/procedures/{code}/guide")
    @Permit({"law.read", "case.read"})
    Guide guide(@PathVariable String code, @RequestParam(required = false) @Nullable String item, @RequestParam(required = false) @Nullable LocalDate on) {
        var agency = Caller.current().agency();
        String scope = agency.regionName() + " " + agency.field();
        var procedure = procedures.of(code, on);
        return item == null ? guides.of(procedure, scope) : guides.of(procedure, item, on == null ? LocalDate.now(clock) : on, scope);
    }

    @Operation(summary = "The flow chart of a case as SVG: what is done, due, open and barred; it names no person")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @GetMapping("/api/cases/{id}/chart.svg")
    @Permit("case.read")
    ResponseEntity<String> ofCase(@PathVariable String id) {
        return svg(drawing(id));
    }

    @Operation(summary = "What the flow chart of a case shows, as an ordered list with how each act stands")
    @GetMapping("/api/cases/{id}/chart")
    @Permit("case.read")
    Outline outlineOfCase(@PathVariable String id) {
        return drawing(id).outline();
    }

    private Drawing drawing(String id) {
        CaseKey key = CaseKey.parse(id).orElseThrow(() -> Refused.notFound("没有这个案件。"));
        return charts.of(files.current(key).file());
    }

    /** The file carries a style sheet of its own for the size of its page, and nothing that runs. */
    private static ResponseEntity<String> svg(Drawing drawing) {
        return ResponseEntity.ok().contentType(SVG).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(drawing.file());
    }
}
