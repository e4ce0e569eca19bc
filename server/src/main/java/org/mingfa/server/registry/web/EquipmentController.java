package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.equipment.Equipment;
import org.mingfa.server.registry.equipment.EquipmentPiece;
import org.mingfa.server.registry.equipment.Standards;
import org.mingfa.server.registry.intake.EquipmentTable;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.registry.intake.StandardTable;
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

/** Equipment (执法装备): the register, what becomes of a piece, and what the standard asks. */
@RestController
@RequestMapping("/api/registry/equipment")
class EquipmentController {

    /** @param agency the caller's own where it is left out */
    record PieceInput(@Nullable Long agency, @Nullable String kind, @Nullable String number, @Nullable String model, @Nullable LocalDate acquiredOn, @Nullable String note) {}

    /** @param time HH:mm */
    record StepInput(
            @Nullable String what, @Nullable LocalDate on, @Nullable String time, @Nullable Long person, @Nullable Long unit, @Nullable String caseNumber,
            @Nullable String note) {}

    /** @param perOfficers 0: for each body; else for each so many officers */
    record StandardInput(
            @Nullable String kind, @Nullable String field, @Nullable LocalDate from, @Nullable Integer quantity, @Nullable Integer perOfficers, @Nullable String cite,
            @Nullable Boolean verified) {}

    private static final int BODIES = 50;

    private final Equipment equipment;
    private final Standards standards;
    private final EquipmentTable table;
    private final StandardTable standardTable;

    EquipmentController(Equipment equipment, Standards standards, EquipmentTable table, StandardTable standardTable) {
        this.standardTable = standardTable;
        this.equipment = equipment;
        this.standards = standards;
        this.table = table;
    }

    @Operation(summary = "Kinds of equipment (装备类别)")
    @GetMapping("/kinds")
    @Permit({"service.read", "service.read.own"})
    List<Equipment.Kind> kinds() {
        return equipment.kinds();
    }

    @Operation(summary = "Equipment by id: of the caller's body, or of the region and below; without a state what is there to be used")
    @GetMapping
    @Permit({"service.read", "service.read.own"})
    Listed<EquipmentPiece> page(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(equipment.page(agency, PersonController.blank(kind), state(state), PersonController.blank(q), cursor, Listed.bound(limit) + 1),
                Listed.bound(limit), EquipmentPiece::id);
    }

    private static @Nullable String state(@Nullable String state) {
        String s = PersonController.blank(state);
        new Fields().check("/state", s == null || EquipmentPiece.STATES.contains(s), "没有这种状态").done();
        return s;
    }

    @Operation(summary = "One piece with what happened to it")
    @GetMapping("/{id}")
    @Permit({"service.read", "service.read.own"})
    EquipmentPiece.Page one(@PathVariable long id) {
        return equipment.one(id);
    }

    @Operation(summary = "Registers a piece of equipment")
    @PostMapping
    @Permit({"equipment.write", "equipment.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody PieceInput p) {
        new Fields().text("/kind", p.kind(), 30).text("/number", p.number(), 40).present("/acquiredOn", p.acquiredOn())
                .check("/model", p.model() == null || p.model().length() <= 100, "不超过100个字符").check("/note", p.note() == null || p.note().length() <= 200, "不超过200个字符").done();
        return Map.of("id", Long.toString(equipment.add(p.agency() == null ? Caller.current().agency().id() : p.agency(), p.kind(), p.number().strip(), text(p.model()),
                p.acquiredOn(), text(p.note()))));
    }

    @Operation(summary = "What becomes of a piece: assigned, returned, taken out, brought back, faulty, repaired, lost, found, retired")
    @PostMapping("/{id}/steps")
    @Permit({"equipment.write", "equipment.write.own", "equipment.use.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void step(@PathVariable long id, @RequestBody StepInput s) {
        new Fields().fits("/what", s.what(), Equipment.STEPS::contains, "没有这种登记").present("/on", s.on())
                .check("/time", s.time() == null || s.time().matches("([01]\\d|2[0-3]):[0-5]\\d"), "应写成 09:30 的样子")
                .check("/caseNumber", s.caseNumber() == null || s.caseNumber().length() <= 60, "不超过60个字符")
                .check("/note", s.note() == null || s.note().length() <= 200, "不超过200个字符").done();
        equipment.step(id, new Equipment.Wanted(s.what(), s.on(), s.time() == null ? null : LocalTime.parse(s.time()), s.person(), s.unit(), text(s.caseNumber()), text(s.note())));
    }

    /** @param next the cursor of the following bodies */
    record Bodies(List<Standards.Line> lines, @Nullable String next) {}

    @Operation(summary = "What the standard asks of each body and what is missing, fifty bodies a page")
    @GetMapping("/bodies")
    @Permit({"service.read", "service.read.own"})
    Bodies bodies(@RequestParam(defaultValue = "0") long cursor) {
        Long next = standards.next(cursor, BODIES);
        return new Bodies(standards.lines(cursor, BODIES), next == null ? null : next.toString());
    }

    @Operation(summary = "Standards of equipment (配备标准) that concern the caller, with their citations")
    @GetMapping("/standards")
    @Permit({"service.read", "service.read.own"})
    List<Standards.Standard> standards() {
        return standards.standards();
    }

    @Operation(summary = "Sets the standard of the caller's region from a day on")
    @PostMapping("/standards")
    @Permit("equipment.standard")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> setStandard(@RequestBody StandardInput s) {
        new Fields().text("/kind", s.kind(), 30).check("/field", s.field() == null || s.field().length() <= 20, "不超过20个字符").present("/from", s.from())
                .fits("/quantity", s.quantity(), n -> n >= 0 && n <= 1000, "应为 0 至 1000").fits("/perOfficers", s.perOfficers(), n -> n >= 0 && n <= 1000, "应为 0 至 1000")
                .text("/cite", s.cite(), 200).done();
        return Map.of("id", Long.toString(standards.set(new Standards.NewStandard(s.kind(), text(s.field()), s.from(), s.quantity(), s.perOfficers(), s.cite().strip(),
                Boolean.TRUE.equals(s.verified())))));
    }

    @Operation(summary = "Imports equipment (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit({"equipment.write", "equipment.write.own"})
    ImportReport imports(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> table.run(sheet, dryRun));
    }

    @Operation(summary = "The table of equipment to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit({"equipment.write", "equipment.write.own"})
    ResponseEntity<byte[]> template() {
        return Download.workbook("执法装备导入模板.xlsx", out -> SheetOut.template(table.columns(), "执法装备", out));
    }

    @Operation(summary = "Equipment as a table with the columns of the import")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit({"service.read", "service.read.own"})
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String q) {
        return Download.workbook("执法装备.xlsx", out -> table.export(agency, PersonController.blank(kind), state(state), PersonController.blank(q), out));
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Operation(summary = "Imports standards of equipment (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/standards/imports")
    @Permit("equipment.standard")
    ImportReport importStandards(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> standardTable.run(sheet, dryRun));
    }

    @Operation(summary = "The table of standards of equipment to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/standards/template")
    @Permit("equipment.standard")
    ResponseEntity<byte[]> templateStandards() {
        return Download.workbook(StandardTable.TITLE + "导入模板.xlsx", out -> SheetOut.template(standardTable.columns(), StandardTable.TITLE, out));
    }

    @Operation(summary = "The standards of equipment that the caller sees, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/standards/export")
    @Permit({"service.read", "service.read.own"})
    ResponseEntity<byte[]> exportStandards() {
        return Download.workbook(StandardTable.TITLE + ".xlsx", standardTable::write);
    }
}
