package org.mingfa.core.identity;

import java.util.Optional;
import java.util.Set;

/**
 * 行政区划代码: six digits of province, city and county (GB/T 2260), or nine with the town and twelve with the village
 * (统计用区划代码). Owns the structure; which divisions exist, and since when, is a table's to say.
 */
public final class DivisionCode {
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36",
            "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private DivisionCode() {}

    /** Two digits that stand for a province, a municipality, an autonomous or special region (83: 台湾居民居住证). */
    public static boolean isProvince(String twoDigits) {
        return PROVINCES.contains(twoDigits);
    }

    /** Why it has not the structure of a code, in a few words; empty where it has. */
    public static Optional<String> fault(String code) {
        int length = code.length();
        return Characters.fault(code, "6, 9 or 12", length == 6 || length == 9 || length == 12, "0123456789", "digits only")
                .or(() -> levels(code));
    }

    private static Optional<String> levels(String code) {
        if (!isProvince(code.substring(0, 2)) || code.startsWith("83")) {
            return Optional.of("no province has the code " + code.substring(0, 2));
        }
        if (code.startsWith("00", 2) && !code.substring(4).matches("0+")) {
            return Optional.of("a code of a province (city 00) goes on with zeros");
        }
        if (code.length() == 12 && code.startsWith("000", 6) && !code.endsWith("000")) {
            return Optional.of("a village " + code.substring(9) + " without a town (characters 7 to 9 are 000)");
        }
        return Optional.empty();
    }

    /** As a table may write it, filled to six, nine or twelve digits: 14 is 140000, 1401 is 140100. */
    public static String filled(String code) {
        return code.length() < 6 ? code + "0".repeat(6 - code.length()) : code;
    }
}
