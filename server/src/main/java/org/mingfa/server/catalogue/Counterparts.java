package org.mingfa.server.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingfa.server.operation.Bigrams;

/**
 * Finds in a text the article that answers to an article of another: that of the same number where it reads alike, otherwise
 * the one that reads most alike. An amendment moves numbers, a code takes up articles of ten laws; which article has come
 * of which is told by nobody, so what is found by likeness is a presumption and is called so.
 */
final class Counterparts {

    /** @param presumed found by likeness, not by its number */
    record Found(StatuteArticle article, boolean presumed) {}

    /** Shared letter pairs over all letter pairs (Dice) from which two articles count as alike. */
    private static final double ALIKE = 0.4;

    private final List<StatuteArticle> articles;
    private final List<Set<String>> pairs;
    private final boolean sameLaw;

    /**
     * @param articles all articles of the text
     * @param sameLaw whether it is a version of the same law, so that a number means something
     */
    Counterparts(List<StatuteArticle> articles, boolean sameLaw) {
        this.articles = articles;
        this.pairs = articles.stream().map(a -> pairs(a.text())).toList();
        this.sameLaw = sameLaw;
    }

    /** Empty where nothing reads alike. */
    Optional<Found> of(String no, String text) {
        Set<String> mine = pairs(text);
        int same = sameLaw ? IntStream.range(0, articles.size()).filter(i -> articles.get(i).no().equals(no)).findFirst().orElse(-1) : -1;
        if (same >= 0 && likeness(mine, pairs.get(same)) >= ALIKE) {
            return Optional.of(new Found(articles.get(same), false));
        }
        int best = -1;
        double most = 0;
        for (int i = 0; i < articles.size(); i++) {
            double likeness = likeness(mine, pairs.get(i));
            if (likeness >= ALIKE && likeness > most) {
                best = i;
                most = likeness;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Found(articles.get(best), true));
    }

    private static double likeness(Set<String> a, Set<String> b) {
        long shared = b.stream().filter(a::contains).count();
        return 2.0 * shared / Math.max(1, a.size() + b.size());
    }

    private static Set<String> pairs(String text) {
        return new HashSet<>(Bigrams.of(text));
    }
}
