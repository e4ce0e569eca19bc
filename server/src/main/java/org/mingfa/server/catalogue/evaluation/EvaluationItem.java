package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says of a row or table.
 *
 * @param state open (未评), kept (保留), proposed (提出建议), opined (已审核), agreed (决定同意), refused (决定不同意)
 * @param agrees the legal unit's opinion
 * @param document number of the decision, {@code documentOn} its day
 * @param seq what a writer must have seen
 */
public record EvaluationItem(
        int ordinal, String key, String title, String state, @Nullable String outcome, String reason, @Nullable LocalDate concludedOn, @Nullable Boolean agrees,
        String opinion, @Nullable LocalDate decidedOn, String document, @Nullable LocalDate documentOn, String note, int seq) {}
