package org.mingfa.server.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        return exact.isPresent() ? exact : named(n.law()).flatMap(law -> articles.article(new Numbered(law, n.article()), today).stream()).findFirst();
    }

    /** Laws that these words or initials may mean, the shortest name first. */
    private Stream<String> named(String words) {
        return names.laws(words, Finder.MOST).stream().map(NameStore.Named::name).filter(n -> marks.in(n, words).hit());
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
        return named(words).flatMap(name -> articles.inForce(name, today).stream())
                .map(v -> new Found(Long.toString(v.id()), null, marks.in(v.title(), words), Marks.none(v.inForceFrom() + " 起施行"))).toList();
    }

    /** Items as the list that decides for the agency has them. */
    List<Found> items(String words, long agency, LocalDate today) {
        List<Found> found = new ArrayList<>();
        for (String code : names.items(words, 2 * Finder.MOST).stream().map(NameStore.Named::id).distinct().limit(Finder.MOST).toList()) {
            Map<String, Object> item = items.at(code, agency, today);
            if (item.get("title") instanceof String title) {
                Found f = new Found(code, null, marks.in(title, words), marks.in(code, words));
                if (f.title().hit() || f.hint().hit()) {
                    found.add(f);
                }
            }
        }
        return found;
    }
}
