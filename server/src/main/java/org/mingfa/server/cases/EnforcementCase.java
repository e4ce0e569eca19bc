package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a case (案件): what is fixed when it is opened, and what its record says now.
 *
 * @param agency id of the agency that handles it
 * @param number case number (案号), null until issued
 * @param law digest of the law packs that it is pinned to
 * @param packs the packs behind its procedure: {@code [{code, title, version, digest}]}
 * @param attributes scalar facts that conditions read as {@code case.attributes}
 * @param item code of the enforcement item, where it names one
 * @param filedOn day of its first entry
 * @param due the nearest open duty of the agency, null where there is none
 * @param refreshOn the next day on which something may happen by law
 * @param seq sequence number of its last entry
 */
public record EnforcementCase(
        CaseKey id, long agency, @Nullable String number, String procedure, String title, String field, String region,
        String law, List<Map<String, Object>> packs, Map<String, Object> attributes, @Nullable String item,
        String stage, @Nullable Long lead, LocalDate filedOn, String party, String violation, @Nullable Due due,
        @Nullable LocalDate refreshOn, @Nullable LocalDate endedOn, long seq, Instant updatedAt) {

    /**
     * The nearest duty as a list shows it. Days left and share are computed when it is read.
     *
     * @param date null where the law names none, or the clock is stopped
     */
    public record Due(
            String act, String title, @Nullable LocalDate from, @Nullable String date, boolean provisional,
            boolean stopped) {}

    public boolean ended() {
        return endedOn != null;
    }
}
