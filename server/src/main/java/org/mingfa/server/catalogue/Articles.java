package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.store.ArticleSearch;
import org.springframework.stereotype.Component;

/** Finds articles of the law library in force on a day: by law and number, however these are written, or by words. */
@Component
public class Articles {

    private static final Pattern NUMBERED = Pattern.compile("(?<law>.*?[^第\\d\\s])\\s*第?\\s*(?<n>[1-9]\\d{0,3})\\s*条?");
    private static final String DIGITS = "零一二三四五六七八九";

    private final ArticleSearch search;
    private final Statutes statutes;
    private final Transactions transactions;

    Articles(ArticleSearch search, Statutes statutes, Transactions transactions) {
        this.search = search;
        this.statutes = statutes;
        this.transactions = transactions;
    }

    /** A law's name and an article's number as printed. */
    public record Numbered(String law, String article) {}

    /** 行政处罚法 第六十条, 行政处罚法60 or 行政处罚法第60条. */
    public static Optional<Numbered> numbered(String text) {
        Optional<Citation> cited = Citation.parse(text);
        if (cited.isPresent()) {
            return cited.map(c -> new Numbered(c.law(), c.article()));
        }
        Matcher m = NUMBERED.matcher(text.strip());
        return m.matches() ? Optional.of(new Numbered(LawName.of(m.group("law")), "第" + printed(Integer.parseInt(m.group("n"))) + "条")) : Optional.empty();
    }

    /** The article of the version in force, by any name of its law. */
    public Optional<Statutes.Found> article(Numbered of, LocalDate on) {
        return statutes.article(statutes.standing(of.law, on).inForce(), of.article);
    }

    /** An article that holds all the words: {@code no} as printed. */
    public record Holding(String version, String law, String no, String text) {}

    /** @param words each of at least two characters */
    public List<Holding> holding(List<String> words, LocalDate on, int limit) {
        return transactions.read(() -> search.find(words, on, null, new ArticleSearch.After(0, 0), limit)).stream()
                .map(h -> new Holding(h.version(), h.law(), h.no(), h.text())).toList();
    }

    /** 1 to 9999 as laws print it: 60 is 六十, 115 一百一十五, 1005 一千零五. */
    static String printed(int n) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        int rest = n;
        for (int unit = 1000; unit >= 1; unit /= 10) {
            int digit = rest / unit;
            rest %= unit;
            if (digit == 0) {
                gap = !out.isEmpty();
                continue;
            }
            out.append(gap ? "零" : "").append(unit == 10 && digit == 1 && out.isEmpty() ? "" : DIGITS.charAt(digit))
                    .append(unit == 1 ? "" : unit == 10 ? "十" : unit == 100 ? "百" : "千");
            gap = false;
        }
        return out.toString();
    }
}
