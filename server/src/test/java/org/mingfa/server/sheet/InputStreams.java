package org.mingfa.server.sheet;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Uploads that tests make up. */
final class InputStreams {

    private InputStreams() {}

    static InputStream empty() {
        return new ByteArrayInputStream(new byte[0]);
    }

    /** So many bytes of "a", none of them held in memory. */
    static InputStream endless(long bytes) {
        return new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }
        };
    }
}
