package org.mingfa.server.evidence;

/** A file that is not kept, with the reason that the person is told. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why: EMPTY, TOO_LARGE (413), TYPE (422), FULL (507). */
    public enum Reason { EMPTY, TOO_LARGE, TYPE, FULL }

    private final Reason reason;

    public Refusal(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
