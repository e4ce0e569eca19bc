package org.mingfa.server.document.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.document.FontsMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/**
 * XHTML → PDF with the used glyphs of the fonts embedded. Fonts are parsed at the first document and shared; one
 * document is made at a time, because the parsed fonts are not thread-safe. Nothing outside the XHTML is ever loaded.
 */
public final class PdfRenderer {
    private static final Logger log = LoggerFactory.getLogger(PdfRenderer.class);

    static {
        // It logs each document at INFO; what goes wrong reaches us as a diagnostic.
        XRLog.setLoggingEnabled(false);
    }

    private final List<Path> folders;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Fonts fonts;

    /** @param folders where fonts are looked for, the administrator's own first */
    public PdfRenderer(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Throws FontsMissing without Chinese fonts, MissingGlyphs for characters that no font has. */
    public byte[] render(String xhtml) {
        Document document = Xhtml.parse(xhtml);
        lock.lock();
        try {
            if (fonts == null) fonts = Fonts.open(folders);
            fonts.check(document.getDocumentElement().getTextContent());
            return write(document, fonts);
        } catch (IOException e) {
            throw new IllegalStateException("PDF 生成失败：" + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Throws MissingGlyphs; does nothing where there are no fonts at all. The markup is plain ASCII, which every font has. */
    public void check(String xhtml) {
        lock.lock();
        try {
            if (fonts == null) fonts = Fonts.open(folders);
            fonts.check(xhtml);
        } catch (FontsMissing e) {
            log.debug("no fonts: glyphs are not checked");
        } finally {
            lock.unlock();
        }
    }

    private static byte[] write(Document document, Fonts fonts) throws IOException {
        try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            var embedded = new HashMap<String, PDFontSupplier>();
            for (var font : fonts.all().entrySet()) {
                var supplier = new PDFontSupplier(PDType0Font.load(pdf, font.getValue(), true));
                embedded.put(font.getKey(), supplier);
                builder.useFont(supplier, font.getKey(), 400, FontStyle.NORMAL, true);
            }
            nameFonts(document, fonts);
            builder.usePDDocument(pdf);
            builder.withDiagnosticConsumer(said -> {
                if (said.getLevel().intValue() >= Level.WARNING.intValue()) log.warn("PDF: {}", said.getLogMessageId());
            });
            builder.useUriResolver((base, uri) -> null);
            for (var priority : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> false, priority);
            }
            builder.withW3cDocument(document, "about:blank");
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        }
    }

    /** Puts the chains of installed fonts in place of {@code --body}, {@code --title} and {@code --strong}. */
    private static void nameFonts(Document document, Fonts fonts) {
        var style = document.getElementsByTagName("style").item(0);
        String css = style.getTextContent();
        for (String part : Fonts.PARTS) {
            css = css.replace("--" + part, fonts.chain(part).stream().map(name -> "'" + name + "'").collect(Collectors.joining(",")));
        }
        style.setTextContent(css);
    }
}
