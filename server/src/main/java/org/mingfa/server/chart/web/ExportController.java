package org.mingfa.server.chart.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.chart.Exports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Procedures as BPMN 2.0 and DCR XML. */
@RestController
class ExportController {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final Procedures procedures;

    ExportController(Procedures procedures) {
        this.procedures = procedures;
    }

    @Operation(summary = "A procedure as BPMN 2.0, with a list of what BPMN cannot say")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
    @GetMapping("/api/procedures/{code}/bpmn")
    @Permit({"law.read", "case.read"})
    ResponseEntity<String> bpmn(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        Procedure p = procedures.of(code, on);
        return file(Exports.bpmn(p), p.title() + ".bpmn");
    }

    @Operation(summary = "A procedure as a DCR graph in XML, with a list of what DCR cannot say")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
    @GetMapping("/api/procedures/{code}/dcr")
    @Permit({"law.read", "case.read"})
    ResponseEntity<String> dcr(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        Procedure p = procedures.of(code, on);
        return file(Exports.dcr(p), p.title() + ".dcr.xml");
    }

    private static ResponseEntity<String> file(String xml, String name) {
        return ResponseEntity.ok().contentType(XML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(xml);
    }
}
