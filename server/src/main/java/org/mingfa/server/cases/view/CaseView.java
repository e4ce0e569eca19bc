package org.mingfa.server.cases.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;

/**
 * A case as its page shows it.
 *
 * @param seq of its last entry: what the next act must expect
 * @param numberedOn the day it was filed and numbered (立案); null for a lead
 * @param links the cases that it names and that name it (关联案件)
 * @param steps what may be done here because of an act in one of these
 * @param transition a later version that it goes over to; null: none
 * @param readOnly true for a reading as of the past, and for those who may not act
 */
public record CaseView(
        @JsonUnwrapped CaseRow row, long seq, String lastHash, String field, String region, LocalDate asOf, @Nullable LocalDate numberedOn,
        List<StageView> stages, List<ObjectView> objects, List<ActView> acts, List<DutyView> duties,
        List<DutyView> windows, List<FigureView> figures, List<CaseFile.ByLaw> byLaw, List<Finding> findings,
        List<PersonView> people, List<Map<String, Object>> packs, List<LinkView> links, List<StepView> steps,
        @Nullable TransitionView transition, boolean readOnly) {

    /** Someone who takes part; {@code part} is lead, officer or actor. */
    public record PersonView(String id, String name, String part) {}
}
