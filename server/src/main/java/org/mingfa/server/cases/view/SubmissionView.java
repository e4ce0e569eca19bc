package org.mingfa.server.cases.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.ActInput;
import org.mingfa.server.record.Circumstances;

/**
 * A submission (送审稿) with all its versions.
 *
 * @param withheld true where the caller decides on it and has not opened it: its content shows once it is opened
 * @param decides whether the caller may do it or hand it back
 * @param goesOn whether the caller may take it back, send it again or give it up
 * @param titles of the form's fields
 * @param since what was recorded in the case after the last version was sent, the first twenty
 * @param versions the last first
 */
public record SubmissionView(
        Row row, String onLabel, boolean withheld, boolean decides, boolean goesOn, Map<String, String> titles, List<Since> since,
        List<Version> versions, List<Event> events) {

    /**
     * A submission as a list shows it.
     *
     * @param state sent, returned, withdrawn, lapsed, dropped, done
     * @param returns how often it was handed back
     * @param openedBy who of those who decide opened this version first
     * @param entry what it was done as; of one that has lapsed: what took its place
     * @param together why the caller, who has opened it and in whose case nothing was recorded since, may decide it in one go with others (成批办理); else null
     */
    public record Row(
            String id, @JsonProperty("case") CaseRow of, String act, String title, Map<String, String> on, String state, int version, int returns,
            CaseRow.Person sender, String toRole, String toTitle, CaseRow.@Nullable Person toPerson, String sentAt,
            CaseRow.@Nullable Person openedBy, @Nullable String openedAt, @Nullable Long entry, @Nullable Ground together) {

        /** A copy with the ground. */
        public Row with(@Nullable Ground ground) {
            return new Row(id, of, act, title, on, state, version, returns, sender, toRole, toTitle, toPerson, sentAt, openedBy, openedAt, entry, ground);
        }
    }

    /** What a law pack says, and where it is from. */
    public record Ground(String title, String cite) {}

    /** An entry that the draft does not know of. */
    public record Since(long seq, String title, String at) {}

    /**
     * A version as it was sent.
     *
     * @param act null where personal data of a party in it was destroyed
     * @param changes from the version before it; of the first none
     * @param returned null where it was not handed back
     */
    public record Version(
            int version, String at, CaseRow.Person by, String word, @Nullable ActInput act, List<Circumstances.Attached> files, List<Change> changes,
            @Nullable Returned returned) {}

    /** A value that differs. @param pointer into the act */
    public record Change(String pointer, String title, @Nullable String before, @Nullable String after) {}

    public record Returned(CaseRow.Person by, String at, String reason, List<Place> places) {}

    /** A place that hurts. @param title of the field */
    public record Place(String pointer, String title, String word) {}

    /** Something that happened. */
    public record Event(String what, String at, CaseRow.Person by, int version) {}
}
