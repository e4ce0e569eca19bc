package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Examination;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.store.ApproverStore;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/**
 * How an act may enter the record: now, late (补录) or irregular (不规范记录). An act done now is refused where the law
 * bars it; a fact (done by others) never is; what was done on paper against the law is recorded with reason and approver.
 */
@Component
class Modes {

    private static final int LONGEST = 500;

    private final ApproverStore approvers;
    private final Clock clock;

    Modes(ApproverStore approvers, Clock clock) {
        this.approvers = approvers;
        this.clock = clock;
    }

    /** The mode to record under, or a refusal that says why not. */
    Mode decide(ActInput in, ActSpec spec, Act act, CaseFile file, Examination found, long agency, String root) {
        if (in.reason() != null && in.reason().length() > LONGEST) {
            throw Refused.invalid(root + "/reason", "说明不超过 " + LONGEST + " 字");
        }
        if (in.corrects() != null) {
            corrects(in, act, file, root);
            approved(in, agency, root, "更正");
            return Mode.NOW;
        }
        boolean late = act.at().date().isBefore(LocalDate.now(clock));
        boolean barred = !found.open() && spec.kind() == ActSpec.Kind.ACT;
        if (barred && in.mode() != Mode.IRREGULAR) {
            throw Refused.barred("「" + spec.title() + "」依法现在不能办理", bars(found));
        }
        if (in.mode() == Mode.IRREGULAR) {
            approved(in, agency, root, "不规范记录");
            return barred ? Mode.IRREGULAR : late ? Mode.LATE : Mode.NOW;
        }
        if (in.mode() == Mode.LATE && !late) {
            throw Refused.invalid(root + "/mode", "补录的办理日期应当早于今天");
        }
        if (late && (in.mode() == Mode.LATE || behind(act, file))) {
            reason(in, root, "补录");
        }
        return late ? Mode.LATE : Mode.NOW;
    }

    /** Of what was done elsewhere long ago: late, or against the law as it is told. */
    static Mode past(ActSpec spec, Examination found) {
        return !found.open() && spec.kind() == ActSpec.Kind.ACT ? Mode.IRREGULAR : Mode.LATE;
    }

    /** True where entries of later days are already there: they are examined again. */
    private static boolean behind(Act act, CaseFile file) {
        return !file.entries().isEmpty() && act.at().isBefore(file.entries().getLast().act().at());
    }

    private static void corrects(ActInput in, Act act, CaseFile file, String root) {
        Entry target = file.record().stream().filter(e -> e.seq() == in.corrects()).findFirst().orElse(null);
        if (target == null) {
            throw Refused.invalid(root + "/corrects", "本案没有第 " + in.corrects() + " 条记录");
        }
        if (!target.act().code().equals(act.code()) || target.corrects() != null) {
            throw Refused.invalid(root + "/corrects", "更正应当针对原记录，且为同一办理事项");
        }
    }

    private void approved(ActInput in, long agency, String root, String what) {
        reason(in, root, what);
        approved(in.approver(), agency, root, what);
    }

    /** Refuses whoever may not approve in this agency today, and the caller. */
    void approved(@Nullable String approver, long agency, String root, String what) {
        Caller caller = Caller.current();
        if (approver == null || !approver.matches("\\d{1,18}")) {
            throw Refused.invalid(root + "/approver", what + "须写明批准人");
        }
        if (approver.equals(caller.idText())
                || !approvers.mayApprove(Long.parseLong(approver), agency, LocalDate.now(clock))) {
            throw Refused.invalid(root + "/approver", "批准人应为本机关有审批权限的他人");
        }
    }

    private static void reason(ActInput in, String root, String what) {
        if (in.reason() == null || in.reason().isBlank() || in.reason().length() > LONGEST) {
            throw Refused.invalid(root + "/reason", what + "须写明理由，不超过 " + LONGEST + " 字");
        }
    }

    static List<Finding> bars(Examination found) {
        return found.findings().stream().filter(f -> f.severity() == Severity.BAR).toList();
    }
}
