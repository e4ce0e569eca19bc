package org.mingfa.server.jurist.words;

/** A part of a condition that has no words: the reader is shown the condition itself. */
final class Wordless extends RuntimeException {

    Wordless(String part) {
        super(part, null, false, false);
    }
}
