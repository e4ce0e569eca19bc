package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.body.BodyStore;
import org.mingfa.server.registry.intake.BodyImport;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.registry.intake.OfficerColumns;
import org.mingfa.server.registry.intake.OfficerExport;
import org.mingfa.server.registry.intake.OfficerImport;
import org.mingfa.server.registry.person.PeopleFilter;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tables of people and of bodies, in and out. */
@RestController
@RequestMapping("/api/registry")
class RegisterTableController {

    private final OfficerImport officers;
    private final OfficerExport export;
    private final BodyImport bodies;
    private final PersonController people;
    private final Keeping keeping;
    private final RegisterParameters parameters;

    RegisterTableController(OfficerImport officers, OfficerExport export, BodyImport bodies, PersonController people, Keeping keeping, RegisterParameters parameters) {
        this.officers = officers;
        this.export = export;
        this.bodies = bodies;
        this.people = people;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    @Operation(summary = "Imports people with their certificates (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/people/imports")
    @Permit({"register.import", "register.import.own"})
    ImportReport importPeople(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> officers.run(sheet, dryRun));
    }

    @Operation(summary = "The table of people to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/people/template")
    @Permit({"register.import", "register.import.own"})
    ResponseEntity<byte[]> peopleTemplate() {
        return Download.workbook("执法人员导入模板.xlsx", out -> SheetOut.template(OfficerColumns.COLUMNS, "执法人员", out));
    }

    @Operation(summary = "People as a table with the columns of the import; ID numbers only where asked for, with the right to them")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/people/export")
    @Permit("registry.read")
    ResponseEntity<byte[]> exportPeople(
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Integer region, @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "false") boolean identity) {
        PeopleFilter filter = people.filter(on, agency, region, field, kind, state, q);
        Caller caller = Caller.current();
        boolean own = agency != null && agency == caller.agency().id() && caller.may("identity.read.own");
        if (identity && !caller.may("identity.read") && !own) {
            throw Refused.forbidden("导出身份证号和手机号，须有查看的权限，且限于所管理的单位");
        }
        if (identity && !filter.on().equals(parameters.today())) {
            throw Refused.forbidden("身份证号和手机号只随今天的名单导出：他日在岗、后来离开的人不归您管理");
        }
        return Download.workbook("执法人员.xlsx", out -> export.write(filter, identity, out));
    }

    @Operation(summary = "Imports bodies (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/bodies/imports")
    @Permit("body.write")
    ImportReport importBodies(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> bodies.run(sheet, dryRun));
    }

    @Operation(summary = "The table of bodies to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/bodies/template")
    @Permit("body.write")
    ResponseEntity<byte[]> bodiesTemplate() {
        return Download.workbook("执法主体导入模板.xlsx", out -> SheetOut.template(BodyImport.COLUMNS, "执法主体", out));
    }

    @Operation(summary = "Bodies as a table with the columns of the import")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/bodies/export")
    @Permit("registry.read")
    ResponseEntity<byte[]> exportBodies(@RequestParam(required = false) @Nullable LocalDate on) {
        var filter = new BodyStore.Filter(on == null ? parameters.today() : on, keeping.regions(), null, null, null, null, null);
        return Download.workbook("执法主体.xlsx", out -> bodies.export(filter, out));
    }
}
