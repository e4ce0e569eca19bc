package org.mingfa.server.cases.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be the next act here because of an act in a linked case.
 *
 * @param title what the step is called
 * @param caseId the linked case
 * @param after title of the act there; {@code at}: when it was done
 * @param form what the act's form may be filled with
 */
public record StepView(
        String act, Map<String, String> on, String title, @JsonProperty("case") String caseId, @Nullable String number,
        String procedureTitle, String after, String at, Map<String, Object> form) {}
