package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.identity.Edition;

/**
 * A citation taken apart: 行政处罚法 第六十条第二款.
 *
 * @param law the law's name without 中华人民共和国 and book-title marks
 * @param article the article's number as printed, e.g. 第六十条 or 第一百三十三条之一
 * @param rest paragraph and item, e.g. 第二款第一项; empty where the whole article is meant
 * @param edition the year of the edition that is named (2021年修订); 0: the text in force on the day
 */
public record Citation(String law, String article, String rest, int edition) {

    private static final Pattern SHAPE = Pattern.compile(
            "^[《]?(?<law>[^《》第]+?(?:第[^条]*?(?=》))?)[》]?\\s*(?<article>第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?<rest>.*)$");

    /** Whether a text adopted on that day is meant: any, where no edition is named. */
    boolean means(LocalDate adopted) {
        return edition == 0 || adopted.getYear() == edition;
    }

    /** Empty where the text names no article in Chinese numerals. */
    public static Optional<Citation> parse(String text) {
        Edition edition = Edition.of(text.strip());
        Matcher m = SHAPE.matcher(edition.text());
        return m.matches()
                ? Optional.of(new Citation(LawName.of(m.group("law")), m.group("article"), m.group("rest").strip(), edition.year()))
                : Optional.empty();
    }
}
