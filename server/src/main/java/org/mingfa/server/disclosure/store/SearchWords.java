package org.mingfa.server.disclosure.store;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.mingfa.server.operation.Bigrams;

/** What a publication is found by: {@link Bigrams} of its texts, full-width letters and digits taken as the plain ones. */
public final class SearchWords {
    private SearchWords() {}

    public static List<String> of(String... texts) {
        return Bigrams.of(Stream.of(texts).map(t -> Normalizer.normalize(t, Normalizer.Form.NFKC)).toArray(String[]::new));
    }
}
