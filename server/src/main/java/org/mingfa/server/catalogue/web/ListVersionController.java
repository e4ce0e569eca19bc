package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.list.ListDifferences;
import org.mingfa.server.catalogue.list.ListImport;
import org.mingfa.server.catalogue.list.ListLife;
import org.mingfa.server.catalogue.list.ListViews;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.sheet.Download;
import org.mingfa.server.sheet.Upload;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One version of a list, its rows and its life. Every write names the {@code seq} that its writer saw. */
@RestController
@RequestMapping("/api/lists/{id}/versions/{number}")
@Permit("list.read")
class ListVersionController {

    /** @param was key of the row that is changed; null: a new row */
    record RowInput(@Nullable Long seq, @Nullable String was, @Nullable Map<String, String> cells) {}

    record Note(@Nullable Long seq, @Nullable String note) {}

    record Opinion(@Nullable Long seq, @Nullable String opinion) {}

    record Publication(@Nullable Long seq, @Nullable LocalDate from, @Nullable LocalDate publishedOn, @Nullable String document) {}

    record Withdrawal(@Nullable Long seq, @Nullable LocalDate last, @Nullable String note) {}

    private static final int MOST = 200;

    private final ListViews views;
    private final ListLife life;
    private final ListImport imports;
    private final JsonMapper json;

    ListVersionController(ListViews views, ListLife life, ListImport imports, JsonMapper json) {
        this.views = views;
        this.life = life;
        this.imports = imports;
        this.json = json;
    }

    @Operation(summary = "A version of a list with its dates, its people, what comes next and its history")
    @GetMapping
    ListViews.VersionView listVersion(@PathVariable long id, @PathVariable int number) {
        return views.version(id, number);
    }

    @Operation(summary = "A page of the rows of a version, each with how its citations stand today")
    @GetMapping("/rows")
    ListViews.RowPage listRows(
            @PathVariable long id, @PathVariable int number, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (q.length() > 50) {
            throw Refused.bad("检索词不得超过 50 个字");
        }
        return views.rows(id, number, q, Math.clamp(page, 0, 10_000), Math.clamp(size, 1, MOST));
    }

    @Operation(summary = "A row of a version")
    @GetMapping("/row")
    ListViews.RowView listRow(@PathVariable long id, @PathVariable int number, @RequestParam String key) {
        return views.row(id, number, key);
    }

    @Operation(summary = "Adds a row to a draft or changes one")
    @PutMapping("/row")
    @Permit("list.draft")
    ListViews.VersionView putListRow(@PathVariable long id, @PathVariable int number, @RequestBody RowInput in) {
        new Fields().present("/cells", in.cells).done();
        return views.view(life.putRow(id, number, in.seq, in.was, in.cells == null ? Map.of() : in.cells));
    }

    @Operation(summary = "Takes a row out of a draft")
    @DeleteMapping("/row")
    @Permit("list.draft")
    ListViews.VersionView removeListRow(@PathVariable long id, @PathVariable int number, @RequestParam String key, @RequestParam(required = false) @Nullable Long seq) {
        return views.view(life.removeRow(id, number, seq, key));
    }

    @Operation(summary = "What differs from another version, a page of it; without one, from the version that it changes")
    @GetMapping("/differences")
    ListDifferences listDifferences(@PathVariable long id, @PathVariable int number, @RequestParam(required = false) @Nullable Integer with,
            @RequestParam(defaultValue = "") String cursor) {
        return views.differences(id, number, with, cursor);
    }

    @Operation(summary = "The rows of a version as a workbook")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    ResponseEntity<byte[]> exportList(@PathVariable long id, @PathVariable int number) {
        return Download.workbook(views.version(id, number).title() + "-第" + number + "版.xlsx", out -> imports.export(id, number, out));
    }

    @Operation(summary = "Reads a file (.xlsx, .csv) into a draft; with dryRun=true only says what it would read and what not")
    @PostMapping("/imports")
    @Permit("list.draft")
    ListImport.Report importList(
            @PathVariable long id, @PathVariable int number, @RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean replaces, @RequestParam(required = false) @Nullable Long seq,
            @RequestParam(required = false) @Nullable String mapping) {
        return Upload.read(file, sheet -> imports.take(id, number, seq, Upload.name(file), sheet, mapping(mapping), replaces, dryRun));
    }

    private @Nullable Map<String, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException unreadable) {
            throw Refused.invalid("/mapping", "应为列名到栏目名的对照");
        }
    }

    @Operation(summary = "Submits a draft to the legal unit")
    @PostMapping("/submit")
    @Permit("list.draft")
    ListViews.VersionView submitList(@PathVariable long id, @PathVariable int number, @RequestBody Note in) {
        return views.view(life.submit(id, number, in.seq, in.note));
    }

    @Operation(summary = "The legal unit's review of a version that another drafted: passed, with its opinion")
    @PostMapping("/review")
    @Permit("list.review")
    ListViews.VersionView reviewList(@PathVariable long id, @PathVariable int number, @RequestBody Opinion in) {
        return views.view(life.review(id, number, in.seq, in.opinion));
    }

    @Operation(summary = "Returns a version to its drafters, with the reason")
    @PostMapping("/return")
    @Permit({"list.review", "list.publish"})
    ListViews.VersionView returnList(@PathVariable long id, @PathVariable int number, @RequestBody Note in) {
        return views.view(life.giveBack(id, number, in.seq, in.note));
    }

    @Operation(summary = "Publishes a reviewed version that another drafted")
    @PostMapping("/publish")
    @Permit("list.publish")
    ListViews.VersionView publishList(@PathVariable long id, @PathVariable int number, @RequestBody Publication in) {
        return views.view(life.publish(id, number, in.seq, in.from, in.publishedOn, in.document));
    }

    @Operation(summary = "Takes a published version out of force after a day, with the reason")
    @PostMapping("/withdraw")
    @Permit("list.publish")
    ListViews.VersionView withdrawList(@PathVariable long id, @PathVariable int number, @RequestBody Withdrawal in) {
        return views.view(life.withdraw(id, number, in.seq, in.last, in.note));
    }

    @Operation(summary = "Gives a version up that is not published")
    @PostMapping("/discard")
    @Permit("list.draft")
    ListViews.VersionView discardList(@PathVariable long id, @PathVariable int number, @RequestBody Note in) {
        return views.view(life.discard(id, number, in.seq, in.note));
    }
}
