package org.mingfa.server.registry.responsibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post (岗位) as on a day.
 *
 * @param items codes of the list of items
 * @param acts what it serves, as {@code procedure/act}; words from before acts were picked from the packs
 * @param actWords the acts as people read them, {@code unmatched} those that no procedure in force has
 * @param atWindow 窗口岗位
 * @param rotates 应当定期轮岗
 */
public record ResponsiblePost(
        String id, String agency, String agencyName, String unit, String unitName, String title, String duties, List<String> items, List<String> acts,
        List<String> actWords, List<String> unmatched, boolean atWindow, boolean rotates, LocalDate since, List<Holder> holders) {

    /** @param here still at the body; {@code able} an officer, so that the items have somebody */
    public record Holder(String id, String person, String name, LocalDate from, @Nullable LocalDate to, boolean here, boolean able) {}

    ResponsiblePost told(ActBook.Pages pages) {
        return new ResponsiblePost(id, agency, agencyName, unit, unitName, title, duties, items, acts, pages.words(acts), pages.unmatched(acts), atWindow, rotates, since, holders);
    }

    /** What a post is from a day on. */
    public record Version(LocalDate validFrom, String title, String duties, List<String> items, List<String> acts, boolean atWindow, boolean rotates, boolean ended, String reason) {}

    /** A post with all its versions and everybody who was in it, the newest first, at most 200 of each. */
    public record Page(ResponsiblePost post, List<Version> versions, List<Holder> everybody, boolean mayWrite) {}

    /** A person's post; {@code acts} as people read them, words that match nothing among them. */
    public record Held(long agency, String post, String unitName, String title, List<String> acts, int items, boolean rotates, LocalDate from, @Nullable LocalDate to) {}
}
