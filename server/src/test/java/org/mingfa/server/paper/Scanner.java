package org.mingfa.server.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** An office scanner: prints PDFs, lays the sheets askew on the glass, and makes one PDF of grainy JPEG pages. */
final class Scanner {

    private final int dpi;
    private final double degrees;
    private final int grain;
    private final List<BufferedImage> sheets = new ArrayList<>();

    /** @param grain of so many shades out of 255 up and down */
    Scanner(int dpi, double degrees, int grain) {
        this.dpi = dpi;
        this.degrees = degrees;
        this.grain = grain;
    }

    Scanner sheets(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                sheets.add(onTheGlass(new PDFRenderer(document).renderImageWithDPI(i, dpi, ImageType.GRAY)));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scanner blank() {
        sheets.add(onTheGlass(new BufferedImage(dpi * 210 / 25, dpi * 297 / 25, BufferedImage.TYPE_BYTE_GRAY)));
        return this;
    }

    private BufferedImage onTheGlass(BufferedImage sheet) {
        double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
        double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
        var glass = new BufferedImage((int) (sheet.getWidth() * cos + sheet.getHeight() * sin) + 20, (int) (sheet.getWidth() * sin + sheet.getHeight() * cos) + 20, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = glass.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, glass.getWidth(), glass.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.rotate(Math.toRadians(degrees), glass.getWidth() / 2.0, glass.getHeight() / 2.0);
        g.drawImage(sheet, (glass.getWidth() - sheet.getWidth()) / 2, (glass.getHeight() - sheet.getHeight()) / 2, null);
        g.dispose();
        var random = new Random(7);
        var raster = glass.getRaster();
        for (int y = 0; grain > 0 && y < glass.getHeight(); y++) {
            for (int x = 0; x < glass.getWidth(); x++) {
                raster.setSample(x, y, 0, Math.clamp(raster.getSample(x, y, 0) * 220 / 255 + 15 + random.nextInt(-grain, grain + 1), 0, 255));
            }
        }
        return glass;
    }

    BufferedImage first() {
        return sheets.getFirst();
    }

    byte[] pdf() {
        try (PDDocument pdf = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (BufferedImage sheet : sheets) {
                float points = 72f / dpi;
                PDPage page = new PDPage(new PDRectangle(sheet.getWidth() * points, sheet.getHeight() * points));
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(JPEGFactory.createFromImage(pdf, sheet, 0.6f), 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                }
            }
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
