package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Clause;
import org.mingfa.core.procedure.Procedure;
import org.springframework.stereotype.Component;

/** What a citation says: the article's text where the library holds it, and our one line on the rules that cite it. */
@Component
public class Citations {

    /**
     * @param held whether the library has the text in the version in force that day
     * @param summary titles of the rules that cite it, in our words
     */
    public record Cited(
            String ref, boolean held, @Nullable String law, @Nullable String article, @Nullable String text,
            @Nullable LocalDate versionDate, @Nullable LocalDate inForceFrom, String summary) {}

    private final CatalogueSettings settings;
    private final CurrentLaw law;
    private volatile @Nullable Map<String, String> summaries;
    private volatile @Nullable LawLibrary library;

    Citations(CatalogueSettings settings, CurrentLaw law) {
        this.settings = settings;
        this.law = law;
    }

    private Map<String, String> summaries() {
        Map<String, String> found = summaries;
        if (found == null) {
            found = new TreeMap<>();
            for (Procedure p : law.laws().procedures()) {
                summarise(p, found);
            }
            summaries = found;
        }
        return found;
    }

    private static void summarise(Procedure p, Map<String, String> into) {
        for (Clause c : p.clauses()) {
            for (String ref : c.cite().split("；")) {
                into.merge(key(ref), c.title(), (a, b) -> a.contains(b) ? a : a + "；" + b);
            }
        }
    }

    public Cited look(String ref, LocalDate on) {
        String summary = summaries().getOrDefault(key(ref), "");
        Optional<Citation> citation = Citation.parse(ref);
        Optional<Article> article = citation.flatMap(c -> library().find(c, on));
        return article.map(a -> new Cited(ref, true, a.law(), a.no(), a.text(), a.versionDate(), a.inForceFrom(), summary))
                .orElseGet(() -> new Cited(ref, false, citation.map(Citation::law).orElse(null),
                        citation.map(Citation::article).orElse(null), null, null, null, summary));
    }

    private static String key(String ref) {
        return ref.replaceAll("\\s+", "");
    }

    private LawLibrary library() {
        LawLibrary found = library;
        if (found == null) {
            found = settings.library() == null ? LawLibrary.empty() : LawLibrary.open(settings.library());
            library = found;
        }
        return found;
    }
}
