package org.mingfa.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.mingfa.server.paper.letter.Batch;

/** A batch holds a hundred pages, blank ones among them; a letter is in it whole or not at all. */
class BatchTest {

    private static byte[] sheets(int pages) throws IOException {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static int saved(Batch batch) throws IOException {
        Path file = batch.save();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return pdf.getNumberOfPages();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aHundredPagesAreTakenAndTheLetterThatWouldExceedThemIsLeftOutWhole() throws IOException {
        try (Batch batch = new Batch(false)) {
            assertThat(batch.add(List.of(sheets(60), sheets(39)))).isEqualTo(Batch.Taken.YES);
            assertThat(batch.add(List.of(sheets(1), sheets(1)))).isEqualTo(Batch.Taken.FULL);
            assertThat(batch.add(List.of(sheets(101)))).isEqualTo(Batch.Taken.TOO_LONG);
            assertThat(batch.add(List.of(sheets(1)))).isEqualTo(Batch.Taken.YES);
            assertThat(saved(batch)).isEqualTo(100);
            batch.say(sheets(1));
            assertThat(saved(batch)).as("what is left out is said even then").isEqualTo(101);
        }
    }

    @Test
    void blankPagesOfDuplexPrintingCount() throws IOException {
        try (Batch batch = new Batch(true)) {
            assertThat(batch.add(Collections.nCopies(50, sheets(1)))).isEqualTo(Batch.Taken.YES);
            assertThat(saved(batch)).isEqualTo(99);
            assertThat(batch.add(List.of(sheets(1)))).isEqualTo(Batch.Taken.FULL);
        }
    }
}
