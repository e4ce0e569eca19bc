package org.mingfa.core.procedure;

/** A fault in a law pack: where it is and how to mend it. {@code line} is 1-based, 0 when the whole file is meant. */
public record PackProblem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
