package org.mingfa.server.jurist.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Finding;

/**
 * What a draft would have made of closed cases (试跑).
 *
 * @param cases how many were examined, of how many there are (counting stops at 9999)
 * @param from the first day on which they ended, and {@code to} the last
 * @param barred how many acts' findings would have barred them; {@code added}, {@code removed}: other findings, new and gone
 * @param rows the first of them
 */
public record Replay(
        Instant at, int cases, int of, LocalDate from, LocalDate to, int barred, int added, int removed, List<Row> rows, boolean more) {

    /** A finding that one law makes and the other does not. */
    public record Row(
            String caseId, @Nullable String number, String title, String agency, String act, String actTitle, LocalDate on, Kind kind, Finding finding) {
        @com.fasterxml.jackson.annotation.JsonProperty("case")
        public String caseId() {
            return caseId;
        }
    }

    /** What the draft would have made of the act: it bars it; it finds what today's law does not; the reverse. */
    public enum Kind {BARRED, ADDED, REMOVED}
}
