package org.mingfa.server.catalogue.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A version of a list.
 *
 * @param seq number of its last event: what a writer must have seen
 * @param base number of the version that it changes; null: of none
 * @param from the first day in force, null before it is published
 * @param to the last; null: until further notice
 * @param document number of the announcement (公布文号)
 * @param endedFor why it was withdrawn, empty where it was not
 */
@NamedInterface("lists")
public record ListVersion(
        long id, long list, int number, long seq, State state, @Nullable Integer base, @Nullable LocalDate from, @Nullable LocalDate to,
        String document, String reason, long draftedBy, @Nullable Long reviewedBy, String opinion, @Nullable Long publishedBy,
        @Nullable LocalDate publishedOn, String endedFor, Instant updatedAt, long rows) {

    /** 起草中, 待审核, 待公布, 已公布, 已撤回 (of what was published), 已作废 (of what was not). */
    public enum State {DRAFT, SUBMITTED, REVIEWED, PUBLISHED, WITHDRAWN, DISCARDED;
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What may happen to a version. */
    public enum What {CREATED, CHANGED, IMPORTED, SUBMITTED, REVIEWED, RETURNED, PUBLISHED, WITHDRAWN, DISCARDED;
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that happened to it; {@code by} is 0 for nobody. */
    public record Event(long seq, Instant at, long by, String name, String what, String note) {}

    public boolean isPublic() {
        return state == State.PUBLISHED || state == State.WITHDRAWN;
    }
}
