package org.mingfa.server.paper.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The pages of a PDF as pictures: pictures and surfaces only, since a QR code is neither text nor shading. */
final class PageImages extends PDFRenderer {
    private final PDDocument document;
    private final Instant until;

    PageImages(PDDocument document, Instant until) {
        super(document);
        this.document = document;
        this.until = until;
        setSubsamplingAllowed(true);
    }

    /** @param index from 0 */
    BufferedImage page(int index) throws IOException {
        PDPage page = document.getPage(index);
        page.getContentStreams().forEachRemaining(Packing::drawing);
        double square = Math.max(1, (double) page.getCropBox().getWidth() * page.getCropBox().getHeight());
        float dpi = (float) Math.min(200, 72 * Math.sqrt(Bounds.SEARCHED / square));
        return renderImageWithDPI(index, Math.max(1, dpi), ImageType.GRAY);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Surfaces(parameters, until);
    }

    private static final class Surfaces extends PageDrawer {
        private static final int GROUPS = 4;
        private final Instant until;
        private int operators;
        private int groups;

        Surfaces(PageDrawerParameters parameters, Instant until) throws IOException {
            super(parameters);
            this.until = until;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > Bounds.OPERATORS) throw new ScanRefused("有一页的内容太多，不像扫描件；请打印后扫描，或者分成几个文件");
            if (operators % 64 == 1) Clocked.check(until);
            if (!operator.getName().equals(OperatorName.SET_GRAPHICS_STATE_PARAMS)) super.processOperator(operator, operands);
        }

        /** Groups lie in one another; each takes a page of memory. */
        @Override
        public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
            Packing.drawing(group.getContentStream());
            if (++groups > GROUPS) throw new ScanRefused("有一页的图层太多，不像扫描件；请打印后扫描");
            super.showTransparencyGroup(group);
            groups--;
        }

        /** Pictures within the operators themselves are small ones, and not what a scanner makes of a page. */
        @Override
        public void drawImage(PDImage image) throws IOException {
            if (image instanceof PDImageXObject kept) {
                Packing.picture(kept);
                PDImageXObject mask = kept.getSoftMask() == null ? kept.getMask() : kept.getSoftMask();
                if (mask != null) Packing.picture(mask);
                super.drawImage(image);
            }
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            Packing.drawing(form.getContentStream());
            super.showForm(form);
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
            // text is no code
        }

        @Override
        public void shadingFill(COSName name) {
            // nor is a shading
        }

        @Override
        public void beginText() {
            // see showGlyph
        }

        @Override
        public void endText() {
            // see showGlyph
        }
    }
}
