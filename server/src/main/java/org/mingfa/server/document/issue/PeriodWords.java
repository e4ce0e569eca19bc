package org.mingfa.server.document.issue;

import java.util.regex.Pattern;

/** A pack's period as a document says it: 15 nd → 15日, 5 wd → 5个工作日, 6 m → 6个月. Other values stay. */
final class PeriodWords {
    private static final Pattern PERIOD = Pattern.compile("(\\d+) ?(h|nd|wd|m|y)");

    private PeriodWords() {}

    static Object of(Object value) {
        var period = PERIOD.matcher(value.toString());
        if (!period.matches()) return value;
        return period.group(1) + switch (period.group(2)) {
            case "h" -> "小时";
            case "nd" -> "日";
            case "wd" -> "个工作日";
            case "m" -> "个月";
            default -> "年";
        };
    }
}
