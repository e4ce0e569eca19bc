package org.mingfa.server.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.cases.CaseFiles;
import org.mingfa.server.document.Documents;
import org.mingfa.server.document.Format;
import org.mingfa.server.document.IssuedDocument;
import org.mingfa.server.document.issue.CaseDocuments;
import org.mingfa.server.operation.Fields;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents of a case: list, preview of an act not yet done, and the issued ones as PDF, Word or XHTML. */
@RestController
@RequestMapping("/api/cases/{caseId}/documents")
class DocumentController {
    private final Documents documents;
    private final CaseDocuments cases;
    private final CaseFiles files;
    private final Transactions transactions;

    DocumentController(Documents documents, CaseDocuments cases, CaseFiles files, Transactions transactions) {
        this.documents = documents;
        this.cases = cases;
        this.files = files;
        this.transactions = transactions;
    }

    record PreviewInput(@Nullable String template, @Nullable ActInput act) {}

    record Row(String id, String template, String title, String number, long seq, Instant createdAt, String sha256, String sm3,
            @Nullable String signedBy, @Nullable String signedCite, @Nullable Long copySeq, @Nullable String replacedBy) {
        static Row of(IssuedDocument d, Documents documents) {
            return new Row(Long.toString(d.id()), d.template(), d.title(), d.number(), d.seq(), d.createdAt(), d.sha256(), d.sm3(),
                    d.signedBy(), d.signedBy() == null ? null : documents.signedCite(d.template()), d.copySeq(), d.replacedBy() == null ? null : Long.toString(d.replacedBy()));
        }
    }

    @Operation(summary = "Documents (文书) that a case has issued")
    @GetMapping
    @Permit("case.read")
    List<Row> list(@PathVariable String caseId) {
        CaseKey key = key(caseId);
        return transactions.read(() -> documents.of(key.region(), key.id())).stream().map(d -> Row.of(d, documents)).toList();
    }

    @Operation(summary = "The document that an act would issue, without number and kept nowhere")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/*", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/preview")
    @ChangesNothing
    @Permit("case.read")
    ResponseEntity<byte[]> preview(@PathVariable String caseId, @RequestBody PreviewInput input,
            @RequestParam(defaultValue = "pdf") String format) {
        new Fields().text("/template", input.template(), 100).present("/act", input.act()).done();
        CaseKey key = key(caseId);
        var template = documents.template(java.util.Objects.requireNonNull(input.template()));
        var model = transactions.read(() -> cases.preview(files.current(key), java.util.Objects.requireNonNull(input.act())));
        Format wanted = format(format);
        return file(documents.preview(template.title(), model, wanted), wanted, template.title() + "（预览）", true);
    }

    /** @param inline to look at in the browser; otherwise to save */
    @Operation(summary = "A document as PDF (each page bears the QR code by which its signed copy is known again), Word or XHTML")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}")
    @Permit("case.read")
    ResponseEntity<byte[]> download(@PathVariable String caseId, @PathVariable long id,
            @RequestParam(defaultValue = "pdf") String format, @RequestParam(defaultValue = "false") boolean inline) {
        CaseKey key = key(caseId);
        Format wanted = format(format);
        var issued = transactions.read(() -> documents.find(key.region(), key.id(), id))
                .orElseThrow(() -> Refused.notFound("没有这份文书。"));
        var text = transactions.read(() -> documents.text(key.region(), key.id(), id))
                .orElseThrow(() -> Refused.gone("这份文书含有的个人信息已销毁，不能再查看。"));
        String name = issued.number().isEmpty() ? issued.title() : issued.title() + " " + issued.number();
        byte[] bytes = wanted == Format.PDF ? documents.printed(key, issued, text) : documents.as(wanted, text);
        return file(bytes, wanted, name, inline);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, Format format, String name, boolean inline) {
        var disposition = ContentDisposition.builder(inline && format == Format.PDF ? "inline" : "attachment")
                .filename(name + "." + format.extension(), java.nio.charset.StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    private static Format format(String name) {
        for (Format format : Format.values()) if (format.extension().equals(name)) return format;
        throw Refused.invalid("/format", "文书格式只能是 pdf、docx 或者 xhtml");
    }

    private static CaseKey key(String caseId) {
        return CaseKey.parse(caseId).orElseThrow(() -> Refused.notFound("没有这个案件。"));
    }
}
