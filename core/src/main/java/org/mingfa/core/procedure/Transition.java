package org.mingfa.core.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a pack says of the cases that are pending when it comes into force (在办案件的过渡): that they go over
 * to it. A version that says nothing, or {@code keep}, leaves them under the one that they were filed under.
 *
 * @param title title of the layer, of the base that of the procedure
 * @param version its version
 * @param from the day it comes into force
 * @param cite the article that says so
 */
public record Transition(String title, String version, LocalDate from, String cite, String file, int line) {

    /** Null: pending cases keep their version. */
    static @Nullable Transition of(Doc d) {
        Doc t = d.get("transition");
        if (t == null || t.isText() && t.text().equals("keep")) {
            return null;
        }
        if (t.isText()) {
            throw t.fault("transition is keep, or {pending: switch, cite: …} with the article that says so");
        }
        t.only("pending", "cite");
        String pending = t.need("pending").text();
        String cite = t.text("cite", "");
        if (!pending.equals("keep") && !pending.equals("switch")) {
            throw t.need("pending").fault("pending is keep or switch, not '" + pending + "'");
        }
        if (cite.isBlank()) {
            throw t.fault("transition needs its citation: {pending: " + pending + ", cite: …}");
        }
        return pending.equals("keep") ? null
                : new Transition(d.text("title", ""), d.text("version", ""), Assembler.Dates.of(d.need("in-force")).from(), cite, t.file(), t.line());
    }
}
