package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.intake.CareerColumns.Table;
import org.mingfa.server.registry.intake.CareerExport;
import org.mingfa.server.registry.intake.CareerTable;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tables of 主办人资格 (leads), 派驻 (postings), 表彰和保障 (records) and 分级授权 (powers), in and out. */
@RestController
@RequestMapping("/api/registry/careers/{table}")
class CareerTableController {

    private final CareerTable tables;
    private final CareerExport export;

    CareerTableController(CareerTable tables, CareerExport export) {
        this.tables = tables;
        this.export = export;
    }

    private static Table table(String name) {
        return Arrays.stream(Table.values()).filter(t -> t.name().toLowerCase(Locale.ROOT).equals(name)).findFirst().orElseThrow(() -> Refused.notFound("没有这种表"));
    }

    @Operation(summary = "Imports leads, postings, records or powers (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit({"career.write", "career.write.own"})
    ImportReport importCareers(@PathVariable String table, @RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        Table which = table(table);
        return Upload.read(file, sheet -> tables.run(which, sheet, dryRun));
    }

    @Operation(summary = "The table to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit({"career.write", "career.write.own"})
    ResponseEntity<byte[]> careerTemplate(@PathVariable String table) {
        Table which = table(table);
        return Download.workbook(which.title() + "导入模板.xlsx", out -> SheetOut.template(tables.columns(which), which.title(), out));
    }

    @Operation(summary = "What a body has registered, with the columns of the import")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit({"service.read", "service.read.own"})
    ResponseEntity<byte[]> exportCareers(@PathVariable String table, @RequestParam(required = false) @Nullable Long agency) {
        Table which = table(table);
        return Download.workbook(which.title() + ".xlsx", out -> export.write(which, agency == null ? Caller.current().agency().id() : agency, out));
    }
}
