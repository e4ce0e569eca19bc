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
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.registry.intake.ResponsibilityTable;
import org.mingfa.server.registry.responsibility.ActBook;
import org.mingfa.server.registry.responsibility.ActCoverage;
import org.mingfa.server.registry.responsibility.Coverage;
import org.mingfa.server.registry.responsibility.ResponsiblePost;
import org.mingfa.server.registry.responsibility.Responsibilities;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.SheetOut;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Responsibilities (岗位职责): posts, who is in them, what has nobody, and the table of all. */
@RestController
@RequestMapping("/api/registry/responsibilities")
class ResponsibilityController {

    /** @param agency the caller's own where it is left out; {@code unit} of a new post only */
    record PostInput(
            @Nullable Long agency, @Nullable Long unit, @Nullable LocalDate from, @Nullable String title, @Nullable String duties, @Nullable List<String> items,
            @Nullable List<String> acts, @Nullable Boolean atWindow, @Nullable Boolean rotates, @Nullable String reason) {

        ResponsiblePost.Version checked() {
            new Fields().present("/from", from).text("/title", title, 60).text("/duties", duties, 1000)
                    .check("/items", items == null || items.size() <= 500 && items.stream().allMatch(i -> i != null && !i.isBlank() && i.length() <= 60), "至多 500 项，每项为事项编码")
                    .check("/acts", acts == null || acts.size() <= 600 && acts.stream().allMatch(a -> a != null && !a.isBlank() && a.length() <= 100), "至多 600 项，每项不超过100个字符")
                    .check("/reason", reason == null || reason.length() <= 200, "不超过200个字符").done();
            return new ResponsiblePost.Version(from, title.strip(), duties.strip(), trimmed(items), trimmed(acts), Boolean.TRUE.equals(atWindow), Boolean.TRUE.equals(rotates), false,
                    EquipmentController.text(reason));
        }

        private static List<String> trimmed(@Nullable List<String> texts) {
            return texts == null ? List.of() : texts.stream().map(String::strip).distinct().toList();
        }
    }

    record Ending(@Nullable LocalDate from, @Nullable String reason) {}

    record Placing(@Nullable Long person, @Nullable LocalDate from) {}

    private final Responsibilities responsibilities;
    private final Coverage coverage;
    private final ActCoverage acts;
    private final ResponsibilityTable table;

    ResponsibilityController(Responsibilities responsibilities, Coverage coverage, ActCoverage acts, ResponsibilityTable table) {
        this.responsibilities = responsibilities;
        this.coverage = coverage;
        this.acts = acts;
        this.table = table;
    }

    private static long own(@Nullable Long agency) {
        return agency == null ? Caller.current().agency().id() : agency;
    }

    @Operation(summary = "Posts of a body as on a day with the items they serve and who is in them")
    @GetMapping
    @Permit({"service.read", "service.read.own"})
    Listed<ResponsiblePost> page(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(responsibilities.page(own(agency), PersonController.blank(q), PersonController.blank(item), on, cursor, Listed.bound(limit) + 1), Listed.bound(limit), ResponsiblePost::id);
    }

    @Operation(summary = "One post with its versions and everybody who was in it")
    @GetMapping("/{id}")
    @Permit({"service.read", "service.read.own"})
    ResponsiblePost.Page one(@PathVariable long id) {
        return responsibilities.one(id);
    }

