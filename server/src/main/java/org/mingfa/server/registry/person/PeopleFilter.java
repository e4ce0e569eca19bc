package org.mingfa.server.registry.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list of people shows: those of these regions as they were on a day; null leaves a condition out.
 *
 * @param field 执法类别 of the certificate, or of the body for those without one
 * @param state acting, not-acting, expiring, expired, suspended, none, left; null: all who have not left
 */
public record PeopleFilter(
        LocalDate on, List<Integer> regions, @Nullable Long agency, @Nullable String field, @Nullable String kind,
        @Nullable String state, @Nullable String q) {

    public static final List<String> STATES = List.of("acting", "not-acting", "expiring", "expired", "suspended", "none", "left");
}
