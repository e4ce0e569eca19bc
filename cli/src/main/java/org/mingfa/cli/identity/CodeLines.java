package org.mingfa.cli.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of an input of any size: of a line no more is kept than any code is long, the rest is counted only. */
final class CodeLines {
    private static final int KEPT = 200;

    private final BufferedReader in;
    private boolean first = true;

    CodeLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The next line without its end and the space around it; null after the last. A line too long is cut and ends with …. */
    @Nullable String next() throws IOException {
        var line = new StringBuilder();
        boolean cut = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < KEPT) {
                line.append((char) c);
            } else {
                cut |= c != '\r';
            }
        }
        String text = first && line.indexOf("\uFEFF") == 0 ? line.substring(1) : line.toString();
        first = false;
        return text.strip() + (cut ? "…" : "");
    }

    /** Whether more can be read without waiting for whoever writes. */
    boolean ready() throws IOException {
        return in.ready();
    }
}
