package org.mingfa.server.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.disclosure.masking.Mask;
import org.mingfa.server.record.CaseKey;

/**
 * A decision on its way to the public.
 *
 * @param party as the public sees it
 * @param organisation the party's name where it is an organisation, else ""
 * @param due the last day by its duty, null where the law names none
 * @param original the served text, {@link #DESTROYED} where it cannot be read any more, "" in lists
 * @param masked the public one
 * @param keep what no rule may mask
 */
public record Publication(
        int region, long id, long agency, CaseKey caseKey, String partyId, long decisionSeq, State state, String number,
        String party, String organisation, String cause, String outcome, LocalDate decidedOn, @Nullable LocalDate due, String original,
        String masked, List<Mask> masks, List<String> keep, @Nullable Long submittedBy, @Nullable Instant submittedAt,
        @Nullable String returnedReason, @Nullable Long releasedBy, @Nullable Instant releasedAt, @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason) {

    /** Stands for the original where the party's key was destroyed. */
    public static final String DESTROYED = "〔个人信息已销毁〕";

    /** draft 待提交, review 待审核, published 已公示, withdrawn 已撤回, dropped 不再公示. */
    public enum State {
        DRAFT, REVIEW, PUBLISHED, WITHDRAWN, DROPPED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public String idText() {
        return region + "-" + id;
    }
}
