package org.mingfa.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Digests what it passes on. */
final class Digested extends FilterOutputStream {

    private final MessageDigest digest = Counting.sha256();

    Digested(OutputStream to) {
        super(to);
    }

    /** Of a file. */
    static String of(Path file) throws IOException {
        try (Digested digested = new Digested(nullOutputStream())) {
            Files.copy(file, digested);
            return digested.sha256();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    /** Of all that was passed on; asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
