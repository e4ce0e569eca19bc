package org.mingfa.server.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a case everywhere: its region, which never changes, and its number there. As text {@code 3-734982734987234}.
 *
 * @param region id of the region that keeps the case
 * @param id within all regions unique, so that a case can be moved (a TSID: time, then chance)
 */
public record CaseKey(int region, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,19})");

    /** Reads the text form; empty where it names no case. */
    public static Optional<CaseKey> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseKey(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return region + "-" + id;
    }
}
