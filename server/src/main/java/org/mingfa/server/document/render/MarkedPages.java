package org.mingfa.server.document.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Puts a QR code (GB/T 18284) at the foot of each page, in the margin beside the page's number: drawn, not a picture. */
public final class MarkedPages {
    private static final float MM = 72 / 25.4f;
    private static final float SIDE = 22 * MM;
    private static final float FROM_RIGHT = 24 * MM;
    private static final float FROM_BOTTOM = 8 * MM;

    private MarkedPages() {}

    /** @param marks the text of a page's code by the number of pages; of that, by the page from 1 */
    public static byte[] mark(byte[] pdf, IntFunction<IntFunction<String>> marks) {
        try (PDDocument document = Loader.loadPDF(pdf); var out = new ByteArrayOutputStream(pdf.length + 20_000)) {
            IntFunction<String> each = marks.apply(document.getNumberOfPages());
            int number = 1;
            for (PDPage page : document.getPages()) draw(document, page, bits(each.apply(number++)));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("PDF 生成失败：" + e.getMessage(), e);
        }
    }

    private static void draw(PDDocument document, PDPage page, BitMatrix bits) throws IOException {
        float dot = SIDE / bits.getWidth();
        float left = page.getMediaBox().getWidth() - FROM_RIGHT - SIDE;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(0f);
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    int run = run(bits, x, y);
                    if (run > 0) content.addRect(left + x * dot, FROM_BOTTOM + SIDE - (y + 1) * dot, run * dot, dot);
                    x += run;
                }
            }
            content.fill();
        }
    }

    private static int run(BitMatrix bits, int x, int y) {
        int run = 0;
        while (x + run < bits.getWidth() && bits.get(x + run, y)) run++;
        return run;
    }

    private static BitMatrix bits(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code", e);
        }
    }
}
