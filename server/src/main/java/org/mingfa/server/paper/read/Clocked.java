package org.mingfa.server.paper.read;

import java.time.Instant;

/** Stops a reading that takes too long. */
final class Clocked {
    private Clocked() {}

    static void check(Instant until) {
        if (Instant.now().isAfter(until)) {
            throw new ScanRefused("识读超过 " + Bounds.TIME.toMinutes() + " 分钟，已停止；请分成几个文件，或者用 200 dpi 黑白扫描");
        }
    }
}
