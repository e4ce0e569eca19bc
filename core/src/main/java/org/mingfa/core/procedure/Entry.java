package org.mingfa.core.procedure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act as recorded (一条记录).
 *
 * @param seq its place in the record of its case, from 1
 * @param registry the facts of the registers it was examined with, kept so that it can be examined again
 * @param corrects the entry whose contents, date and object it replaces (更正), or null
 */
public record Entry(
        long seq, Act act, Registry registry, Instant recordedAt, Mode mode, @Nullable Long corrects) {

    /** Whether it is an act of the procedure; else it is the platform's own entry: {@link Switching}, {@link OfficerChange}, {@link SignedCopy}. */
    public boolean isAct() {
        return !Switching.is(this) && !OfficerChange.is(this) && !SignedCopy.is(this);
    }
}
