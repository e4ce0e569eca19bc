package org.mingfa.server.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Page;
import org.mingfa.server.evidence.Refusal;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.paper.Awaited;
import org.mingfa.server.paper.ScanView;
import org.mingfa.server.paper.Scans;
import org.mingfa.server.paper.read.ScanRefused;
import org.mingfa.server.record.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Scans of signed papers, and the papers still awaited. */
@RestController
class ScanController {

    private static final int MOST = 100;

    private final Scans scans;
    private final Awaited awaited;

    ScanController(Scans scans, Awaited awaited) {
        this.scans = scans;
        this.awaited = awaited;
    }

    @Operation(summary = "Takes a scan of signed papers and says what its pages are; nothing is bound yet. The same file again answers the scan that there is")
    @PostMapping("/api/scans")
    @Permit("file.write")
    @ResponseStatus(HttpStatus.CREATED)
    Scans.Taken take(@RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String caseId) throws IOException {
        CaseKey from = caseId == null ? null : CaseKey.parse(caseId).orElseThrow(() -> Refused.notFound("没有这个案件"));
        try (InputStream in = file.getInputStream()) {
            return scans.take(in, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), from);
        } catch (Refusal refusal) {
            throw refusal.problem();
        } catch (ScanRefused refused) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
        }
    }

    @Operation(summary = "Scans of the agency, the latest first")
    @GetMapping("/api/scans")
    @Permit("case.read")
    Page<ScanView.Row> page(@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return scans.page(open, cursor, Math.clamp(limit, 1, MOST));
    }

    @Operation(summary = "A scan: its pages, and the documents they fall into")
    @GetMapping("/api/scans/{id}")
    @Permit("case.read")
    ScanView one(@PathVariable long id) {
        return scans.one(id);
    }

    @Operation(summary = "Binds pages as the signed copy of an issued document and records it in the case (回传签字件)")
    @PostMapping("/api/scans/{id}/bindings")
    @Permit("case.act")
    @ResponseStatus(HttpStatus.CREATED)
    Scans.Bound bind(@PathVariable long id, @RequestBody Scans.Binding binding) {
        try {
            return scans.bind(id, binding);
        } catch (Refusal refusal) {
            throw refusal.problem();
        } catch (ScanRefused refused) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
        }
    }

    @Operation(summary = "Says of pages that they belong to no document, with the reason")
    @PostMapping("/api/scans/{id}/set-aside")
    @Permit("case.act")
    ScanView setAside(@PathVariable long id, @RequestBody Scans.Aside aside) {
        return scans.setAside(id, aside);
    }

    @Operation(summary = "Issued documents of the agency that are signed by hand and of which no signed copy has come back (缺签字件), the longest awaited first")
    @GetMapping("/api/signed-copies/awaited")
    @Permit("case.read")
    Page<Awaited.Row> awaited(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return awaited.page(cursor, Math.clamp(limit, 1, MOST));
    }
}
