package org.mingfa.server.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mingfa.server.finding.Found.Marked;
import org.mingfa.server.operation.Initials;
import org.springframework.stereotype.Component;

/** Where in a text the words of a search are, as written or as the initials of pinyin. */
@Component
class Marks {

    private final Pinyin pinyin;

    Marks(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    static Marked none(String text) {
        return new Marked(text, List.of());
    }

    Marked in(String text, String words) {
        List<List<Integer>> marks = new ArrayList<>();
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(word);
            if (at >= 0 && !word.isEmpty()) {
                marks.add(List.of(at, Math.min(at + word.length(), text.length())));
            } else if (Initials.are(word)) {
                initials(text, word, marks);
            }
        }
        marks.sort(Comparator.comparing(List::getFirst));
        return new Marked(text, apart(marks));
    }

    /** Two words may meet in one place. */
    private static List<List<Integer>> apart(List<List<Integer>> sorted) {
        List<List<Integer>> out = new ArrayList<>();
        for (List<Integer> mark : sorted) {
            if (out.isEmpty() || out.getLast().getLast() <= mark.getFirst()) {
                out.add(mark);
            }
        }
        return out;
    }

    private void initials(String text, String word, List<List<Integer>> marks) {
        for (int from = 0; from < text.length(); from++) {
            int to = end(text, from, word);
            if (to > 0) {
                marks.add(List.of(from, to));
                return;
            }
        }
    }

    /** Where the initials that begin at {@code from} end, or -1. */
    private int end(String text, int from, String word) {
        int met = 0;
        for (int i = from; i < text.length(); i++) {
            String initials = pinyin.of(text.charAt(i));
            if (initials.isEmpty() && i > from) {
                continue;
            }
            if (initials.indexOf(word.charAt(met)) < 0) {
                return -1;
            }
            if (++met == word.length()) {
                return i + 1;
            }
        }
        return -1;
    }
}
