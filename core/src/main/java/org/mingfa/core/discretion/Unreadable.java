package org.mingfa.core.discretion;

/** A text that is not understood; the message says in Chinese which words, and ends with how to mend it (请…), so that 后重新导入 may follow. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason);
    }

    /** A text short enough for a message. */
    public static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
