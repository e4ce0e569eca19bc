package org.mingfa.server.cases.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseReference.As;
import org.mingfa.server.cases.EnforcementCase;

/**
 * A linked case (关联案件).
 *
 * @param caseId null where it is no case here (系统外案件) or out of the reader's scope
 * @param number null where only the other record has it and the reader may not read that
 * @param held {@code here}; {@code outside}: a case outside of this platform; {@code hidden}: out of the reader's scope
 * @param as source, parent, outcome or related: what the named case is to the one whose entry names it
 * @param direction {@code to}: an entry of this case names it; {@code from}: an entry of it names this case
 * @param seq of that entry
 */
public record LinkView(
        @JsonProperty("case") @Nullable String caseId, @Nullable String number, @Nullable String title,
        @Nullable String party, @Nullable String procedure, @Nullable String procedureTitle, @Nullable String stage,
        @Nullable Boolean ended, String held, String as, String direction, long seq, LocalDate on) {

    /** A link to or from a case that the reader may read. */
    public static LinkView here(EnforcementCase c, As as, String direction, long seq, LocalDate on) {
        return new LinkView(c.id().toString(), c.number(), c.violation(), c.party(), c.procedure(), c.title(), c.stage(),
                c.ended(), "here", text(as), direction, seq, on);
    }

    /** A link of which the reader learns no more than that it is there. */
    public static LinkView bare(@Nullable String number, String held, As as, String direction, long seq, LocalDate on) {
        return new LinkView(null, number, null, null, null, null, null, null, held, text(as), direction, seq, on);
    }

    private static String text(As as) {
        return as.name().toLowerCase(Locale.ROOT);
    }
}