    @Operation(summary = "Sets up a post of a unit with the items it serves")
    @PostMapping
    @Permit({"responsibility.write", "responsibility.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody PostInput p) {
        new Fields().present("/unit", p.unit()).done();
        return Map.of("id", Long.toString(responsibilities.add(own(p.agency()), p.unit(), p.checked())));
    }

    @Operation(summary = "What a post is from a day on")
    @PutMapping("/{id}")
    @Permit({"responsibility.write", "responsibility.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @RequestBody PostInput p) {
        responsibilities.change(id, p.checked());
    }

    @Operation(summary = "Ends a post: from that day nobody is in it")
    @PostMapping("/{id}/ending")
    @Permit({"responsibility.write", "responsibility.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody Ending e) {
        new Fields().present("/from", e.from()).text("/reason", e.reason(), 200).done();
        responsibilities.end(id, e.from(), e.reason().strip());
    }

    @Operation(summary = "Places a person in a post from a day on")
    @PostMapping("/{id}/holders")
    @Permit({"responsibility.write", "responsibility.write.own"})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> place(@PathVariable long id, @RequestBody Placing p) {
        new Fields().present("/person", p.person()).present("/from", p.from()).done();
        return Map.of("id", Long.toString(responsibilities.place(id, p.person(), p.from())));
    }

    @Operation(summary = "A person is no longer in a post from a day on")
    @PostMapping("/{id}/holders/{holder}/ending")
    @Permit({"responsibility.write", "responsibility.write.own"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relieve(@PathVariable long id, @PathVariable long holder, @RequestBody Ending e) {
        new Fields().present("/from", e.from()).done();
        responsibilities.relieve(id, holder, e.from());
    }

    @Operation(summary = "Published items of a body that no officer's post serves")
    @GetMapping("/open")
    @Permit({"service.read", "service.read.own"})
    Coverage.Opens open(@RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "") String cursor) {
        return coverage.open(own(agency), cursor);
    }

    @Operation(summary = "Who handles, in open cases of a body, an item that no post of theirs gives")
    @GetMapping("/beyond")
    @Permit({"service.read", "service.read.own"})
    List<Coverage.Beyond> beyond(@RequestParam(required = false) @Nullable Long agency) {
        return coverage.beyond(own(agency));
    }

    @Operation(summary = "The acts that a post of a body may serve on a day: those of the procedures in force, by stage")
    @GetMapping("/acts")
    @Permit({"service.read", "service.read.own"})
    List<ActBook.Book> acts(@RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable LocalDate on) {
        return responsibilities.acts(own(agency), on);
    }

    @Operation(summary = "Acts of the body's procedures that nobody in a post serves, and posts with words that no procedure has")
    @GetMapping("/acts/open")
    @Permit({"service.read", "service.read.own"})
    ActCoverage.Opens openActs(@RequestParam(required = false) @Nullable Long agency) {
        return acts.open(own(agency));
    }

    @Operation(summary = "Who did, in open cases of a body, 20 a page, the newest first, an act that no post of theirs gives")
    @GetMapping("/acts/beyond")
    @Permit({"service.read", "service.read.own"})
    ActCoverage.Beyonds beyondActs(@RequestParam(required = false) @Nullable Long agency, @RequestParam(defaultValue = "") String cursor) {
        return acts.beyond(own(agency), cursor);
    }

    @Operation(summary = "The table of a body's items, posts and people (权责表), 200 items a page")
    @GetMapping("/table")
    @Permit({"service.read", "service.read.own"})
    Coverage.Table table(
            @RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(defaultValue = "") String cursor) {
        return coverage.table(own(agency), on, cursor);
    }

    @Operation(summary = "Imports posts and who is in them (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit({"responsibility.write", "responsibility.write.own"})
    ImportReport imports(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> table.run(sheet, dryRun));
    }

    @Operation(summary = "The table of posts to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit({"responsibility.write", "responsibility.write.own"})
    ResponseEntity<byte[]> template() {
        return Download.workbook("岗位职责导入模板.xlsx", out -> SheetOut.template(ResponsibilityTable.COLUMNS, "岗位职责", out));
    }

    @Operation(summary = "Posts and who is in them as a table with the columns of the import")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit({"service.read", "service.read.own"})
    ResponseEntity<byte[]> export(@RequestParam(required = false) @Nullable Long agency, @RequestParam(required = false) @Nullable LocalDate on) {
        return Download.workbook("岗位职责.xlsx", out -> table.export(own(agency), on, out));
    }
}
