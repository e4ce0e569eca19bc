package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list, as on a day; nothing here is secret.
 *
 * @param kind as {@link org.mingfa.server.registry.PersonKind}
 * @param acting may carry out acts of their body on that day (行政处罚法 第四十二条)
 * @param bars why an officer may not, each in words for people; empty for those who may and for whom it is not the work
 * @param ended has left
 */
public record ListedPerson(
        String id, String name, String kind, String agency, String agencyName, @Nullable String unitName, String title,
        boolean reviewer, boolean qualified, boolean hearingHost, boolean ended, LocalDate since, @Nullable Held certificate,
        boolean acting, List<String> bars) {

    /** @param state valid, future, expired, suspended, revoked, withdrawn, lost */
    public record Held(
            String number, String field, String regionCode, @Nullable String regionName, LocalDate firstDay, LocalDate lastDay,
            String state, boolean ministry, boolean expiring) {}
}
