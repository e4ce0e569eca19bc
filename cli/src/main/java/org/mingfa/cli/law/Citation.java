package org.mingfa.cli.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.identity.Edition;

/**
 * One reference to a text: 行政处罚法 第七十二条 第一款 第一项. A text without articles is cited as it numbers itself:
 * 国办发〔2018〕118号 （六）.
 *
 * @param law name of the text, without 《》
 * @param article 第七十二条, 第二百零四条之二; null where none is named
 * @param paragraph 第几款, 0 where none is named
 * @param item 第几项, 0 where none is named
 * @param edition year of the edition that is named (2021年修正), 0 where none is
 */
record Citation(String text, String law, @Nullable String article, int paragraph, int item, int edition) {
    private static final Pattern PARTS =
            Pattern.compile("(第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)\\s*(?:第([一二三四五六七八九十]+)款)?\\s*(?:第[（(]?([一二三四五六七八九十]+)[)）]?项)?");
    private static final String DIGITS = "一二三四五六七八九";

    /** The text as it is listed where it is not held: with the edition that is named. */
    String named() {
        int space = text.indexOf(' ');
        return edition == 0 ? law : (space < 0 ? text : text.substring(0, space)).replaceAll("[《》]", "");
    }

    /** The references of a citation, which are parted by ；. */
    static List<Citation> all(String cite) {
        var found = new ArrayList<Citation>();
        for (String one : cite.split("；")) {
            if (!one.isBlank()) {
                found.add(of(one.strip()));
            }
        }
        return found;
    }

    private static Citation of(String whole) {
        Edition edition = Edition.of(whole);
        String text = edition.text();
        int space = text.indexOf(' ');
        String law = (space < 0 ? text : text.substring(0, space)).replaceAll("[《》]", "");
        Matcher m = PARTS.matcher(space < 0 ? "" : text.substring(space).strip());
        if (!m.matches()) {
            return new Citation(whole, law, null, 0, 0, edition.year());
        }
        return new Citation(whole, law, m.group(1), number(m.group(2)), number(m.group(3)), edition.year());
    }

    /** 一 to 九十九. */
    static int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(text) + 1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(text.substring(0, ten)) + 1;
        return tens * 10 + (ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.substring(ten + 1)) + 1);
    }
}
