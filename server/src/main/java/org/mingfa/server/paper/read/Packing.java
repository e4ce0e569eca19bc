package org.mingfa.server.paper.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** How what is drawn is packed: what would unpack to more than it says of itself is refused before it is unpacked. */
final class Packing {
    private static final Set<COSName> PLAIN = Set.of(COSName.FLATE_DECODE, COSName.ASCII85_DECODE, COSName.ASCII_HEX_DECODE);
    private static final Set<COSName> PICTURE = Set.of(COSName.DCT_DECODE, COSName.CCITTFAX_DECODE);

    private Packing() {}

    /** A stream of drawing operators: deflated once, which {@link Unpacked} has measured, or not at all. */
    static void drawing(PDStream stream) {
        if (!PLAIN.containsAll(stream.getFilters()) || times(stream.getFilters()) > 1) throw unlike();
    }

    static void picture(PDImageXObject image) throws IOException {
        Bounds.pixels(image.getWidth(), image.getHeight());
        List<COSName> ways = image.getStream().getFilters();
        if (ways.contains(COSName.JBIG2_DECODE) || ways.contains(COSName.JPX_DECODE)) {
            throw new ScanRefused("扫描件的图像用 " + (ways.contains(COSName.JPX_DECODE) ? "JPEG 2000" : "JBIG2") + " 压缩，不能识读；请把扫描仪的压缩方式设为 JPEG 或者 CCITT G4，重新扫描");
        }
        if (ways.stream().anyMatch(w -> !PLAIN.contains(w) && !PICTURE.contains(w)) || times(ways) > 1) throw unlike();
        if (ways.contains(COSName.DCT_DECODE)) jpeg(image.getStream());
        if (ways.contains(COSName.CCITTFAX_DECODE)) fax(image);
    }

    private static long times(List<COSName> ways) {
        return ways.stream().filter(COSName.FLATE_DECODE::equals).count();
    }

    /** The size that the JPEG itself says, which counts when it is unpacked. */
    private static void jpeg(PDStream stream) throws IOException {
        try (InputStream raw = stream.createInputStream(List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName()));
                ImageInputStream in = ImageIO.createImageInputStream(raw)) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw unlike();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                Bounds.pixels(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static void fax(PDImageXObject image) {
        COSBase how = image.getCOSObject().getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (how instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) fax(several.getObject(i));
        } else {
            fax(how);
        }
    }

    private static void fax(@Nullable COSBase how) {
        if (how instanceof COSDictionary d) {
            int columns = d.getInt(COSName.COLUMNS, 1728);
            int rows = d.getInt(COSName.ROWS, 0);
            if (columns < 0 || rows < 0) throw unlike();
            Bounds.pixels(columns, rows);
        }
    }

    private static ScanRefused unlike() {
        return new ScanRefused("PDF 的写法不像扫描件；请打印后扫描，扫描仪的压缩方式设为 JPEG 或者 CCITT G4");
    }
}
