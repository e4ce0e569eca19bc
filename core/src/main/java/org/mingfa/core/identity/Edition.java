package org.mingfa.core.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edition that a citation names: 食品安全法（2021年修正） 第三十四条. Without one the text in force on the day is meant.
 *
 * @param text the citation without its edition
 * @param year of the adoption, the amendment (修正) or the revision (修订); 0 where none is named
 */
public record Edition(String text, int year) {

    private static final Pattern NAMED = Pattern.compile(
            "(?<=\\S)\\s*(?:[（(]\\s*(?<in>(?:19|20)\\d{2})\\s*年?(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改|通过|公布)?(?:本|版|文本)?\\s*[)）]"
                    + "|(?<out>(?:19|20)\\d{2})年(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)(?:本|版|文本)?)\\s*(?=[》\\s]|第|$)");

    /** Takes a citation apart; only what stands before the article is looked at. */
    public static Edition of(String citation) {
        Matcher m = NAMED.matcher(citation);
        if (!m.find() || citation.substring(0, m.start()).matches(".*第[〇零一二三四五六七八九十百千]+条.*")) {
            return new Edition(citation, 0);
        }
        String year = m.group("in") == null ? m.group("out") : m.group("in");
        String rest = citation.substring(m.end());
        boolean apart = rest.isEmpty() || rest.startsWith("》") || rest.startsWith(" ");
        return new Edition((citation.substring(0, m.start()) + (apart ? "" : " ") + rest).strip(), Integer.parseInt(year));
    }
}
