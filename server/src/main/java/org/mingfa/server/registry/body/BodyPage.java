package org.mingfa.server.registry.body;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One body (执法主体) on a day.
 *
 * @param version null where it was never described
 * @param standing whether it may act on that day, and {@code why} not
 * @param mayWrite whether the caller keeps it
 */
public record BodyPage(
        String id, LocalDate on, String name, String shortName, String field, int region, String regionName, @Nullable BodyVersion version,
        boolean standing, @Nullable String why, List<BodyVersion> versions, List<BodyStore.StandingVersion> standings,
        @Nullable String parentName, @Nullable String delegatorName, List<BodyStore.Named> below, List<BodyStore.KindCount> people,
        List<ConfirmationMade> confirmations, boolean mayWrite) {

    /** What the body said in a year's confirmation. */
    public record ConfirmationMade(int year, boolean correct, String note, LocalDate on) {}
}
