package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.operation.Refused;
import org.springframework.modulith.NamedInterface;

/** What is evaluated: the lists and the benchmark sets say of themselves what is due, what they consist of, and who may do what. */
@NamedInterface("evaluation")
public interface Evaluated {

    /** Steps of an evaluation: who drafts proposes, who reviews gives the opinion, who publishes decides. */
    @NamedInterface("evaluation")
    enum Step { PROPOSE, OPINE, DECIDE }

    /**
     * A list or a benchmark set.
     *
     * @param version in force of a list; 0 of a set
     * @param due the day by which it is to be evaluated; null: it is not in force, or its kind is not evaluated
     * @param outcomes keep, change, suspend and cancel to the words that the law has for them here
     */
    @NamedInterface("evaluation")
    record Subject(
            long id, String title, String owner, @Nullable Long agency, @Nullable Integer region, int version, @Nullable LocalDate due, String cite,
            Map<String, String> outcomes) {}

    /** A row of a list, a table of a set. */
    @NamedInterface("evaluation")
    record Part(String key, String title) {}

    /** What carried a decision out: a version (0: the withdrawal of a set) and the day from which it holds. */
    @NamedInterface("evaluation")
    record Effect(int version, LocalDate from) {}

    /** The last of a page of {@link #due}. */
    @NamedInterface("evaluation")
    record After(LocalDate due, long id) {}

    /** As the API names it: list or benchmark. */
    String name();

    /** Those within the caller's reach that are due until a day, the longest due first. */
    List<Subject> due(LocalDate until, After after, int limit);

    /** @throws org.mingfa.server.operation.Problem 404 where it is not there or beyond the caller's reach */
    Subject subject(long id);

    /** Its parts in their order, some hundred at a time. */
    void parts(Subject subject, Consumer<List<Part>> some);

    boolean may(Subject subject, Step step);

    /** @param agreed key to outcome; those that a later version has carried out are answered */
    Map<String, Effect> effects(long id, int version, Map<String, String> agreed);

    /**
     * Begins the new version that carries out what was decided.
     *
     * @param gone keys of the parts that are cancelled or suspended
     * @param evaluated key to the day on which the other parts were evaluated
     * @return number of the draft
     */
    default int draft(Subject subject, String reason, Set<String> gone, Map<String, LocalDate> evaluated) {
        throw Refused.conflict("基准表不逐行修改：请撤回原来的一份，导入修改后的一份，由另一人公布");
    }
}
