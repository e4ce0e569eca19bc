package org.mingfa.core.discretion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a situation.
 *
 * @param branch the branch of the statute that applies; null where the table holds none
 * @param row the row of the benchmark; null for weights and for the statute alone
 * @param weighed the weights; null for rows
 * @param choice what is made of the grounds
 * @param made whether it was made (by the officer or by grounds); else the whole range stands
 * @param family what 从轻 and 从重 are measured by; null where nothing had to be measured
 * @param parties one for each party that the table names
 * @param flags what must be done or looked at before deciding, in Chinese
 * @param departs the officer's fine is outside the benchmark: reason and panel deliberation (集体讨论)
 * @param explanation for the decision, word for word
 */
public record Assessment(Situation situation, Table table, @Nullable Row branch, @Nullable Row row, @Nullable Weighed weighed, List<Ground> grounds,
        Choice choice, boolean made, @Nullable Family family, List<Party> parties, List<String> flags, boolean departs, String explanation) {

    /**
     * @param name empty: the party of the case
     * @param law the statutory range; null where the statute fines by no range that the table holds, or not at all
     * @param benchmark what the row or the weights say, before the statute bounds it; null without a benchmark
     * @param result what is open to the officer; null: no fine
     * @param proposed 分, within the result; 0 without one
     * @param clamped the benchmark was outside the statute
     * @param rule what 从轻 or 从重 was taken to mean, in Chinese; empty where it did not matter
     * @param decided 分: the officer's own; null where none was given
     * @param measures what follows besides the fine
     */
    public record Party(String name, @Nullable Sanction statute, @Nullable Sanction tier, @Nullable Range law, @Nullable Range benchmark,
            @Nullable Range result, long proposed, boolean clamped, String rule, @Nullable Long decided, List<String> measures) {
        public Party {
            measures = List.copyOf(measures);
        }

        /** The fine that the text of the decision names. */
        public long fine() {
            return decided != null ? decided : proposed;
        }
    }

    /** The sum of the weights, each answer by its factor, and the base that they are of (分, after its floor). */
    public record Weighed(Ratio start, List<Answer> answers, Ratio total, long base, Range fine) {
        public record Answer(String factor, String option, Ratio weight) {}
    }

    public boolean spared() {
        return choice == Choice.SPARE;
    }

    /** Whether the grade itself is one of no penalty. */
    boolean sparingGrade() {
        return row != null && row.spares();
    }
}
