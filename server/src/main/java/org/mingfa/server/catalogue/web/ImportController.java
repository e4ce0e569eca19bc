package org.mingfa.server.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Permit;
import org.mingfa.server.catalogue.ImportedFile;
import org.mingfa.server.catalogue.StatuteImport;
import org.mingfa.server.catalogue.StatuteImport.Source;
import org.mingfa.server.catalogue.reading.StatuteHead;
import org.mingfa.server.catalogue.reading.StatuteReader;
import org.mingfa.server.catalogue.store.ImportStore;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports texts of law (导入法规). */
@RestController
@RequestMapping("/api/law/imports")
class ImportController {

    private static final int MOST_FILES = 40;

    private final StatuteImport imports;
    private final ImportStore store;

    ImportController(StatuteImport imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    @Operation(summary = "Imports up to 40 files (.json, .txt, .docx), one version of a law each; for a single file, fields go before what it says")
    @PostMapping
    @Permit("law.write")
    @ResponseStatus(HttpStatus.CREATED)
    StatuteImport.Report take(
            @RequestParam List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String issuer,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable LocalDate adoptedOn,
            @RequestParam(required = false) @Nullable LocalDate inForceFrom,
            @RequestParam(required = false) @Nullable LocalDate repealedFrom,
            @RequestParam(required = false) @Nullable String repeals,
            @RequestParam(defaultValue = "false") boolean corrects) {
        StatuteHead form = new StatuteHead(blank(title), null, blank(issuer), blank(level), null, adoptedOn, inForceFrom, repealedFrom,
                names(repeals), null, null);
        new Fields().check("/files", !files.isEmpty() && files.size() <= MOST_FILES, "一次导入 1 至 " + MOST_FILES + " 个文件")
                .check("/files", files.size() == 1 || form.equals(StatuteHead.NONE), "填写了名称、日期或废止关系的，一次只导入一个文件").done();
        return imports.take(() -> files.stream().map(ImportController::source).iterator(), form, corrects, Caller.current().id());
    }

    @Operation(summary = "What became of each file of an import")
    @GetMapping("/{id}")
    @Permit("law.write")
    StatuteImport.Report report(@PathVariable long id) {
        List<ImportedFile> files = store.files(id);
        if (files.isEmpty()) {
            throw Refused.notFound("没有这次导入。");
        }
        return new StatuteImport.Report(id, files);
    }

    /** One file is in memory at a time; of one that is too large only so much that this is seen. */
    private static Source source(MultipartFile file) {
        try (var in = file.getInputStream()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return new Source(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", ""), in.readNBytes(StatuteReader.LARGEST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Names on lines of their own or between 、 and ；. */
    private static @Nullable List<String> names(@Nullable String text) {
        return text == null || text.isBlank() ? null
                : Arrays.stream(text.split("[\\n、；;]")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
