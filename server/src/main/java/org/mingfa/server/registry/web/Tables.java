package org.mingfa.server.registry.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetFile;
import org.mingfa.server.sheet.SheetRefused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Tables over HTTP: an upload read as a sheet, a workbook as an answer. */
final class Tables {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    interface Writer {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private Tables() {}

    /** A file that is refused, and one whose columns are another table's, is 422 with what, where and how to mend it. */
    static <T> T read(MultipartFile file, Function<Sheet, T> use) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return use.apply(SheetFile.read(name, in));
        } catch (SheetRefused e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage() + "。" + e.mend()).with("what", e.what()).with("where", e.where()).with("mend", e.mend());
        }
    }

    static ResponseEntity<byte[]> workbook(String fileName, Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(out.toByteArray());
    }
}
