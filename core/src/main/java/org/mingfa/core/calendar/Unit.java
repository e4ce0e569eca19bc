package org.mingfa.core.calendar;

/** What a period is counted in: hours 小时, natural days 自然日, workdays 工作日, months 月, years 年. */
public enum Unit {
    H("小时"), ND("日"), WD("个工作日"), M("个月"), Y("年");

    private final String title;

    Unit(String title) {
        this.title = title;
    }

    /** The unit as it stands behind a number in Chinese text, e.g. 五<b>个工作日</b>. */
    public String title() {
        return title;
    }

    /** Parses {@code h, nd, wd, m, y}; anything else is an error that names the five. */
    public static Unit parse(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "h" -> H;
            case "nd" -> ND;
            case "wd" -> WD;
            case "m" -> M;
            case "y" -> Y;
            default -> throw new IllegalArgumentException("unknown unit '" + text + "': use h, nd, wd, m or y");
        };
    }
}
