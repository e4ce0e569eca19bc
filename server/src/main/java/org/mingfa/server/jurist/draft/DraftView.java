package org.mingfa.server.jurist.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the desk shows it, to one caller.
 *
 * @param layers titles of the layers that take part where it was written, from 国家 down
 * @param also titles of the other procedures that share a file which it changes: it is of them too
 * @param why what stands in the way of the next step; null: nothing
 */
public record DraftView(
        String id, long seq, String title, String reason, String procedure, String procedureTitle, LocalDate from, String state, Person author,
        Instant updatedAt, List<String> layers, List<String> also, boolean editable, boolean submittable, boolean publishable, @Nullable String why,
        Transition transition, List<Value> parameters, List<Rule> rules, List<Added> added, List<File> files, @Nullable String examples, @Nullable Check check,
        @Nullable Replay replay, List<Event> history) {

    /**
     * What becomes of the cases pending on the day in force.
     *
     * @param pending {@code keep} or {@code switch}
     * @param cases how many are open now, within the caller's reach, of those that the changed files take part in; {@code more}: counting
     *     stopped there; null where the draft is no longer under way
     */
    public record Transition(String pending, @Nullable String cite, @Nullable Integer cases, boolean more) {}

    public record Person(String id, String name) {}

    /** A draft in a list; {@code changes} counts parameters, rules and, as one, examples. */
    public record Row(
            String id, String title, String procedure, String procedureTitle, LocalDate from, String state, Person author, Instant updatedAt, int changes) {}

    /** What a parameter becomes; {@code value} as the pack writes it: text, whole number or boolean. */
    public record ValueChange(Object value, String cite, boolean verified, String note) {}

    public record Value(
            String name, String title, Object value, String words, String cite, boolean verified, String note, String layer, String file, int line,
            @Nullable ValueChange change) {}

    /** Either a text or {@code removed: true}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleChange(@Nullable String text, @Nullable Boolean removed) {}

    /**
     * @param act {@code common}: one that many acts share
     * @param kind {@code rules}, or for a relation to another act {@code needs, waits-for, obliges, opens}
     */
    public record Rule(
            String act, String actTitle, String id, String kind, String title, String severity, String text, String file, int line, String layer, @Nullable RuleChange change) {}

    public record Added(String act, String actTitle, String id, String kind, String title, String text, String file) {}

    public record File(String path, String title, String level) {}

    public record Check(Instant at, boolean passed, List<Checked.Place> problems, Checked.Ran examples) {}

    public record Event(Instant at, Person by, String what, @Nullable String note) {}
}
