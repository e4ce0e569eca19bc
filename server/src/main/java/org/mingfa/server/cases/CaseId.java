package org.mingfa.server.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case's key: its region's id, which never changes, and a time-ordered number; as text {@code 3-734982734987234}. */
public record CaseId(int region, long number) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})-(\\d{1,19})");

    public static CaseId parse(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("不是案件标识：" + text);
        }
        return new CaseId(Integer.parseInt(m.group(1)), Long.parseLong(m.group(2)));
    }

    @Override
    public String toString() {
        return region + "-" + number;
    }
}
