package org.mingfa.server.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.registry.exam.Question;
import org.mingfa.server.registry.exam.QuestionBank;
import org.mingfa.server.registry.exam.QuestionStore.Banked;
import org.mingfa.server.registry.intake.ImportReport;
import org.mingfa.server.registry.intake.QuestionImport;
import org.mingfa.server.registry.intake.QuestionTable;
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

/** The bank of questions (题库), with what is right: for whoever keeps it. */
@RestController
@RequestMapping("/api/registry/questions")
class QuestionController {

    private static final int EXPORTED = 500;

    record QuestionInput(@Nullable String kind, @Nullable String category, @Nullable String field, @Nullable String stem, @Nullable List<String> options, @Nullable String answer,
            @Nullable String basis) {

        Question read() {
            new Fields().present("/kind", kind).present("/category", category).done();
            boolean judgement = "judgement".equals(kind);
            return new Question(kind, category, said(field), said(stem), judgement ? Question.JUDGEMENT : options == null ? List.of() : options.stream().map(QuestionInput::said).toList(),
                    said(answer), said(basis));
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    record Withdrawal(@Nullable String reason) {}

    private final QuestionBank bank;
    private final QuestionImport intake;

    QuestionController(QuestionBank bank, QuestionImport intake) {
        this.bank = bank;
        this.intake = intake;
    }

    @Operation(summary = "Questions of the region's bank by number, with their answers; refused to whoever is to sit an exam")
    @GetMapping
    @Permit("exam.bank")
    Listed<Banked> questions(@RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String field, @RequestParam(required = false) @Nullable Boolean withdrawn, @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int cursor, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(bank.page(PersonController.blank(kind), PersonController.blank(category), PersonController.blank(field), withdrawn, PersonController.blank(q), cursor,
                Listed.bound(limit) + 1), Listed.bound(limit), b -> Integer.toString(b.number()));
    }

    @Operation(summary = "Adds a question")
    @PostMapping
    @Permit("exam.bank")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody QuestionInput q) {
        return Map.of("number", bank.add(q.read()));
    }

    @Operation(summary = "Changes a question by a new version; papers keep the one they have")
    @PutMapping("/{number}")
    @Permit("exam.bank")
    Map<String, Object> change(@PathVariable int number, @RequestBody QuestionInput q) {
        return Map.of("version", bank.change(number, q.read()));
    }

    @Operation(summary = "Withdraws a question (停用): no new exam draws it")
    @PostMapping("/{number}/withdrawal")
    @Permit("exam.bank")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int number, @RequestBody Withdrawal w) {
        new Fields().text("/reason", w.reason(), 200).done();
        bank.withdraw(number, w.reason());
    }

    @Operation(summary = "Imports questions (.xlsx, .csv): all rows or none; a dry run only tells what is wrong")
    @PostMapping("/imports")
    @Permit("exam.bank")
    ImportReport imports(@RequestParam MultipartFile file, @RequestParam(defaultValue = "true") boolean dryRun) {
        return Upload.read(file, sheet -> intake.run(sheet, dryRun));
    }

    @Operation(summary = "The table of questions to fill in")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/template")
    @Permit("exam.bank")
    ResponseEntity<byte[]> template() {
        return Download.workbook("题库导入模板.xlsx", out -> SheetOut.template(QuestionTable.COLUMNS, "题库", out));
    }

    @Operation(summary = "The bank as a table with the columns of the import, answers included")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = Download.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export")
    @Permit("exam.bank.export")
    ResponseEntity<byte[]> export() {
        Stream<Banked> all = Stream.iterate(bank.page(null, null, null, null, null, 0, EXPORTED), p -> !p.isEmpty(),
                p -> p.size() < EXPORTED ? List.of() : bank.page(null, null, null, null, null, p.getLast().number(), EXPORTED)).flatMap(List::stream);
        return Download.workbook("题库.xlsx", out -> QuestionTable.export(all, out));
    }
}
