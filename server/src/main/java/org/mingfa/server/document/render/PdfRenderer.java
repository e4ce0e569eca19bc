package org.mingfa.server.document.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * XHTML → PDF with the used glyphs of the fonts embedded. Fonts are read when first needed and shared; one
 * document is made at a time, because the parsed fonts are not thread-safe. Nothing outside the XHTML is ever loaded.
 */
public final class PdfRenderer {
    private static final Logger log = LoggerFactory.getLogger(PdfRenderer.class);

    static {
        // It logs each document at INFO; what goes wrong reaches us as a diagnostic.
        XRLog.setLoggingEnabled(false);
    }

    private final List<Path> folders;
    private final @Nullable String across;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Fonts fonts;

    /**
     * @param folders where fonts are looked for, the administrator's own first
     * @param across what stands across every page, if anything
     */
    public PdfRenderer(List<Path> folders, @Nullable String across) {
        this.folders = List.copyOf(folders);
        this.across = across;
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

    private byte[] write(Document document, Fonts fonts) throws IOException {
        try (var pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder();
            var names = nameFonts(document, fonts);
            for (String name : names) {
                builder.useFont(new PDFontSupplier(PDType0Font.load(pdf, fonts.font(name), true)), name, 400, FontStyle.NORMAL, true);
            }
            builder.usePDDocument(pdf);
            builder.withDiagnosticConsumer(said -> {
                if (said.getLevel().intValue() >= Level.WARNING.intValue()) log.warn("PDF: {}", said.getLogMessageId());
            });
            builder.useUriResolver((base, uri) -> null);
            for (var priority : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> false, priority);
            }
            builder.withW3cDocument(document, "about:blank");
            try (var pages = builder.buildPdfRenderer()) {
                pages.layout();
                pages.createPDFWithoutClosing();
            }
            if (across != null) Watermark.draw(pdf, PDType0Font.load(pdf, fonts.font(fonts.whole(across)), true), across);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** Puts the chains of fonts in place of {@code --body}, {@code --title} and {@code --strong}; returns those it named. */
    private static Set<String> nameFonts(Document document, Fonts fonts) {
        String text = document.getDocumentElement().getTextContent();
        var style = document.getElementsByTagName("style").item(0);
        String css = style.getTextContent();
        var named = new LinkedHashSet<String>();
        for (String part : Fonts.PARTS) {
            var chain = fonts.needed(part, text);
            named.addAll(chain);
            css = css.replace("--" + part, chain.stream().map(name -> "'" + name + "'").collect(Collectors.joining(",")));
        }
        style.setTextContent(css);
        return named;
    }
}
