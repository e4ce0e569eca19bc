package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.counsel.Counsel;
import org.mingfa.server.registry.intake.CounselTable;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lawyers called upon city-wide (公职律师、法律顾问统筹调用). */
@RestController
@RequestMapping("/api/registry/counsel")
class CounselController {

    record Asking(@Nullable String matter, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record Assigning(@Nullable Long person, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param on of an end; else left out */
    record Closing(@Nullable String what, @Nullable LocalDate on, @Nullable String note) {}

    private static final List<String> STATES = List.of("open", "assigned", "declined", "withdrawn", "ended");

    private final Counsel counsel;
    private final CounselTable table;

    CounselController(Counsel counsel, CounselTable table) {
        this.table = table;
        this.counsel = counsel;
    }

    @Operation(summary = "Requests for a lawyer, the newest first: of the caller's body, or of the region and below")
    @GetMapping
    @Permit({"service.read", "service.read.own"})
    Listed<Counsel.Request> page(
            @RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "9223372036854775807") long cursor, @RequestParam(defaultValue = "50") int limit) {
        String s = PersonController.blank(state);
        new Fields().check("/state", s == null || STATES.contains(s), "没有这种状态").done();
        return Listed.of(counsel.page(s, cursor, Listed.bound(limit) + 1), Listed.bound(limit), Counsel.Request::id);
    }

    @Operation(summary = "Lawyers and advisers of the region, those with fewest assignments first")
    @GetMapping("/lawyers")
    @Permit("counsel.assign")
    List<Counsel.Lawyer> lawyers(@RequestParam(required = false) @Nullable String q) {
        return counsel.lawyers(PersonController.blank(q));
    }

    @Operation(summary = "Asks the justice bureau for a lawyer")
    @PostMapping
    @Permit("counsel.ask.own")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> ask(@RequestBody Asking a) {
        new Fields().text("/matter", a.matter(), 200).present("/from", a.from()).present("/to", a.to()).done();
        return Map.of("id", Long.toString(counsel.ask(a.matter().strip(), a.from(), a.to())));
    }

    @Operation(summary = "Assigns a lawyer to a request")
    @PostMapping("/{id}/assignment")
    @Permit("counsel.assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable long id, @RequestBody Assigning a) {
        new Fields().present("/person", a.person()).present("/from", a.from()).present("/to", a.to()).done();
        counsel.assign(id, a.person(), a.from(), a.to());
    }

    @Operation(summary = "Declines or withdraws a request, or ends an assignment, with a note")
    @PostMapping("/{id}/closing")
    @Permit({"counsel.ask.own", "counsel.assign"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable long id, @RequestBody Closing c) {
        new Fields().fits("/what", c.what(), List.of("decline", "withdraw", "end")::contains, "应为 decline、withdraw 或 end")
                .check("/on", !"end".equals(c.what()) || c.on() != null, "必填").text("/note", c.note(), 500).done();
        counsel.close(id, c.what(), c.on() == null ? LocalDate.EPOCH : c.on(), c.note().strip());
    }

    @Operation(summary = "Imports requests for a lawyer (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit("counsel.ask.own")
    ImportReport importRequests(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> table.run(sheet, dryRun));
    }

    @Operation(summary = "The table of requests for a lawyer to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit("counsel.ask.own")
    ResponseEntity<byte[]> templateRequests() {
        return Download.workbook(CounselTable.TITLE + "导入模板.xlsx", out -> SheetOut.template(table.columns(), CounselTable.TITLE, out));
    }

    @Operation(summary = "The requests for a lawyer that the caller sees, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit({"service.read", "service.read.own"})
    ResponseEntity<byte[]> exportRequests() {
        return Download.workbook(CounselTable.TITLE + ".xlsx", table::write);
    }
}
