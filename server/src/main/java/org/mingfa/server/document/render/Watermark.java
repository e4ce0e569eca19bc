package org.mingfa.server.document.render;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** A few words across each page, aslant and three times, so that no half of a page is without; what lies beneath stays legible. */
final class Watermark {
    private static final float SIZE = 66;
    private static final float OPACITY = 0.22f;
    private static final double SLOPE = Math.toRadians(32);
    private static final float[] HEIGHTS = {0.22f, 0.52f, 0.82f};

    private Watermark() {}

    static void draw(PDDocument document, PDFont font, String text) throws IOException {
        float half = font.getStringWidth(text) / 1000 * SIZE / 2;
        for (PDPage page : document.getPages()) draw(document, page, font, text, half);
    }

    private static void draw(PDDocument document, PDPage page, PDFont font, String text, float half) throws IOException {
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(OPACITY);
        var sheet = page.getMediaBox();
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.setGraphicsStateParameters(state);
            content.setNonStrokingColor(0.7f, 0.15f, 0.12f);
            content.beginText();
            content.setFont(font, SIZE);
            for (float height : HEIGHTS) {
                double x = sheet.getWidth() / 2 - half * Math.cos(SLOPE);
                double y = sheet.getHeight() * height - half * Math.sin(SLOPE);
                content.setTextMatrix(Matrix.getRotateInstance(SLOPE, (float) x, (float) y));
                content.showText(text);
            }
            content.endText();
        }
    }
}
