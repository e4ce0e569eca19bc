package org.mingfa.server.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** A table as a browser sends it. */
public final class Upload {

    private Upload() {}

    /** The file's name as its owner called it, without folders and control characters. */
    public static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "");
    }

    /**
     * Reads the table and uses it.
     *
     * @throws Problem 422 with {@code what, where, mend} for a file, or columns, that are refused
     */
    public static <T> T read(MultipartFile file, Function<Sheet, T> use) {
        try (InputStream in = file.getInputStream()) {
            return use.apply(SheetFile.read(name(file), in));
        } catch (SheetRefused e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage() + "。" + e.mend()).with("what", e.what()).with("where", e.where()).with("mend", e.mend());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
