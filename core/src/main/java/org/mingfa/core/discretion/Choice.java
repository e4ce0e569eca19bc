package org.mingfa.core.discretion;

/** What the officer makes of the grounds. */
public enum Choice {
    SPARE("不予处罚"), MITIGATE("减轻"), LIGHT("从轻"), GENERAL("一般"), HEAVY("从重");

    private final String title;

    Choice(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException naming those there are */
    public static Choice of(String title) {
        for (Choice c : values()) {
            if (c.title.equals(title)) {
                return c;
            }
        }
        throw new IllegalArgumentException("没有“" + title + "”这种处理，可选的有“不予处罚”、“减轻”、“从轻”、“一般”、“从重”");
    }
}
