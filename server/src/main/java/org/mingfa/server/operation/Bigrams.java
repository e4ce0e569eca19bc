package org.mingfa.server.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Text cut into pairs of neighbouring letters, so that two Chinese characters can be searched by an index. */
public final class Bigrams {

    private Bigrams() {}

    /** All pairs of {@code texts}, each once; punctuation and blanks end a word; a word of one letter stands alone. */
    public static List<String> of(String... texts) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) {
                addPairs(word, pairs);
            }
        }
        return List.copyOf(pairs);
    }

    private static void addPairs(String word, Set<String> pairs) {
        int[] letters = word.codePoints().toArray();
        if (letters.length == 1) {
            pairs.add(word);
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
    }
}
