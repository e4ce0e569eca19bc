package org.mingfa.server.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows.
 *
 * @param q words that number, party or violation must contain, or a whole number (〔2026〕12号 with what stands before it),
 *     or the pinyin initials of a party; null or blank for all
 */
public record CaseFilter(
        @Nullable String q, @Nullable String stage, @Nullable String procedure, State state, boolean mine,
        boolean overdue, @Nullable LocalDate filedFrom, @Nullable LocalDate filedTo, Sort sort) {

    /** Running, ended, or both. */
    public enum State {
        OPEN,
        ENDED,
        ALL
    }

    /** Latest changed first, nearest due date first, latest filed first. */
    public enum Sort {
        UPDATED,
        DUE,
        FILED
    }
}
