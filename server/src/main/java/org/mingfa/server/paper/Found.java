package org.mingfa.server.paper;

import java.util.Arrays;
import java.util.Locale;

/** What was found on a page of a scan. */
public enum Found {
    MARKED("", true),
    FOLLOWS("没有二维码，随前一页", true),
    OTHER_CASE("属于另一案件，不是上传时所在的案件；可以在这里归入那个案件", true),
    REPLACED("这是已被更正的旧文书，更正后另有新文书；请核对签的是哪一份", true),
    NONE("没有识读出二维码，前面也没有可以跟随的页；请看图指定文书，或者重新扫描这一页", false),
    TWO("一页上有两份文书的二维码；请分开重新扫描", false),
    FORGED("二维码不是本系统制作的，或者被改动过；请核对纸件的来源", false),
    FOREIGN("二维码有效，但不是本机关的文书，或者该文书已不在本系统；请交还发出文书的机关", false);

    private final String words;
    private final boolean named;

    Found(String words, boolean named) {
        this.words = words;
        this.named = named;
    }

    /** For people; "" where there is nothing to say. */
    public String words() {
        return words;
    }

    /** Whether the page is known to belong to a document of the agency. */
    public boolean named() {
        return named;
    }

    /** Whether a person may say which document the page belongs to, the mark telling nothing else. */
    public boolean assignable() {
        return named || this == NONE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Found of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }
}
