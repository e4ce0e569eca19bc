package org.mingfa.server.backup;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Compares the digests that rows name with those of the folder, both sorted and neither held in memory. */
final class Named {

    private final Iterator<String> named;
    private @Nullable String next;
    private @Nullable String first;
    private long lacking;

    /** @param named in ascending order, each once */
    Named(Iterator<String> named) {
        this.named = named;
        advance();
    }

    /** The folder has this content; asked in ascending order. */
    void there(String sha256) {
        while (next != null && next.compareTo(sha256) < 0) {
            lacks(next);
        }
        if (sha256.equals(next)) {
            advance();
        }
    }

    /** The folder has no more. @return how many it lacks */
    long lacking() {
        while (next != null) {
            lacks(next);
        }
        return lacking;
    }

    @Nullable String first() {
        return first;
    }

    private void lacks(String sha256) {
        first = first == null ? sha256 : first;
        lacking++;
        advance();
    }

    private void advance() {
        next = named.hasNext() ? named.next() : null;
    }
}
