package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.appraisal.Appraisals;
import org.mingfa.server.registry.appraisal.Indicators;
import org.mingfa.server.registry.intake.AppraisalTable;
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

/** Officers' yearly appraisal (年度考核) and its indicators. */
@RestController
@RequestMapping("/api/registry/appraisals")
class AppraisalController {

    record Filling(@Nullable Long person, @Nullable Integer year, @Nullable List<Integer> scores, @Nullable String remark) {}

    record StepInput(@Nullable String what, @Nullable String note, @Nullable List<Integer> scores) {}

    record SetInput(@Nullable Integer fromYear, @Nullable String cite, @Nullable List<IndicatorInput> indicators) {}

    record IndicatorInput(@Nullable String title, @Nullable String standard, @Nullable Integer points) {}

    private final Appraisals appraisals;
    private final Indicators indicators;
    private final AppraisalTable table;

    AppraisalController(Appraisals appraisals, Indicators indicators, AppraisalTable table) {
        this.table = table;
        this.appraisals = appraisals;
        this.indicators = indicators;
    }

    private static long own(@Nullable Long agency) {
        return agency == null ? Caller.current().agency().id() : agency;
    }

    @Operation(summary = "How far each body is with the appraisals of a year")
    @GetMapping("/progress")
    @Permit({"service.read", "service.read.own"})
    Listed<Appraisals.Progress> progress(@RequestParam int year, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(appraisals.progress(year(year), cursor, Listed.bound(limit) + 1), Listed.bound(limit), Appraisals.Progress::agency);
    }

    private static int year(int year) {
        new Fields().check("/year", year >= 2000 && year <= 2199, "应为 2000 至 2199").done();
        return year;
    }

    @Operation(summary = "Indicators (考核指标) of a body in a year")
    @GetMapping("/indicators")
    @Permit({"service.read", "service.read.own"})
    Indicators.Set indicators(@RequestParam(required = false) @Nullable Long agency, @RequestParam int year) {
        return indicators.of(own(agency), year(year));
    }

    @Operation(summary = "Sets the indicators of the caller's region from a year on; those that count fines, penalties or inspections are refused")
    @PostMapping("/indicators")
    @Permit("appraisal.indicators")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> setIndicators(@RequestBody SetInput s) {
        new Fields().fits("/fromYear", s.fromYear(), y -> y >= 2000 && y <= 2199, "应为 2000 至 2199").text("/cite", s.cite(), 200)
                .fits("/indicators", s.indicators(), l -> !l.isEmpty() && l.size() <= 50 && l.stream().allMatch(AppraisalController::whole), "1 至 50 项，每项有名称（40字内）、标准（200字内）和 1 至 100 的分值").done();
        return Map.of("id", Long.toString(indicators.set(s.fromYear(), s.cite().strip(),
                s.indicators().stream().map(i -> new Indicators.Indicator(i.title().strip(), i.standard().strip(), i.points())).toList())));
    }

    private static boolean whole(@Nullable IndicatorInput i) {
        return i != null && i.title() != null && !i.title().isBlank() && i.title().length() <= 40 && i.standard() != null && !i.standard().isBlank() && i.standard().length() <= 200
                && i.points() != null && i.points() >= 1 && i.points() <= 100;
    }

    @Operation(summary = "Appraisals of a body in a year, for those who fill in or check")
    @GetMapping
    @Permit({"appraisal.fill.own", "appraisal.check.own"})
    Listed<Appraisals.Appraisal> page(@RequestParam int year, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(appraisals.of(own(null), year(year), cursor, Listed.bound(limit) + 1), Listed.bound(limit), Appraisals.Appraisal::id);
    }

    @Operation(summary = "One appraisal with its steps, for the person, those who fill in and those who check")
    @GetMapping("/{id}")
    @Permit("service.read.own")
    Appraisals.Page one(@PathVariable long id) {
        return appraisals.one(id);
    }

    @Operation(summary = "Fills in the year of an officer, or once more after a return")
    @PostMapping
    @Permit("appraisal.fill.own")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> fill(@RequestBody Filling f) {
        new Fields().present("/person", f.person()).fits("/year", f.year(), y -> y >= 2000 && y <= 2199, "应为 2000 至 2199").present("/scores", f.scores())
                .check("/remark", f.remark() == null || f.remark().length() <= 500, "不超过500个字符").done();
        return Map.of("id", Long.toString(appraisals.fill(f.person(), f.year(), f.scores(), EquipmentController.text(f.remark()))));
    }

    @Operation(summary = "Checks or returns an appraisal; sees it, objects; answers the objection")
    @PostMapping("/{id}/steps")
    @Permit("service.read.own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void step(@PathVariable long id, @RequestBody StepInput s) {
        new Fields().fits("/what", s.what(), List.of("check", "return", "see", "object", "answer")::contains, "没有这一步")
                .check("/note", s.note() == null || s.note().length() <= 500, "不超过500个字符").done();
        appraisals.step(id, s.what(), EquipmentController.text(s.note()), s.scores());
    }

    @Operation(summary = "Imports a year's appraisals (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/{year}/imports")
    @Permit("appraisal.fill.own")
    ImportReport importAppraisals(@PathVariable int year, @RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> table.run(year(year), sheet, dryRun));
    }

    @Operation(summary = "The table of a year's appraisals to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{year}/template")
    @Permit("appraisal.fill.own")
    ResponseEntity<byte[]> templateAppraisals(@PathVariable int year) {
        return Download.workbook(AppraisalTable.TITLE + "导入模板.xlsx", out -> SheetOut.template(table.columns(year(year)), AppraisalTable.TITLE, out));
    }

    @Operation(summary = "A year's appraisals that the caller sees, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{year}/export")
    @Permit({"appraisal.fill.own", "appraisal.check.own"})
    ResponseEntity<byte[]> exportAppraisals(@PathVariable int year) {
        return Download.workbook(AppraisalTable.TITLE + ".xlsx", out -> table.write(year(year), out));
    }
}
