package org.mingfa.cli.law;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule ids of a survey of the law in Markdown, as law.md writes them. */
final class Survey {
    /** The first cell of a table row: | PEN-020 |, | P07 |. */
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]{1,5}(?:-?|-S)\\d+) \\|");
    /** A worked timeline: **A. Ordinary penalty …**. */
    private static final Pattern TIMELINE = Pattern.compile("^\\*\\*([A-Z])\\. ");
    private static final Pattern NEGATIVE = Pattern.compile("(?:^|; )(\\d+) ");

    private Survey() {}

    /** In the order of the text: PEN-020; 9.4-A for a timeline of section 9.4; 9.5-3 for a numbered test of section 9.5. */
    static Set<String> ids(String markdown) {
        var ids = new LinkedHashSet<String>();
        String section = "";
        for (String line : markdown.split("\n")) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("^#+ ", "");
            }
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                ids.add(row.group(1));
            }
            if (section.startsWith("9.4 ")) {
                all(TIMELINE.matcher(line), "9.4-", ids);
            }
            if (section.startsWith("9.5 ")) {
                all(NEGATIVE.matcher(line), "9.5-", ids);
            }
        }
        return ids;
    }

    private static void all(Matcher m, String prefix, Set<String> into) {
        while (m.find()) {
            into.add(prefix + m.group(1));
        }
    }
}
