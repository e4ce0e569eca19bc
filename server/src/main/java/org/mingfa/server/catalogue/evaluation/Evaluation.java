package org.mingfa.server.catalogue.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a list or a benchmark set, with how far it is.
 *
 * @param subject list or benchmark
 * @param version of the list that is evaluated; 0 for a set
 * @param waiting proposals without a decision; {@code kept}, {@code agreed}, {@code refused} are settled
 */
public record Evaluation(
        long id, String subject, long subjectId, int version, @Nullable Long agency, @Nullable Integer region, String title, String owner, LocalDate due, String cite,
        LocalDate openedOn, String openedBy, @Nullable LocalDate closedOn, @Nullable String closedBy, String summary, long total, long open, long waiting, long kept,
        long agreed, long refused) {}
