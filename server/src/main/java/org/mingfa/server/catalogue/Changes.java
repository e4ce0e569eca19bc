package org.mingfa.server.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.Touched.Change;
import org.mingfa.server.catalogue.Touched.Kind;

/** What one version does to the articles of its predecessor and of the laws that it repeals. */
final class Changes {

    /** A text whose articles are changed: by number, and where to look for their counterparts. */
    private record Side(Map<String, String> former, Counterparts present, boolean repealed) {}

    private final Map<String, String> present = new LinkedHashMap<>();
    private final Map<String, Side> sides = new HashMap<>();
    private final Map<String, Optional<Change>> known = new HashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /**
     * @param former the articles of the predecessor, null where none is held
     * @param names all names of the law
     */
    Changes(List<String> names, @Nullable List<StatuteArticle> former, List<StatuteArticle> present) {
        present.forEach(a -> this.present.put(a.no(), a.text()));
        if (former != null) {
            Side side = new Side(texts(former), new Counterparts(present, true), false);
            names.forEach(n -> sides.put(n, side));
            side.former.forEach((no, text) -> kind(no, text, side).ifPresent(k -> counts.merge(k, 1, Integer::sum)));
        }
    }

    /** Adds a law that is repealed, with the articles of its last version; none where it is not held. */
    void repeals(List<String> names, List<StatuteArticle> former, List<StatuteArticle> present) {
        Side side = new Side(texts(former), new Counterparts(present, false), true);
        names.forEach(n -> sides.put(n, side));
    }

    /** Articles of the predecessor by what became of them. */
    Map<Kind, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** The changes of all articles that a text of citations names (several are separated by ；). */
    List<Change> of(String cite) {
        return Stream.of(cite.split("[；;]")).map(Citation::parse).flatMap(Optional::stream).map(this::of).flatMap(Optional::stream).distinct().toList();
    }

    private Optional<Change> of(Citation c) {
        Side side = sides.get(c.law());
        return side == null ? Optional.empty() : known.computeIfAbsent(c.law() + c.article(), k -> change(c, side));
    }

    private Optional<Change> change(Citation c, Side side) {
        String text = side.former.get(c.article());
        Kind kind = side.repealed ? Kind.REPEALED : text == null ? null : kind(c.article(), text, side).orElse(null);
        if (kind == null) {
            return Optional.empty();
        }
        Optional<Counterparts.Found> to = text == null ? Optional.empty() : side.present.of(c.article(), text);
        if (kind == Kind.CHANGED && to.isPresent() && to.get().presumed()) {
            kind = Kind.MOVED;
        }
        return Optional.of(new Change(c.law(), c.article(), kind, to.map(f -> f.article().no()).orElse(null), to.map(Counterparts.Found::presumed).orElse(false)));
    }

    /** Empty where the article stands as it stood; MOVED where its very words stand under another number. */
    private Optional<Kind> kind(String no, String text, Side side) {
        String now = present.get(no);
        if (text.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(present.containsValue(text) ? Kind.MOVED : now == null ? Kind.GONE : Kind.CHANGED);
    }

    private static Map<String, String> texts(List<StatuteArticle> articles) {
        Map<String, String> out = new LinkedHashMap<>();
        articles.forEach(a -> out.put(a.no(), a.text()));
        return out;
    }
}
