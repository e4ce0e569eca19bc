package org.mingfa.server.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.disclosure.masking.Facts;

/**
 * A decision about one party, as read from its case.
 *
 * @param seq the entry that made publication a duty
 * @param party the party's name
 * @param organisation false for a natural person
 * @param minor true where the party, or any party of the case, is a minor: it is never published
 * @param text the served text
 */
record Decision(
        long seq, String number, String party, boolean organisation, boolean minor, String cause, String outcome,
        LocalDate decidedOn, @Nullable LocalDate due, String text, Facts facts) {}
