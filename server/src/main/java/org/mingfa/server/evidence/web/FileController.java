package org.mingfa.server.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mingfa.server.access.Permit;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.evidence.Evidence;
import org.mingfa.server.evidence.EvidenceFile;
import org.mingfa.server.evidence.Refusal;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of evidence: upload, download, and what a browser may show in place. */
@RestController
@RequestMapping("/api/files")
class FileController {
    /** A picture runs nothing; browsers show PDF in a viewer of their own, which a sandbox would stop. */
    private static final String PICTURE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
    private static final String PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private final Evidence evidence;
    private final Transactions transactions;

    FileController(Evidence evidence, Transactions transactions) {
        this.evidence = evidence;
        this.transactions = transactions;
    }

    @Operation(summary = "Uploads a file to attach to an act; never attached, it is dropped after a day")
    @PostMapping
    @Permit("file.write")
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceFile upload(@RequestParam MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return evidence.keep(in, file.getOriginalFilename() == null ? "" : file.getOriginalFilename());
        } catch (Refusal refusal) {
            throw refusal.problem();
        }
    }

    @Operation(summary = "A file")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}")
    @Permit("case.read")
    ResponseEntity<FileSystemResource> download(@PathVariable String id) {
        EvidenceFile file = find(id);
        return content(file, "attachment", "default-src 'none'; sandbox");
    }

    @Operation(summary = "A picture or PDF, to show in the browser")
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")), @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary"))})
    @GetMapping("/{id}/preview")
    @Permit("case.read")
    ResponseEntity<FileSystemResource> preview(@PathVariable String id) {
        EvidenceFile file = find(id);
        if (!evidence.previewable(file)) throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "这类文件不能在浏览器里预览，请下载后查看。");
        return content(file, "inline", file.type().equals("application/pdf") ? PDF : PICTURE);
    }

    private EvidenceFile find(String id) {
        return transactions.read(() -> evidence.find(id)).orElseThrow(() -> Refused.notFound("没有这个文件。"));
    }

    private ResponseEntity<FileSystemResource> content(EvidenceFile file, String disposition, String policy) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().startsWith("text/") ? file.type() + ";charset=UTF-8" : file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.builder(disposition).filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(evidence.content(file)));
    }
}
