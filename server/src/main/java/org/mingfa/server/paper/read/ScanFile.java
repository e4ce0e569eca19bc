package org.mingfa.server.paper.read;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A scan as a file: a PDF of at most 100 pages, or one picture. Everything it may cost is bounded. */
public final class ScanFile {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/tiff", "image/bmp");
    private final Path file;
    private final String type;

    /** @param type media type, by content */
    public ScanFile(Path file, String type) {
        if (!isPdf(type) && !PICTURES.contains(type)) {
            throw new ScanRefused("扫描件应为 PDF 或者 JPEG、PNG、TIFF、BMP 图片");
        }
        this.file = file;
        this.type = type;
    }

    private static boolean isPdf(String type) {
        return type.equals("application/pdf");
    }

    /**
     * The wanted QR codes of each page, in order; throws ScanRefused.
     *
     * @param wanted which texts count
     */
    public List<Set<String>> codes(Predicate<String> wanted) {
        try {
            return isPdf(type) ? ofPdf(wanted) : List.of(QrCodes.on(picture(), wanted));
        } catch (InvalidPasswordException e) {
            throw new ScanRefused("PDF 加了密码，不能识读；请去掉密码后上传");
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException | NullPointerException | NegativeArraySizeException | StackOverflowError e) {
            throw new ScanRefused("文件损坏，读不出；请重新扫描后上传");
        }
    }

    private List<Set<String>> ofPdf(Predicate<String> wanted) throws IOException {
        Unpacked.check(file);
        Instant until = Instant.now().plus(Bounds.TIME);
        try (PDDocument pdf = open()) {
            int pages = pdf.getNumberOfPages();
            if (pages == 0 || pages > Bounds.PAGES) throw new ScanRefused(pages == 0 ? "PDF 里没有页" : "有 " + pages + " 页，一次最多 " + Bounds.PAGES + " 页；请分成几个文件");
            var images = new PageImages(pdf, until);
            var found = new ArrayList<Set<String>>(pages);
            for (int i = 0; i < pages; i++) {
                Clocked.check(until);
                found.add(QrCodes.on(images.page(i), wanted));
            }
            return found;
        }
    }

    private PDDocument open() throws IOException {
        return Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    private BufferedImage picture() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new ScanRefused("图片读不出；请另存为 JPEG 或者 PDF");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                if (type.equals("image/tiff") && reader.getNumImages(true) > 1) throw new ScanRefused("TIFF 有多页；请扫描为 PDF");
                Bounds.pixels(reader.getWidth(0), reader.getHeight(0));
                var how = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.sqrt((double) reader.getWidth(0) * reader.getHeight(0) / Bounds.SEARCHED));
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        }
    }

    /** These pages, from 1, in this order: as a PDF of their own; null where the file is one picture and is its own piece. */
    public byte @Nullable [] cut(List<Integer> pages) {
        if (!isPdf(type)) return null;
        try (PDDocument pdf = open(); PDDocument piece = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int page : pages) {
                piece.addPage(alone(pdf.getPage(page - 1)));
            }
            piece.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new ScanRefused("扫描件的页取不出：" + e.getMessage());
        }
    }

    /** What is seen on a page and nothing else: its notes and actions lead to the other pages, which may be another case's. */
    private static PDPage alone(PDPage page) {
        PDPage alone = new PDPage(page.getMediaBox());
        alone.setCropBox(page.getCropBox());
        alone.setRotation(page.getRotation());
        alone.setResources(page.getResources());
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents != null) alone.getCOSObject().setItem(COSName.CONTENTS, contents);
        return alone;
    }
}
