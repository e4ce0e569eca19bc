package org.mingfa.server.cases.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;

/** An act on one set of objects: open to this person now, or why not. */
public record ActView(
        String code, String title, String stage, String kind, Map<String, String> on, String onLabel, boolean open,
        List<Finding> findings, @com.fasterxml.jackson.annotation.JsonProperty("final") boolean isFinal,
        boolean obligatory, @Nullable DutyView due, boolean officers, @Nullable String document, String formRef) {

    public static ActView of(CaseFile.ActState a, String caseId, LocalDate today) {
        ActSpec spec = a.act();
        return new ActView(spec.code(), spec.title(), spec.stage(), spec.kind().name(), a.on(), a.onLabel(), a.open(),
                a.findings(), spec.isFinal(), a.obligatory(), a.duty() == null ? null : DutyView.of(a.duty(), today),
                spec.needsOfficers(), spec.document(), "/api/cases/" + caseId + "/forms/" + spec.code());
    }
}
