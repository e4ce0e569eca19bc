package org.mingfa.server.paper.read;

/** A file that is not read as a scan; the message says what is wrong and how to mend it. */
public final class ScanRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScanRefused(String message) {
        super(message, null, false, false);
    }
}
