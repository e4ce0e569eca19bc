package org.mingfa.server.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that may be the initials of pinyin, as the function {@code initial_pairs} of the database writes them into indexes. */
public final class Initials {

    private Initials() {}

    /** Whether a search may mean initials: Latin letters and digits only, at least two, at least one a letter. */
    public static boolean are(String words) {
        return words.strip().matches("(?=.*[a-zA-Z])[a-zA-Z0-9]{2,40}");
    }

    /** The marked pairs of {@code words}, each once. */
    public static List<String> pairs(String words) {
        String letters = words.strip().toLowerCase(Locale.ROOT);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            pairs.add("~" + letters.substring(i, i + 2));
        }
        return pairs.stream().distinct().toList();
    }
}
