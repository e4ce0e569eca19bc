package org.mingfa.server.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citation opens.
 *
 * @param held whether the library has the text in the version in force that day
 * @param until the first day that version is no longer in force
 * @param note what the source says of the version's standing, where it is not plainly in force
 * @param summary titles of the rules that cite it, in our words
 * @param version the imported version, null where the text is of the folder or none
 * @param repealed by which law, where the cited law is repealed by today
 * @param today the text in force today, where it is another one
 */
public record Cited(
        String ref, boolean held, @Nullable String law, @Nullable String article, @Nullable String text,
        @Nullable LocalDate versionDate, @Nullable LocalDate inForceFrom, @Nullable LocalDate until, String note,
        String summary, @Nullable String version, @Nullable Repeal repealed, @Nullable Beside today) {

    /** @param by the repealing law's title; null where the library knows the day only */
    public record Repeal(LocalDate from, @Nullable String by, @Nullable String version) {}

    /**
     * The article in the text in force today, beside the one cited.
     *
     * @param presumed found by likeness, not by its number: to be checked
     * @param pieces the two laid side by side
     */
    public record Beside(
            String law, String article, String text, @Nullable LocalDate inForceFrom, @Nullable String version, boolean presumed,
            boolean same, List<Piece> pieces) {}
}
