package org.mingfa.server.paper.read;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The texts of QR codes on a page, whichever way it lies. What a first look does not find is looked for in parts and smaller. */
final class QrCodes {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");
    private static final List<Function<LuminanceSource, Binarizer>> WAYS = List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private QrCodes() {}

    /** @param wanted which texts count; others on the page are passed over, and looking goes on */
    static Set<String> on(BufferedImage page, Predicate<String> wanted) {
        BufferedImage gray = Gray.of(page);
        return looks(gray).map(look -> read(look, wanted)).filter(found -> !found.isEmpty()).findFirst().orElse(Set.of());
    }

    /** The page, its four corners half overlapping, the page at two thirds; each is made only when it is needed. */
    private static Stream<BufferedImage> looks(BufferedImage gray) {
        int w = gray.getWidth();
        int h = gray.getHeight();
        int half = Math.max(1, w * 3 / 5);
        int high = Math.max(1, h * 2 / 5);
        Stream<int[]> corners = Stream.of(new int[] {w - half, h - high}, new int[] {0, 0}, new int[] {0, h - high}, new int[] {w - half, 0});
        return Stream.concat(Stream.of(gray), Stream.concat(corners.map(c -> Gray.scaled(gray.getSubimage(c[0], c[1], half, high), 1.5)),
                Stream.of(0.66).map(s -> Gray.scaled(gray, s))));
    }

    private static Set<String> read(BufferedImage gray, Predicate<String> wanted) {
        var source = new PlanarYUVLuminanceSource(Gray.bytes(gray), gray.getWidth(), gray.getHeight(), 0, 0, gray.getWidth(), gray.getHeight(), false);
        var found = new LinkedHashSet<String>();
        for (var way : WAYS) {
            try {
                Result[] codes = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(way.apply(source)), HINTS);
                Arrays.stream(codes).map(Result::getText).filter(wanted).forEach(found::add);
            } catch (NotFoundException e) {
                // none this way
            }
            if (!found.isEmpty()) break;
        }
        return found;
    }
}
