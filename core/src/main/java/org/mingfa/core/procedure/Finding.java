package org.mingfa.core.procedure;

import java.util.List;
import java.util.Map;

/**
 * One rule that an act or a case does not satisfy (发现的问题).
 *
 * @param rule id of the relation or rule
 * @param cite citation, e.g. 行政处罚法 第六十条
 * @param message what is wrong, in Chinese
 * @param mend how to mend it, in Chinese; empty where the pack does not say
 * @param entries sequence numbers of the entries it looked at
 * @param on the objects it concerns
 */
public record Finding(
        String rule,
        String title,
        Severity severity,
        Kind kind,
        String cite,
        String message,
        String mend,
        List<Long> entries,
        Map<String, String> on) {

    /** Why it is a finding. */
    public enum Kind {
        /** something needed has not happened */
        MISSING,
        /** a waiting period has not run */
        TOO_EARLY,
        /** the act is not available now */
        NOT_AVAILABLE,
        /** a right has ended */
        OUT_OF_TIME,
        /** another duty must be done first */
        WAITS,
        /** done too often */
        TIMES,
        /** not this person's to do */
        ROLE,
        /** a condition does not hold */
        CONDITION,
        /** a value is missing, so a condition cannot be decided */
        UNDECIDED,
        /** a duty was fulfilled after its due date */
        LATE,
        /** a duty is past its due date and still open */
        OVERDUE,
        /** a pause or extension that has no effect */
        VOID,
        /** the form does not fit its schema, or the act is unknown */
        FORM
    }
}
