package org.mingfa.server.paper.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets put together into one PDF, kept in a temporary file on the way. A letter goes in whole or not at all. */
public final class Batch implements AutoCloseable {

    public static final int MOST_PAGES = 100;
    static final long MOST_BYTES = 50L << 20;

    private final PDFMergerUtility merger = new PDFMergerUtility();
    private final PDDocument all = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final boolean duplex;
    private long bytes;

    /** @param duplex whether each piece begins on the front of a sheet, after a blank page where need be */
    public Batch(boolean duplex) {
        this.duplex = duplex;
    }

    /** Why a letter is not in: it alone is too much, or the file is full. */
    public enum Taken {
        YES, TOO_LONG, FULL
    }

    public Taken add(List<byte[]> pieces) {
        List<PDDocument> open = new ArrayList<>();
        try {
            long size = 0;
            int pages = 0;
            for (byte[] piece : pieces) {
                open.add(Loader.loadPDF(piece));
                size += piece.length;
                pages += blanks(pages) + open.getLast().getNumberOfPages();
            }
            if (pages > MOST_PAGES || size > MOST_BYTES) {
                return Taken.TOO_LONG;
            }
            if (all.getNumberOfPages() + blanks(all.getNumberOfPages()) + pages > MOST_PAGES || bytes + size > MOST_BYTES) {
                return Taken.FULL;
            }
            for (PDDocument piece : open) {
                append(piece);
            }
            bytes += size;
            return Taken.YES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(IOUtils::closeQuietly);
        }
    }

    /** A sheet that counts for no bound: what was left out. */
    public void say(byte[] sheet) {
        try (PDDocument piece = Loader.loadPDF(sheet)) {
            append(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(PDDocument piece) throws IOException {
        for (int i = blanks(all.getNumberOfPages()); i > 0; i--) {
            all.addPage(new PDPage(PDRectangle.A4));
        }
        merger.appendDocument(all, piece);
    }

    private int blanks(int before) {
        return duplex ? before % 2 : 0;
    }

    public boolean isEmpty() {
        return all.getNumberOfPages() == 0;
    }

    /** Into a temporary file that whoever reads it deletes. */
    public Path save() {
        try {
            Path file = Files.createTempFile("letters-", ".pdf");
            try {
                all.save(file.toFile());
                return file;
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(all);
    }
}
