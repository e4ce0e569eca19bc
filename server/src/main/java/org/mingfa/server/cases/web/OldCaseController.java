package org.mingfa.server.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.OldCases;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Cases of an old system or of paper, from a table (旧案导入). */
@RestController
class OldCaseController {

    private final OldCases cases;

    OldCaseController(OldCases cases) {
        this.cases = cases;
    }

    @Operation(summary = "Procedures by which cases went that began on a day, and who may approve what was irregular")
    @GetMapping("/api/old-cases/choices")
    @Permit("case.import")
    OldCases.Choices choices(@RequestParam(required = false) @Nullable LocalDate begun) {
        return cases.choices(begun);
    }

    @Operation(summary = "The acts that a table of old cases of a procedure may have, in the procedure's order")
    @GetMapping("/api/old-cases/acts")
    @Permit("case.import")
    List<OldCases.Offered> acts(@RequestParam String procedure, @RequestParam(required = false) @Nullable LocalDate begun) {
        return cases.acts(procedure, begun);
    }

    @Operation(summary = "A workbook to fill in, one case a row, with columns for these acts")
    @GetMapping("/api/old-cases/template")
    @Permit("case.import")
    ResponseEntity<byte[]> template(@RequestParam String procedure, @RequestParam(required = false) @Nullable LocalDate begun, @RequestParam List<String> acts) {
        return Download.workbook("旧案导入模板.xlsx", out -> cases.template(procedure, begun, acts, out));
    }

    @Operation(summary = "Enters old cases, each row for itself, or only says what would come of it; a row that was entered before is told and left")
    @PostMapping("/api/old-cases")
    @Permit("case.import")
    OldCases.Report run(
            @RequestParam MultipartFile file, @RequestParam String procedure, @RequestParam(required = false) @Nullable LocalDate begun, @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String approver, @RequestParam(defaultValue = "true") boolean dryRun) {
        OldCases.Asked asked = new OldCases.Asked(procedure, begun, reason, approver == null || approver.isBlank() ? null : approver, dryRun);
        return Upload.read(file, sheet -> cases.run(sheet, asked));
    }
}
