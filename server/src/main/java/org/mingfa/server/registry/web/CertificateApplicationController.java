package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.applying.ApplicationBook;
import org.mingfa.server.registry.applying.ApplicationBook.Application;
import org.mingfa.server.registry.applying.CertificateApplications;
import org.mingfa.server.registry.applying.Requirements;
import org.mingfa.server.registry.intake.ApplicationTable;
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

/** Applications for a certificate (申请领证), step by step. */
@RestController
@RequestMapping("/api/registry/applications")
class CertificateApplicationController {

    private static final Set<String> STATES = Set.of("open", "filed", "checked", "notice", "issued", "returned", "withdrawn", "refused");

    record Filing(@Nullable Long person, @Nullable String field, @Nullable String regionCode, @Nullable String statement) {}

    record Check(@Nullable Boolean agrees, @Nullable Set<String> confirmed, @Nullable String note) {}

    record Note(@Nullable String note) {}

    record Answer(@Nullable Boolean upheld, @Nullable String note) {}

    record Issue(@Nullable String number, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable Long issuer) {}

    /** One application, what stands in its way, and what the caller may do with it. */
    record ApplicationPage(
            Application application, List<ApplicationBook.Step> steps, List<Requirements.Requirement> requirements, List<ApplicationBook.Condition> conditions, boolean own,
            boolean mayCheck, boolean mayDecide, boolean mayWithdraw) {}

    private final CertificateApplications applications;
    private final ApplicationBook store;
    private final Requirements requirements;
    private final Keeping keeping;
    private final RegisterParameters parameters;
    private final ApplicationTable table;

    CertificateApplicationController(CertificateApplications applications, ApplicationBook store, Requirements requirements, Keeping keeping, RegisterParameters parameters,
            ApplicationTable table) {
        this.table = table;
        this.applications = applications;
        this.store = store;
        this.requirements = requirements;
        this.keeping = keeping;
        this.parameters = parameters;
    }

    @Operation(summary = "Applications for certificates, the newest first: those of the caller's unit, or of the region for who decides")
    @GetMapping
    @Permit({"application.check.own", "application.decide"})
    Listed<Application> list(@RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "50") int limit) {
        new Fields().check("/state", PersonController.blank(state) == null || STATES.contains(state), "没有这种状态").done();
        Long only = applications.only();
        return Listed.of(store.page(keeping.regions(), only == null ? agency : only, PersonController.blank(state), cursor == null ? Long.MAX_VALUE : cursor, Listed.bound(limit) + 1),
                Listed.bound(limit), a -> Long.toString(a.id()));
    }

    @Operation(summary = "The caller's own applications")
    @GetMapping("/mine")
    @Permit("exam.take")
    List<Application> mine() {
        return store.ofPerson(Caller.current().id());
    }

    @Operation(summary = "Files an application for the caller, or by a unit's clerk for one of its people")
    @PostMapping
    @Permit("exam.take")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> file(@RequestBody Filing f) {
        new Fields().text("/field", f.field(), 20).check("/regionCode", f.regionCode() == null || f.regionCode().matches("\\d{6}"), "应为六位行政区划代码")
                .check("/statement", f.statement() == null || f.statement().length() <= 500, "不超过500个字符").done();
        return Map.of("id", applications.file(f.person(), f.field(), f.regionCode(), f.statement() == null ? "" : f.statement().strip()));
    }

    @Operation(summary = "An application: its steps and what stands in the way of the certificate, each with its citation")
    @GetMapping("/{id}")
    @Permit("exam.take")
    ApplicationPage one(@PathVariable long id) {
        Application a = applications.seen(id);
        return new ApplicationPage(a, store.steps(id).stream().map(s -> CertificateApplications.own(a) ? s.forApplicant() : s).toList(), requirements.of(a, parameters.today()), store.conditions(parameters.today()), CertificateApplications.own(a),
                applications.mayCheck(a), applications.mayDecide(a), a.open() && (CertificateApplications.own(a) || keeping.may("application.check", Long.parseLong(a.agency()))));
    }

    @Operation(summary = "The unit's check (单位审查): agreed when every condition is confirmed, or returned with a reason")
    @PostMapping("/{id}/check")
    @Permit("application.check.own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable long id, @RequestBody Check c) {
        new Fields().present("/agrees", c.agrees()).check("/note", c.note() == null || c.note().length() <= 500, "不超过500个字符").done();
        applications.check(id, c.agrees(), c.confirmed() == null ? Set.of() : c.confirmed(), c.note() == null ? "" : c.note());
    }

    @Operation(summary = "Begins the public notice (公示)")
    @PostMapping("/{id}/notice")
    @Permit("application.decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notice(@PathVariable long id) {
        applications.notice(id);
    }

    @Operation(summary = "Records an objection (异议) to a notice that runs")
    @PostMapping("/{id}/objections")
    @Permit("application.decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void objection(@PathVariable long id, @RequestBody Note n) {
        new Fields().text("/note", n.note(), 500).done();
        applications.objection(id, n.note());
    }

    @Operation(summary = "Answers an objection; one that is upheld ends the application")
    @PostMapping("/{id}/answers")
    @Permit("application.decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody Answer n) {
        new Fields().present("/upheld", n.upheld()).text("/note", n.note(), 500).done();
        applications.answer(id, n.upheld(), n.note());
    }

    @Operation(summary = "Withdraws an application, by its person or their unit")
    @PostMapping("/{id}/withdrawal")
    @Permit("exam.take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @RequestBody Note n) {
        new Fields().text("/note", n.note(), 200).done();
        applications.withdraw(id, n.note());
    }

    @Operation(summary = "Issues the certificate on an application (发证); refused, with all that stands in the way, while a step is missing")
    @PostMapping("/{id}/issue")
    @Permit("application.decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void issue(@PathVariable long id, @RequestBody Issue i) {
        new Fields().text("/number", i.number(), 30).present("/firstDay", i.firstDay())
                .fits("/lastDay", i.lastDay(), d -> i.firstDay() == null || !d.isBefore(i.firstDay()), "不得早于有效期首日").done();
        applications.issue(id, i.number(), i.firstDay(), i.lastDay(), i.issuer());
    }

    @Operation(summary = "Imports applications (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit("application.check.own")
    ImportReport importApplications(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> table.run(sheet, dryRun));
    }

    @Operation(summary = "The table of applications to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit("application.check.own")
    ResponseEntity<byte[]> templateApplications() {
        return Download.workbook(ApplicationTable.TITLE + "导入模板.xlsx", out -> SheetOut.template(table.columns(), ApplicationTable.TITLE, out));
    }

    @Operation(summary = "The applications that the caller sees, as a table")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit({"application.check.own", "application.decide"})
    ResponseEntity<byte[]> exportApplications() {
        return Download.workbook(ApplicationTable.TITLE + ".xlsx", table::write);
    }
}
