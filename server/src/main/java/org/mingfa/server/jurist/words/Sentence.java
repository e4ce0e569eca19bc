package org.mingfa.server.jurist.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about an act, made from the pack.
 *
 * @param kind what it speaks of
 * @param cite the article; several are separated by ；
 * @param title the title that the pack gives to the relation or rule; empty where it gives none
 * @param severity 拦截, 预警 or 扣分 for what is found when it is not kept; empty otherwise
 * @param mend how to mend it; may be empty
 * @param explained a rule's condition in Chinese; null for other sentences, which say theirs, and where it has no words
 * @param condition the pack's own condition, as written, where the sentence holds only under it or rests on it; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sentence(Kind kind, String text, String cite, String title, String severity, String mend, @Nullable String explained, @Nullable String condition) {

    /** What a sentence speaks of, in the order in which an act's sentences stand. */
    public enum Kind {
        /** who does it, on what, how often */
        WHO,
        /** what must have happened before */
        BEFORE,
        /** what open duty must be done first */
        WAITS,
        /** what must follow */
        DUTY,
        /** what becomes possible */
        OPENS,
        /** what is no longer possible, or loses its effect */
        CLOSES,
        /** how it moves time */
        TIME,
        /** a rule over its contents */
        RULE,
        /** what document it makes */
        DOCUMENT
    }

    static Sentence plain(Kind kind, String text, String cite) {
        return new Sentence(kind, text, cite, "", "", "", null, null);
    }
}
