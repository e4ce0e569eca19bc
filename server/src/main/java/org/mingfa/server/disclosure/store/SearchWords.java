package org.mingfa.server.disclosure.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Text as pairs of neighbouring characters, so that two Chinese characters are found by an index. */
public final class SearchWords {
    private SearchWords() {}

    /** Each pair once; blanks and punctuation end a word; a word of one character stands alone. */
    public static List<String> of(String... texts) {
        var pairs = new LinkedHashSet<String>();
        for (String text : texts) {
            for (String word : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) add(word, pairs);
        }
        return List.copyOf(pairs);
    }

    private static void add(String word, LinkedHashSet<String> pairs) {
        int[] letters = word.codePoints().toArray();
        if (letters.length == 1) pairs.add(word);
        for (int i = 0; i + 1 < letters.length; i++) pairs.add(new String(letters, i, 2));
    }
}
