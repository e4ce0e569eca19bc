package org.mingfa.server.evidence;

import org.mingfa.server.operation.Problem;
import org.springframework.http.HttpStatus;

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

    /** As it is told over HTTP. */
    public Problem problem() {
        HttpStatus status = switch (reason) {
            case EMPTY, TYPE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
        };
        return Problem.of(status, String.valueOf(getMessage()));
    }
}
