package org.mingfa.server.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Census;
import org.mingfa.server.catalogue.Cited.Beside;
import org.mingfa.server.catalogue.Cited.Repeal;
import org.mingfa.server.catalogue.Statutes.Found;
import org.mingfa.server.catalogue.Statutes.Standing;
import org.springframework.stereotype.Component;

/**
 * What a citation says: the article as on a day, from the imported laws, otherwise from the folder of {@code mingfa.library};
 * beside it the article as today; and our one line on the rules that cite it.
 */
@Component
public class Citations {

    private final CatalogueSettings settings;
    private final CurrentLaw law;
    private final Statutes statutes;
    private final Clock clock;
    private volatile @Nullable Summaries summaries;
    private volatile @Nullable LawLibrary library;

    /** What the packs of a digest say of each article that they cite. */
    private record Summaries(String digest, Map<String, String> titles) {}

    Citations(CatalogueSettings settings, CurrentLaw law, Statutes statutes, Clock clock) {
        this.settings = settings;
        this.law = law;
        this.statutes = statutes;
        this.clock = clock;
    }

    public Cited look(String ref, LocalDate on) {
        String summary = summaries().getOrDefault(key(ref), "");
        Optional<Citation> citation = Citation.parse(ref);
        if (citation.isEmpty()) {
            return unheld(ref, summary, null, null, null);
        }
        Citation c = citation.get();
        Standing then = statutes.standing(c.law(), on);
        return then.meant(c) == null && (then.repealed() == null || c.edition() != 0) ? ofFolder(ref, c, on, summary) : ofLibrary(ref, c, on, then, summary);
    }

    private Cited ofLibrary(String ref, Citation c, LocalDate on, Standing then, String summary) {
        LocalDate today = LocalDate.now(clock);
        Standing now = statutes.standing(c.law(), today);
        Optional<Found> cited = statutes.article(then.meant(c), c.article());
        Optional<Found> former = c.edition() != 0 ? cited : cited.or(() -> then.lastBefore(on).flatMap(v -> statutes.article(v, c.article())));
        Repeal repealed = now.inForce() == null ? repeal(now, today) : null;
        Beside beside = former.flatMap(f -> beside(f, now, today)).orElse(null);
        return cited.map(f -> new Cited(ref, true, f.version().title(), f.article().no(), f.article().text(), f.version().adoptedOn(),
                        f.version().inForceFrom(), f.version().until(), f.version().note(), summary, id(f.version()), repealed, beside))
                .orElseGet(() -> unheld(ref, summary, c, repealed, beside));
    }

    private static @Nullable Repeal repeal(Standing now, LocalDate today) {
        if (now.repealed() != null) {
            return new Repeal(now.repealed().onDay(), now.repealed().title(), Long.toString(now.repealed().version()));
        }
        return now.versions().stream().filter(v -> v.until() != null && !v.until().isAfter(today)).findFirst()
                .map(v -> new Repeal(v.until(), null, null)).orElse(null);
    }

    /** The article in the version in force today, or in the law that repealed it. */
    private Optional<Beside> beside(Found former, Standing now, LocalDate today) {
        StatuteVersion there = now.inForce();
        boolean sameLaw = there != null;
        if (there == null && now.repealed() != null) {
            there = statutes.version(now.repealed().version()).filter(v -> v.inForce(today)).orElse(null);
        }
        if (there == null || there.id() == former.version().id()) {
            return Optional.empty();
        }
        StatuteVersion present = there;
        return new Counterparts(statutes.whole(present), sameLaw).of(former.article().no(), former.article().text())
                .map(p -> beside(former.article().text(), present, p));
    }

    private static Beside beside(String former, StatuteVersion present, Counterparts.Found p) {
        String text = p.article().text();
        return new Beside(present.title(), p.article().no(), text, present.inForceFrom(), id(present), p.presumed(),
                former.equals(text), Differences.between(former, text));
    }

    private Cited ofFolder(String ref, Citation c, LocalDate on, String summary) {
        LocalDate today = LocalDate.now(clock);
        Repeal repealed = repeal(statutes.standing(c.law(), today), today);
        Optional<Article> article = library().find(c, on);
        return article.map(a -> new Cited(ref, true, a.law(), a.no(), a.text(), a.versionDate(), a.inForceFrom(), null, "", summary,
                        null, repealed, library().find(new Citation(c.law(), c.article(), c.rest(), 0), today).filter(t -> !t.equals(a)).map(t -> beside(a, t)).orElse(null)))
                .orElseGet(() -> unheld(ref, summary, c, repealed, null));
    }

    private static Beside beside(Article former, Article present) {
        return new Beside(present.law(), present.no(), present.text(), present.inForceFrom(), null, false,
                former.text().equals(present.text()), Differences.between(former.text(), present.text()));
    }

    /** How a citation stands on a day. */
    enum State {HELD, GONE, NO_ARTICLE, UNHELD}

    /** As {@link #look}, but only whether the article is there: nothing of the packs is read for it. */
    State standing(Citation c, LocalDate on) {
        Standing then = statutes.standing(c.law(), on);
        StatuteVersion meant = then.meant(c);
        if (meant != null) {
            return statutes.article(meant, c.article()).isPresent() ? State.HELD : State.NO_ARTICLE;
        }
        if (c.edition() != 0) {
            return library().find(c, on).isPresent() ? State.HELD : library().holds(c, on) ? State.NO_ARTICLE : State.UNHELD;
        }
        if (then.repealed() != null || !then.versions().isEmpty()) {
            return State.GONE;
        }
        return library().find(c, on).isPresent() ? State.HELD : library().holds(c, on) ? State.NO_ARTICLE : library().knows(c.law()) ? State.GONE : State.UNHELD;
    }

    private static Cited unheld(String ref, String summary, @Nullable Citation c, @Nullable Repeal repealed, @Nullable Beside beside) {
        return new Cited(ref, false, c == null ? null : c.law(), c == null ? null : c.article(), null, null, null, null, "", summary,
                null, repealed, beside);
    }

    private static String id(StatuteVersion version) {
        return Long.toString(version.id());
    }

    private Map<String, String> summaries() {
        LoadedLaw loaded = law.loaded();
        Summaries known = summaries;
        if (known == null || !known.digest().equals(loaded.digest())) {
            known = new Summaries(loaded.digest(), titles(loaded.laws().citations()));
            summaries = known;
        }
        return known.titles();
    }

    private static Map<String, String> titles(List<Census.Cited> citations) {
        Map<String, String> found = new TreeMap<>();
        for (Census.Cited c : citations) {
            for (String ref : c.cite().split("；")) {
                found.merge(key(ref), c.title(), (a, b) -> a.contains(b) ? a : a + "；" + b);
            }
        }
        return found;
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
