package org.mingfa.server.registry.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure as in force today.
 *
 * @param topic 培训, 执法证件 …
 * @param unit 学时, 天, 月, 年, %, 分, 件; 是否 where 1 is yes and 0 no
 * @param layer who made the norm: national, ministry, province, city, county, or platform (平台默认值)
 * @param verified whether somebody compared it with the text that it cites
 * @param touches what changes with it, and {@code page} where that shows
 * @param nextFrom from when another value is already decided
 * @param open the change that waits for approval
 */
public record Figure(
        String name, String topic, String title, BigDecimal value, String unit, LocalDate validFrom, String cite, String layer, boolean verified, BigDecimal least, BigDecimal most,
        boolean whole, String touches, String page, @Nullable LocalDate nextFrom, @Nullable BigDecimal nextValue, @Nullable Long open) {

    /** One value by date; {@code approvedBy} null of what came with the platform. */
    public record Version(LocalDate validFrom, BigDecimal value, String cite, String layer, boolean verified, String document, String reason, @Nullable String proposedBy,
            @Nullable String approvedBy, LocalDateTime recordedAt) {}

    /** What somebody wants. */
    public record Wanted(LocalDate validFrom, BigDecimal value, String cite, String layer, boolean verified, String document, String reason) {}

    /** @param state proposed, approved, returned or withdrawn; {@code may} what the caller may do with it */
    public record Change(long id, Wanted wanted, String state, String proposedBy, LocalDateTime proposedAt, @Nullable String decidedBy, @Nullable LocalDateTime decidedAt, String note,
            Set<String> may) {}

    /** A figure with its versions and changes, the newest first, at most 100 of each. */
    public record Page(Figure figure, List<Version> versions, List<Change> changes, boolean mayPropose) {}
}
