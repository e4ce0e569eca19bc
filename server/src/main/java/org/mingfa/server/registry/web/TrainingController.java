package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.RegisterParameters;
import org.mingfa.server.registry.intake.HourImport;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.registry.training.Inductions;
import org.mingfa.server.registry.training.Training;
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

/** Training (培训): courses, sign-in, hours, and who will miss the year. */
@RestController
@RequestMapping("/api/registry/training")
class TrainingController {

    record CourseInput(
            @Nullable Long agency, @Nullable String title, @Nullable String kind, @Nullable String form, @Nullable BigDecimal hours,
            @Nullable LocalDate heldOn, @Nullable String organiser, @Nullable String purpose) {}

    record SignIn(@Nullable List<Long> people) {}

    private final Training training;
    private final Inductions inductions;
    private final HourImport hours;
    private final RegisterParameters parameters;

    TrainingController(Training training, Inductions inductions, HourImport hours, RegisterParameters parameters) {
        this.training = training;
        this.inductions = inductions;
        this.hours = hours;
        this.parameters = parameters;
    }

    @Operation(summary = "Courses of a year, the newest first")
    @GetMapping("/courses")
    @Permit("registry.read")
    List<Training.Course> courses(@RequestParam(required = false) @Nullable Integer year) {
        return training.courses(year == null ? parameters.today().getYear() : year);
    }

    @Operation(summary = "Registers a course")
    @PostMapping("/courses")
    @Permit({"training.write", "training.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> addCourse(@RequestBody CourseInput c) {
        new Fields().text("/title", c.title(), 100).fits("/kind", c.kind(), List.of("public", "special")::contains, "应为 public 或 special")
                .fits("/form", c.form(), List.of("classroom", "online", "practice")::contains, "应为 classroom、online 或 practice")
                .fits("/hours", c.hours(), h -> h.signum() > 0 && h.compareTo(BigDecimal.valueOf(200)) <= 0, "应大于 0，不超过 200").present("/heldOn", c.heldOn())
                .check("/purpose", c.purpose() == null || List.of("ordinary", "new-staff", "rotation").contains(c.purpose()), "应为 ordinary、new-staff 或 rotation").done();
        return Map.of("id", training.add(new Training.NewCourse(c.agency(), c.title(), c.kind(), c.form(), c.hours(), c.heldOn(), c.organiser() == null ? "" : c.organiser(),
                c.purpose() == null ? "ordinary" : c.purpose())));
    }

    @Operation(summary = "Signs people in to a course: each gets its hours once")
    @PostMapping("/courses/{id}/attendance")
    @Permit({"training.write", "training.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> signIn(@PathVariable long id, @RequestBody SignIn s) {
        new Fields().fits("/people", s.people(), p -> !p.isEmpty() && p.size() <= 1_000, "应为 1 至 1000 人").done();
        return Map.of("added", training.signIn(id, s.people()));
    }

    @Operation(summary = "Bodies in the year of a day: officers short of hours, reviewers for officers; those that fall short first")
    @GetMapping("/bodies")
    @Permit("registry.read")
    List<Training.BodyYear> bodies(@RequestParam(required = false) @Nullable LocalDate on) {
        return training.bodies(on == null ? parameters.today() : on);
    }

    @Operation(summary = "Officers whose hours of the year fall short so far")
    @GetMapping("/behind")
    @Permit("registry.read")
    Listed<Training.Behind> behind(
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(training.behind(on == null ? parameters.today() : on, agency, cursor, Listed.bound(limit) + 1), Listed.bound(limit), Training.Behind::id);
    }

    @Operation(summary = "New officers (新进人员) whose training for new staff (岗前培训) is not complete, and until when it must be")
    @GetMapping("/new-staff")
    @Permit("registry.read")
    Listed<Inductions.Newcomer> newStaff(@RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(inductions.newcomers(on == null ? parameters.today() : on, agency, cursor, Listed.bound(limit) + 1), Listed.bound(limit), Inductions.Newcomer::id);
    }

    @Operation(summary = "Officers who have not been in the all-staff rotation (全员轮训) within its period")
    @GetMapping("/rotation")
    @Permit("registry.read")
    Listed<Inductions.Due> rotation(@RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long agency,
            @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(inductions.due(on == null ? parameters.today() : on, agency, cursor, Listed.bound(limit) + 1), Listed.bound(limit), Inductions.Due::id);
    }

    @Operation(summary = "Imports training hours (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit({"training.write", "training.write.own"})
    ImportReport importHours(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> hours.run(sheet, dryRun));
    }

    @Operation(summary = "The table of training hours to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit({"training.write", "training.write.own"})
    ResponseEntity<byte[]> hoursTemplate() {
        return Download.workbook("培训学时导入模板.xlsx", out -> SheetOut.template(HourImport.COLUMNS, "培训学时", out));
    }
}
