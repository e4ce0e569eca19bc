package org.mingfa.server.registry.body;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a body (执法主体) is from a day on.
 *
 * @param kind statutory 法定, authorised 授权, entrusted 委托
 * @param tier province, city, county, township
 * @param parent 上级主体
 * @param uscc 统一社会信用代码
 * @param delegation null unless entrusted
 */
public record BodyVersion(
        LocalDate validFrom, String name, String shortName, String kind, String tier, @Nullable Long parent, @Nullable String uscc,
        String basis, @Nullable Delegation delegation) {

    /** 委托: by whom, for which items, for which period; gives standing only once it is published. */
    public record Delegation(long delegator, String items, LocalDate from, LocalDate to, @Nullable LocalDate publishedOn) {}

    public BodyVersion named(LocalDate from, String newName, String newShort) {
        return new BodyVersion(from, newName, newShort, kind, tier, parent, uscc, basis, delegation);
    }

    public static String kindTitle(String kind) {
        return switch (kind) {
            case "statutory" -> "法定行政机关";
            case "authorised" -> "法律法规授权组织";
            default -> "受委托组织";
        };
    }

    public static String tierTitle(String tier) {
        return switch (tier) {
            case "province" -> "省";
            case "city" -> "市";
            case "county" -> "县";
            default -> "乡镇街道";
        };
    }
}
