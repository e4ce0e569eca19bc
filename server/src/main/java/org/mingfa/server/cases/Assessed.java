package org.mingfa.server.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.store.Fines;
import org.mingfa.server.discretion.KeptAssessments;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** The assessments that acts keep (裁量测算): each computes to what it says when it is taken in, and can be assessed again later. */
@Component
public class Assessed {

    private final KeptAssessments kept;
    private final CaseFiles files;

    Assessed(KeptAssessments kept, CaseFiles files) {
        this.kept = kept;
        this.files = files;
    }

    /** Adds a fault for each assessment of the form that does not compute; a correction may keep what the corrected entry kept. */
    void check(ActSpec spec, CaseFile file, Act act, @Nullable Long corrects, String at, List<Fault> faults) {
        for (String field : Fines.keepers(spec)) {
            if (act.form().get(field) instanceof Map<?, ?> one && !one.equals(before(file, corrects, field))) {
                String wrong = kept.wrong(one, act.at());
                if (wrong != null) {
                    faults.add(new Fault(at + "/" + field, wrong));
                }
            }
        }
    }

    private static @Nullable Object before(CaseFile file, @Nullable Long corrects, String field) {
        return corrects == null ? null : file.record().stream().filter(e -> e.seq() == corrects).findFirst().map(e -> e.act().form().get(field)).orElse(null);
    }

    /** One field's assessment, assessed again today (算法复核). */
    public record Again(String field, String title, KeptAssessments.Again answer) {}

    /** All assessments of an entry of this case, assessed again. */
    public List<Again> again(OpenCase open, long seq) {
        Entry entry = open.file().record().stream().filter(e -> e.seq() == seq).findFirst().orElseThrow(() -> Refused.notFound("没有这条记录"));
        ActSpec spec = Objects.requireNonNull(open.file().procedure().act(entry.act().code()));
        List<Again> out = new ArrayList<>();
        for (String field : Fines.keepers(spec)) {
            if (entry.act().form().get(field) instanceof Map<?, ?> one) {
                out.add(new Again(field, title(spec, field), kept.again(one)));
            }
        }
        return out;
    }

    public List<Again> again(org.mingfa.server.record.CaseKey id, long seq) {
        return again(files.current(id), seq);
    }

    private static String title(ActSpec spec, String field) {
        return spec.form().get("properties") instanceof Map<?, ?> p && p.get(field) instanceof Map<?, ?> f ? String.valueOf(f.get("title")) : field;
    }
}
