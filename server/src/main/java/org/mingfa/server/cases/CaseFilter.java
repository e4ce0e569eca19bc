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

    /** For the audit: every condition, but of the words searched for only that there were some. */
    String inWords() {
        StringBuilder out = new StringBuilder(state == State.OPEN ? "在办" : state == State.ENDED ? "已结案" : "全部");
        out.append(q == null || q.isBlank() ? "" : "，含检索词").append(stage == null ? "" : "，环节 " + stage).append(procedure == null ? "" : "，程序 " + procedure)
                .append(mine ? "，只看我的" : "").append(overdue ? "，只看超期" : "").append(filedFrom == null ? "" : "，登记自 " + filedFrom)
                .append(filedTo == null ? "" : "，登记至 " + filedTo);
        return out.length() > 150 ? out.substring(0, 150) : out.toString();
    }
}
