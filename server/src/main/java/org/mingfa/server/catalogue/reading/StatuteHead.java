package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a law beside its articles: by the fields of a file, by lines before its first article, or by a form. Null
 * or empty: not said.
 *
 * @param repeals names of the laws it repeals; null where not said, empty where said to repeal none
 */
public record StatuteHead(
        @Nullable String title,
        @Nullable String shortName,
        @Nullable String issuer,
        @Nullable String level,
        @Nullable String field,
        @Nullable LocalDate adoptedOn,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate repealedFrom,
        @Nullable List<String> repeals,
        @Nullable String note,
        @Nullable String source) {

    public static final StatuteHead NONE = new StatuteHead(null, null, null, null, null, null, null, null, null, null, null);

    /** This where it says something, otherwise {@code other}. */
    public StatuteHead or(StatuteHead other) {
        return new StatuteHead(first(title, other.title), first(shortName, other.shortName), first(issuer, other.issuer),
                first(level, other.level), first(field, other.field), or(adoptedOn, other.adoptedOn),
                or(inForceFrom, other.inForceFrom), or(repealedFrom, other.repealedFrom), or(repeals, other.repeals),
                first(note, other.note), first(source, other.source));
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a == null || a.isBlank() ? b : a;
    }

    private static <T> @Nullable T or(@Nullable T a, @Nullable T b) {
        return a == null ? b : a;
    }
}
