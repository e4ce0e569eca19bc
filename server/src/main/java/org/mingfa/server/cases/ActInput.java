package org.mingfa.server.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Mode;

/**
 * An act as a client sends it.
 *
 * @param at local day or day and time
 * @param on kind to object id
 * @param officers ids of the officers who carried it out
 * @param form contents as the act's form wants them
 * @param files ids of uploaded files to attach
 * @param mode LATE 补录 or IRREGULAR 不规范记录; otherwise it is done now
 * @param approver id of the person who approved a correction or an irregular entry
 * @param corrects the entry that this one corrects
 * @param expectedSeq the last entry that the client has seen
 * @param submission the submission (送审稿) that it does; null for none
 */
public record ActInput(
        @Nullable String code,
        @Nullable String at,
        @Nullable Map<String, String> on,
        @Nullable List<String> officers,
        @Nullable Map<String, Object> form,
        @Nullable List<String> files,
        @Nullable Mode mode,
        @Nullable String reason,
        @Nullable String approver,
        @Nullable Long corrects,
        @Nullable Long expectedSeq,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OfSubmission submission) {

    /** A submission and the version of it that the client has seen. */
    public record OfSubmission(@Nullable String id, @Nullable Integer version) {}

    /** An act that nobody sent. */
    public static ActInput own(
            String code, String at, Map<String, String> on, List<String> officers, Map<String, Object> form, @Nullable Long expectedSeq) {
        return new ActInput(code, at, on, officers, form, List.of(), null, null, null, null, expectedSeq, null);
    }

    public Map<String, String> onOrNone() {
        return on == null ? Map.of() : on;
    }

    public Map<String, Object> formOrEmpty() {
        return form == null ? Map.of() : form;
    }

    public List<String> officersOrNone() {
        return officers == null ? List.of() : officers;
    }

    public List<String> filesOrNone() {
        return files == null ? List.of() : files;
    }
}
