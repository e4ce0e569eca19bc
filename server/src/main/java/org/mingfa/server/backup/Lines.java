package org.mingfa.server.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Gives on each line as it comes in, so that a long list is never held. */
final class Lines extends OutputStream {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Each each;

    /** What is done with a line. */
    interface Each {
        void line(String line) throws IOException;
    }

    Lines(Each each) {
        this.each = each;
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n') {
            String line = held.toString(StandardCharsets.US_ASCII);
            held.reset();
            each.line(line);
        } else {
            held.write(b);
        }
    }
}
