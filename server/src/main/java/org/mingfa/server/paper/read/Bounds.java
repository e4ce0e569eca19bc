package org.mingfa.server.paper.read;

import java.time.Duration;

/** What a scan may cost: memory by pixels and unpacked bytes, time by operators and the clock. */
final class Bounds {
    static final int PAGES = 100;
    /** Of one picture: A3 at 400 dpi is 31 million. */
    static final long PIXELS = 40_000_000L;
    /** Of a page as it is searched: A4 at 200 dpi is 3.9 million. */
    static final double SEARCHED = 4_000_000;
    /** A stream of a PDF, unpacked; three bytes for each pixel of the largest picture. */
    static final long STREAM = 3 * PIXELS;
    /** All streams of a PDF, unpacked. */
    static final long STREAMS = 1_500_000_000L;
    /** Drawing operators of a page; a scanned page has some ten, a full printed one some thousands. */
    static final int OPERATORS = 200_000;
    static final Duration TIME = Duration.ofMinutes(3);

    private Bounds() {}

    static void pixels(long width, long height) {
        if (width * height > PIXELS) {
            throw new ScanRefused("图像有 " + width + "×" + height + " 像素，超过 " + PIXELS / 1_000_000 + " 百万；请用 200 至 300 dpi 重新扫描");
        }
    }
}
