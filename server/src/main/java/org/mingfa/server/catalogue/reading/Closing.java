package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a law says of itself at its end: 本法自2026年8月15日起施行。《……法》、《……法》同时废止。
 *
 * @param from the day it names, null where it names none (自公布之日起施行)
 * @param repealed normalised names of what it repeals
 * @param where the article that says so, empty where nothing is repealed
 */
record Closing(@Nullable LocalDate from, List<String> repealed, String where) {

    private static final Pattern FROM = Pattern.compile("自(\\d{4}年\\d{1,2}月\\d{1,2}日)起?(?:施行|实施)");
    private static final Pattern NAMED = Pattern.compile("(?<!依照|根据|按照)《([^《》]+)》(?!第)");

    static Closing of(List<StatuteText.ArticleText> articles) {
        LocalDate from = null;
        for (StatuteText.ArticleText a : articles.reversed()) {
            LocalDate named = named(a.text());
            List<String> repealed = repealed(a.text());
            if (!repealed.isEmpty()) {
                return new Closing(named != null ? named : from, repealed, a.no().text());
            }
            from = from == null ? named : from;
        }
        return new Closing(from, List.of(), "");
    }

    private static @Nullable LocalDate named(String text) {
        Matcher m = FROM.matcher(text);
        return m.find() ? Dates.whole(m.group(1)) : null;
    }

    private static List<String> repealed(String text) {
        List<String> names = new ArrayList<>();
        for (String sentence : text.split("。")) {
            Matcher m = NAMED.matcher(sentence);
            while (sentence.contains("同时废止") && m.find()) {
                names.add(org.mingfa.server.catalogue.LawName.of(m.group(1)));
            }
        }
        return names.stream().distinct().toList();
    }
}
