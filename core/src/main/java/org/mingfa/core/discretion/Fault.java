package org.mingfa.core.discretion;

/** A fault of a table, ground or family as it is written: where, and what is wrong. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String at;
    private final String reason;

    Fault(String at, String message) {
        super(at.isEmpty() ? message : at + ": " + message);
        this.at = at;
        this.reason = message;
    }

    /** file:line, or a path within JSON. */
    public String at() {
        return at;
    }

    public String reason() {
        return reason;
    }
}
