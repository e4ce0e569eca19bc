package org.mingfa.server.disclosure.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is retold.
 *
 * @param state draft (起草), submitted (待审核), reviewed (审核通过), published (已发布), withdrawn (已撤回)
 * @param caseId of the case it retells, for those of its agency's reach; null for others
 * @param seq of its last event; a change names the one that it follows
 */
public record GuidingCase(
        long id, String agency, Content content, String state, int seq, @Nullable LocalDate publishedOn, @Nullable String caseId, List<Event> events) {

    /** @param table code of the benchmark table; null where there is none @param cite the articles it is about */
    public record Content(
            @Nullable String table, String conduct, String grade, String cite, String title, String facts, String issue, String reasoning) {

        public List<String> texts() {
            return List.of(conduct, grade, cite, title, facts, issue, reasoning);
        }
    }

    public record Event(int seq, String what, String note, String by, Instant at) {}

    /** As lists show it. */
    public record Head(long id, String title, String conduct, String grade, String cite, String agency, String state, @Nullable LocalDate publishedOn) {}
}
