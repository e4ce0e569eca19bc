package org.mingfa.server.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseReference;
import org.mingfa.server.cases.EnforcementCase;
import org.mingfa.server.record.CaseKey;

/**
 * All rows of a case that must be true at once. They are a function of its record and the calendar: {@link Projection}.
 *
 * @param bigrams what the case can be searched by
 */
public record Rows(
        EnforcementCase head, List<String> bigrams, List<DutyRow> duties, List<ObjectRow> objects, List<PersonRow> people,
        List<LinkRow> links, List<FineRow> fines, List<PartyRow> parties, @Nullable Over over) {

    /** The packs and the day whose versions it went over to. */
    public record Over(String law, LocalDate on) {}


    /** An open duty on one seat: {@code p:ID} for a person, {@code r:CODE} for whoever holds the role. */
    public record DutyRow(String duty, String seat, @Nullable LocalDate dueOn, String json) {}

    /** An object of the case; {@code code} is a credit code, where it has one. */
    public record ObjectRow(String kind, String id, String label, @Nullable String code, boolean alive) {}

    /**
     * Who takes part: {@code lead}, {@code officer}, {@code actor}, or {@code former} (原承办人), who handed the case over.
     *
     * @param running whether the case is not closed
     */
    public record PersonRow(long person, String part, boolean running) {

        /** Whether the case lies on this person's desk. */
        public boolean handles() {
            return part.equals("lead") || part.equals("officer");
        }
    }

    /** Another case that an entry names in a field of its form; {@code to} is null where it is no case here (系统外案件). */
    public record LinkRow(
            long seq, String field, CaseReference.As as, String number, @Nullable CaseKey to, LocalDate on, Instant recordedAt) {}

    /**
     * A fine that stands (分), as similar cases count it.
     *
     * @param party id of the party, empty where the act is about none
     * @param table code of the benchmark table; null where no assessment was kept
     * @param low bound of the assessed range; null without one
     */
    public record FineRow(
            long seq, String party, @Nullable String table, String conduct, String grade, long fine, @Nullable Long low,
            @Nullable Long high, boolean departs, LocalDate on) {}

    /**
     * A party by what tells it from others; {@link PartyMarks} makes digests of what is sealed.
     *
     * @param fines whether the procedure may end in a fine
     * @param clauses what the conduct is suspected to break (涉嫌违反的条款), empty where the record does not say
     */
    public record PartyRow(String object, String name, @Nullable String code, @Nullable String idNumber, @Nullable String address, boolean fines, String clauses) {

        /** No personal data in logs. */
        @Override
        public String toString() {
            return "PartyRow[" + object + "]";
        }
    }
}
