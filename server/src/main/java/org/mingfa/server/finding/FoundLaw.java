package org.mingfa.server.finding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingfa.server.catalogue.Articles;
import org.mingfa.server.catalogue.Articles.Numbered;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.Statutes;
import org.mingfa.server.operation.Initials;
import org.springframework.stereotype.Component;

/** Laws, articles and items for the one box: what is in force today. */
@Component
class FoundLaw {

    private static final int EXCERPT = 60;

    private final Articles articles;
    private final Items items;
    private final NameStore names;
    private final Marks marks;

    FoundLaw(Articles articles, Items items, NameStore names, Marks marks) {
        this.articles = articles;
        this.items = items;
        this.names = names;
        this.marks = marks;
    }

    /** By law and number (行政处罚法60, xzcff60), else by words of two letters or more. */
    List<Found> articles(String words, LocalDate today) {
        Optional<Numbered> numbered = Articles.numbered(words);
        if (numbered.isPresent()) {
            return numbered(numbered.get(), today).map(f -> List.of(found(f, words))).orElse(List.of());
        }
        List<String> each = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")).filter(w -> !w.isEmpty()).distinct().toList();
        if (Initials.are(words) || each.isEmpty() || each.stream().anyMatch(w -> w.length() < 2)) {
            return List.of();
        }
        return articles.holding(each, today, Finder.MOST).stream()
                .map(h -> new Found(h.version(), h.no(), Marks.none(h.law() + " " + h.no()), marks.in(around(h.text(), each.getFirst()), words))).toList();
    }

    private Optional<Statutes.Found> numbered(Numbered n, LocalDate today) {
        Optional<Statutes.Found> exact = articles.article(n, today);
        return exact.isPresent() ? exact : named(n.law(), today).flatMap(l -> articles.article(new Numbered(l.name(), n.article()), today).stream()).findFirst();
    }

    /** Laws that these words or initials may mean, the shortest name first. */
    private Stream<NameStore.Law> named(String words, LocalDate today) {
        return names.laws(words, today, Finder.MOST).stream().filter(l -> marks.in(l.name(), words).hit());
    }

    private static Found found(Statutes.Found f, String words) {
        return new Found(Long.toString(f.version().id()), f.article().no(),
                new Found.Marked(f.version().title() + " " + f.article().no(), List.of()), Marks.none(around(f.article().text(), words)));
    }

    /** Some letters of an article about a word. */
    private static String around(String text, String word) {
        int from = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word) - EXCERPT / 3);
        int to = Math.min(text.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + text.substring(from, to).replaceAll("\\s+", " ") + (to < text.length() ? "…" : "");
    }

    List<Found> laws(String words, LocalDate today) {
        return named(words, today).map(l -> new Found(l.version(), null, marks.in(l.title(), words), Marks.none(l.inForceFrom() + " 起施行"))).toList();
    }

    /** Items as the list that decides for the agency has them. */
    List<Found> items(String words, long agency, LocalDate today) {
        List<String> codes = names.items(words, 2 * Finder.MOST).stream().map(NameStore.Named::id).distinct().toList();
        return codes.isEmpty() ? List.of() : items.of(codes, agency, today).stream()
                .map(i -> new Found(i.code(), null, marks.in(i.title(), words), marks.in(i.code(), words)))
                .filter(f -> f.title().hit() || f.hint().hit()).toList();
    }
}
