package org.mingfa.server.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.ChangesNothing;
import org.mingfa.server.access.Permit;
import org.mingfa.server.cases.Page;
import org.mingfa.server.paper.Letters;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters in a batch (成批打印). */
@RestController
@RequestMapping("/api/letters")
class LetterController {

    private static final int MOST = 50;
    private static final String KEEPER = "registry.write";
    private static final String HEAD = "number.write";

    private final Letters letters;

    LetterController(Letters letters) {
        this.letters = letters;
    }

    @Operation(summary = "Issued documents of the agency that are to be served or whose signed copy is awaited, the latest first; a page may be short and not the last")
    @GetMapping
    @Permit("case.read")
    Page<Letters.Row> waiting(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return letters.waiting(cursor, Math.clamp(limit, 1, MOST));
    }

    @Operation(summary = "The agency as sender, the envelopes with their windows in millimetres, and the bounds of a batch")
    @GetMapping("/settings")
    @Permit("case.read")
    Letters.Settings settings() {
        return letters.settings(Arrays.stream(new String[] {KEEPER, HEAD}).anyMatch(Caller.current()::may));
    }

    @Operation(summary = "Says from which address the agency's letters come")
    @PutMapping("/sender")
    @Permit({KEEPER, HEAD})
    Letters.Settings sends(@RequestBody Letters.Sender sender) {
        letters.sends(sender);
        return letters.settings(true);
    }

    @Operation(summary = "For each chosen document to whom it goes, which sheets would be printed, and what is missing and why")
    @PostMapping("/check")
    @ChangesNothing
    @Permit("case.read")
    List<Letters.Letter> check(@RequestBody Letters.Asked asked) {
        return letters.check(asked);
    }

    @Operation(summary = "Chosen documents as one PDF to print: page for a window envelope, the document as issued, its 送达回证; header Letters-Left names those that did not fit (case/document), the last page says all that is missing")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/print")
    @Permit("case.read")
    ResponseEntity<InputStreamResource> print(@RequestBody Letters.Asked asked) throws IOException {
        Letters.Printed printed = letters.print(asked);
        long size = Files.size(printed.file());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("成批打印.pdf", StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Letters-Left", String.join(",", printed.left())).header("Letters-Missing", Integer.toString(printed.missing()))
                .body(new InputStreamResource(Files.newInputStream(printed.file(), StandardOpenOption.DELETE_ON_CLOSE)));
    }
}
