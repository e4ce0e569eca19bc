package org.mingfa.server.catalogue.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a law as read from a file, complete enough to be kept.
 *
 * @param title as printed
 * @param names normalised names that citations use, the full one among them
 * @param level 法律, 行政法规, 地方性法规 …; may be empty
 * @param repealedFrom the first day it is no longer in force, where the file says so
 * @param note what the source says of its standing, e.g. 已修订; empty where it is in force
 * @param remarks what was concluded rather than given, for the import's report
 */
public record StatuteText(
        String title,
        Set<String> names,
        String issuer,
        String level,
        String field,
        @Nullable LocalDate adoptedOn,
        LocalDate inForceFrom,
        By inForceBy,
        @Nullable LocalDate repealedFrom,
        List<Repeal> repeals,
        String note,
        String source,
        List<ArticleText> articles,
        List<String> remarks) {

    /** How the first day in force is known: given with the file, read from the text (自……起施行), or the day of adoption. */
    public enum By { GIVEN, TEXT, ADOPTED }

    /** An article in its place; {@code heading} is 编, 章 and 节, separated by {@code " / "}. */
    public record ArticleText(ArticleNo no, String heading, String text) {}

    /** A law that this one repeals, by its normalised name, from that day on. */
    public record Repeal(String name, LocalDate onDay) {}
}
