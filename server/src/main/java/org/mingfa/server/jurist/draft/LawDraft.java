package org.mingfa.server.jurist.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A draft (草案) as kept.
 *
 * @param seq number of its last event
 * @param field field of the agency it was written at, and {@code region} its division code: which layers take part
 * @param from the first day in force
 * @param base digest of the law it was published upon, or that stood when it was withdrawn; null while it is under way
 */
public record LawDraft(
        long id, long seq, String procedure, String field, String region, String title, String reason, LocalDate from,
        State state, long author, Content content, @Nullable Checked checked, @Nullable String base, Instant updatedAt) {

    /** Where it stands. */
    public enum State {DRAFT, SUBMITTED, PUBLISHED, WITHDRAWN;
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What may happen to a draft. */
    public enum What {CREATED, CHANGED, CHECKED, REPLAYED, SUBMITTED, RETURNED, PUBLISHED, WITHDRAWN;
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Something that happened to it. */
    public record Event(long seq, Instant at, long by, What what, String note) {}

    LawDraft with(Content now) {
        return new LawDraft(id, seq, procedure, field, region, title, reason, from, state, author, now, checked, base, updatedAt);
    }

    LawDraft headed(String itsTitle, String itsReason, LocalDate day) {
        return new LawDraft(id, seq, procedure, field, region, itsTitle, itsReason, day, state, author, content, checked, base, updatedAt);
    }

    LawDraft with(Checked now) {
        return new LawDraft(id, seq, procedure, field, region, title, reason, from, state, author, content, now, base, updatedAt);
    }

    LawDraft now(State next, @Nullable String upon) {
        return new LawDraft(id, seq, procedure, field, region, title, reason, from, next, author, content, checked, upon, updatedAt);
    }
}
