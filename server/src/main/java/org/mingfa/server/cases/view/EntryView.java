package org.mingfa.server.cases.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Finding;
import org.mingfa.server.record.Circumstances;

/**
 * An entry of the timeline.
 *
 * @param formTitles titles of the form's fields, in the order of the form
 * @param instead whom the actor stood in for (代理)
 * @param drafter who drafted it and sent it to the actor (送审)
 * @param recorder who entered it, where the actor did it on paper or in an old system
 * @param corrects the entry it corrects; {@code correctedBy}: the latest entry that corrects this one
 */
public record EntryView(
        long seq, String act, String title, String stage, String kind, String at, Instant recordedAt,
        CaseRow.Person actor, List<CaseRow.Person> officers, Map<String, String> on, String onLabel,
        Map<String, Object> form, Map<String, String> formTitles, String mode, @Nullable String reason,
        CaseRow.@Nullable Person approver, CaseRow.@Nullable Person instead, CaseRow.@Nullable Person drafter, CaseRow.@Nullable Person recorder, @Nullable Long corrects, @Nullable Long correctedBy,
        List<Circumstances.Attached> files, List<Finding> findings, Hash hash) {

    /** The chain up to and including this entry, hex. */
    public record Hash(String sm3, String sha256) {}
}
