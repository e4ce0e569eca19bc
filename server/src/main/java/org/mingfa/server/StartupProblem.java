package org.mingfa.server;

/** Why the server cannot start, in one line that says how to mend it; shown to the person without a stack trace. */
public final class StartupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupProblem(String message) {
        super(message);
    }

    public StartupProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
