package org.mingfa.server.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a law touches (文本影响报告): the articles that it changes or repeals, and whatever cites them.
 *
 * @param former the version that this one takes the place of; null where it is not held, and then only repeals can be told
 * @param articles how many articles of the former version are changed, moved, gone
 * @param repeals the laws that it repeals
 * @param rules rules, clocks and values of the packs now loaded; {@code moreRules} beyond the bound
 * @param cases null where the caller sees no cases
 */
public record Touched(
        StatuteVersion version, @Nullable StatuteVersion former, Map<Kind, Integer> articles, List<RepealedLaw> repeals,
        List<Rule> rules, int moreRules, List<ItemRow> items, int moreItems, @Nullable Cases cases) {

    public enum Kind { CHANGED, MOVED, GONE, REPEALED }

    /**
     * What becomes of a cited article.
     *
     * @param to the article that answers to it now, null where none does
     * @param presumed whether that was found by likeness
     */
    public record Change(String law, String article, Kind kind, @Nullable String to, boolean presumed) {}

    /** @param held whether the library has a text of it */
    public record RepealedLaw(String name, java.time.LocalDate from, boolean held) {}

    /** A rule of a pack, by its place there. */
    public record Rule(String title, String cite, String file, int line, Change change) {}

    public record ItemRow(String code, String title, String basis, Change change) {}

    /** Open cases by the law that they are pinned to, and those on touched items. */
    public record Cases(List<Group> pinned, OpenCases.@Nullable Some onItems) {}

    /** Cases under one law; {@code changes} are those of articles that its rules cite. */
    public record Group(String procedure, String version, List<Change> changes, OpenCases.Some cases) {}
}
