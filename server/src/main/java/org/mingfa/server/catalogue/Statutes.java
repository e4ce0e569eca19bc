package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.catalogue.store.StatuteShelf;
import org.mingfa.server.catalogue.store.StatuteShelf.Repealed;
import org.springframework.stereotype.Component;

/** The imported laws (法规库): which text is in force on a day, what it was before, what has come of it. */
@Component
public class Statutes {

    private static final int WHOLE = 5_000;

    private final StatuteShelf shelf;

    Statutes(StatuteShelf shelf) {
        this.shelf = shelf;
    }

    /** An article as found in a version. */
    public record Found(StatuteVersion version, StatuteArticle article) {}

    /** What is known of a law by one of its names, on a day. */
    public record Standing(List<StatuteVersion> versions, @Nullable StatuteVersion inForce, @Nullable Repealed repealed) {

        /** The text that a citation means: the edition that it names, or the one in force on the day. */
        @Nullable StatuteVersion meant(Citation c) {
            return c.edition() == 0 ? inForce : versions.stream().filter(v -> c.means(v.adoptedOn() == null ? v.inForceFrom() : v.adoptedOn())).findFirst().orElse(null);
        }

        /** The text that was last in force before {@code day}, whether or not it still is. */
        public Optional<StatuteVersion> lastBefore(LocalDate day) {
            return versions.stream().filter(v -> v.inForceFrom().isBefore(day)).findFirst();
        }
    }

    /** @param name as {@link LawName} has it; an unknown law has no versions, but may be known as repealed */
    public Standing standing(String name, LocalDate on) {
        List<StatuteVersion> versions = shelf.statute(name).map(shelf::versions).orElse(List.of());
        StatuteVersion inForce = versions.stream().filter(v -> v.inForce(on)).findFirst().orElse(null);
        LocalDate last = versions.stream().map(StatuteVersion::inForceFrom).filter(d -> !d.isAfter(on)).findFirst().orElse(LocalDate.EPOCH.minusYears(100));
        return new Standing(versions, inForce, inForce != null ? null : shelf.repealed(name, last, on).orElse(null));
    }

    public Optional<Found> article(@Nullable StatuteVersion version, String no) {
        return version == null ? Optional.empty() : shelf.article(version.id(), no).map(a -> new Found(version, a));
    }

    /** All articles of a version. */
    List<StatuteArticle> whole(StatuteVersion version) {
        return shelf.articles(version.id(), 1, WHOLE);
    }

    Optional<StatuteVersion> version(long id) {
        return shelf.version(id);
    }
}
