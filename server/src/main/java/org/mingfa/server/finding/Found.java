package org.mingfa.server.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param id of the case, person, body, law version, item, pack or party
 * @param part of a document its case, of an article its number; else null
 * @param title its name, with what matched
 * @param hint what tells it from others of the same name, with what matched
 */
public record Found(String id, @Nullable String part, Marked title, Marked hint) {

    /** What was found of one kind, at most {@link Finder#MOST}. */
    public record Group(String kind, String title, List<Found> hits) {}

    /** A text and where in it the words are: [from, to) by UTF-16 units, ascending. */
    public record Marked(String text, List<List<Integer>> marks) {
        boolean hit() {
            return !marks.isEmpty();
        }
    }
}
