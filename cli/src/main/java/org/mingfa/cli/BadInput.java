package org.mingfa.cli;

/** Wrong usage or input that cannot be read: one line for the person who gave it. Ends the command with exit code 2. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
