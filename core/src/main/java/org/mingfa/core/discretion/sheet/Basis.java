package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingfa.core.discretion.AmountText;
import org.mingfa.core.discretion.Words;

/** What can be told from the words of the statute that a table quotes: the article, and its range where there is only one. */
final class Basis {
    private static final String NUMBER = "[〇零一二三四五六七八九十百千0-9]{1,9}";
    private static final Pattern ARTICLE = Pattern.compile("《[^》]{2,60}》(?:[（(][^）)]{1,40}[）)])?第" + NUMBER + "条(?:[、,，]?第" + NUMBER + "[款项])*");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,4})条(?:(\\d{1,3})款)?(?:(\\d{1,3})项)?");
    private static final Pattern FINE = Pattern.compile("(?:处以|处)([^，。；：,;:处]{2,40}?)的?罚款");

    private Basis() {}

    /** 《…》第…条…; the text itself where it is short; empty where it cannot be told. */
    static String cite(String law, String text) {
        Matcher m = ARTICLE.matcher(text);
        if (m.find()) {
            return m.group();
        }
        Matcher s = SHORT.matcher(text);
        if (s.matches() && !law.isEmpty()) {
            return law + "第" + s.group(1) + "条" + (s.group(2) == null ? "" : "第" + s.group(2) + "款") + (s.group(3) == null ? "" : "第" + s.group(3)
                    + "项");
        }
        return (law.isEmpty() || text.contains(law) ? "" : law) + (text.length() <= 60 ? text : text.substring(0, 60) + "…");
    }

    /** The only fine of the text, in its words; empty where it speaks of several, or of one that is not understood. */
    static Optional<String> onlyFine(String text) {
        List<String> fines = new ArrayList<>();
        Matcher m = FINE.matcher(text);
        while (m.find()) {
            fines.add(m.group(1));
        }
        int mentions = text.split("罚款", -1).length - 1;
        return fines.size() == 1 && mentions == 1 && AmountText.read(fines.getFirst()).isPresent()
                ? Optional.of("处" + Words.plain(fines.getFirst()) + "罚款") : Optional.empty();
    }

    /** The name of a benchmark in the words of a source: the first 《》, else what stands before a bracket. */
    static String benchmark(String source) {
        String first = source.split("[；;]", 2)[0];
        Matcher m = Pattern.compile("《([^》]{2,60})》").matcher(first);
        return m.find() ? m.group(1) : first.split("[（(]", 2)[0].strip();
    }
}
