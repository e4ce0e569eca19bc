package org.mingfa.core.procedure;

/** A condition looked at a value that is not there; the message says which. */
final class Undecided extends RuntimeException {
    Undecided(String missing) {
        super(missing, null, false, false);
    }
}
