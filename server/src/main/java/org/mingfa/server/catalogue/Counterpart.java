package org.mingfa.server.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingfa.server.operation.Bigrams;

/**
 * The article of one text that answers to an article of another: that of the same number where it reads alike, otherwise
 * the one that reads most alike. An amendment moves numbers, a code takes up articles of ten laws; which article has come
 * of which is told by nobody, so what is found by likeness is a presumption and is called so.
 *
 * @param presumed found by likeness, not by its number
 */
record Counterpart(StatuteArticle article, boolean presumed) {

    /** Shared letter pairs over all letter pairs (Dice) from which two articles read alike; chosen on the texts of 2017 and 2021. */
    private static final double ALIKE = 0.4;

    /** @param among all articles of the other text */
    static Optional<Counterpart> of(String no, String text, List<StatuteArticle> among, boolean sameLaw) {
        Set<String> pairs = pairs(text);
        if (sameLaw) {
            Optional<StatuteArticle> sameNumber = among.stream().filter(a -> a.no().equals(no)).findFirst();
            if (sameNumber.isPresent() && likeness(pairs, sameNumber.get()) >= ALIKE) {
                return Optional.of(new Counterpart(sameNumber.get(), false));
            }
        }
        StatuteArticle best = null;
        double most = ALIKE;
        for (StatuteArticle a : among) {
            double likeness = likeness(pairs, a);
            if (likeness >= most) {
                best = a;
                most = likeness;
            }
        }
        return Optional.ofNullable(best).map(a -> new Counterpart(a, true));
    }

    private static double likeness(Set<String> pairs, StatuteArticle with) {
        Set<String> others = pairs(with.text());
        long shared = others.stream().filter(pairs::contains).count();
        return 2.0 * shared / Math.max(1, pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        return new HashSet<>(Bigrams.of(text));
    }
}
