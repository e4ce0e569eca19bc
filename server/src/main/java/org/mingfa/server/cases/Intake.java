package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Entry;
import org.mingfa.server.cases.store.Contents;
import org.mingfa.server.cases.store.Numbers;
import org.mingfa.server.operation.Problem.Fault;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Reads what a client sends as an act of this case, or refuses all that does not fit at once, each with its pointer. */
@Component
class Intake {

    private static final int MOST_FILES = 50;

    private final FormCheck forms;
    private final NamedCases named;
    private final Assessed assessed;
    private final Clock clock;

    Intake(FormCheck forms, NamedCases named, Assessed assessed, Clock clock) {
        this.forms = forms;
        this.named = named;
        this.assessed = assessed;
        this.clock = clock;
    }

    /** @param root pointer of the act in the request body: empty or {@code /act} */
    Act read(ActInput in, CaseFile file, String actor, List<String> roles, String root) {
        return read(in, file, actor, roles, root, false);
    }

    /** An act of the past: its documents have the numbers that they were given then. */
    Act past(ActInput in, CaseFile file, String actor, List<String> roles) {
        return read(in, file, actor, roles, "", true);
    }

    private Act read(ActInput in, CaseFile file, String actor, List<String> roles, String root, boolean past) {
        List<Fault> faults = new ArrayList<>();
        Moment at = moment(in.at(), root, faults);
        if (at != null) {
            time(at, file, root, faults);
        }
        Procedure procedure = at == null || !faults.isEmpty() ? file.procedure() : file.procedure(at);
        ActSpec spec = in.code() == null ? null : procedure.act(in.code());
        if (spec == null) {
            throw Refused.invalid(root + "/code", "「" + procedure.title() + "」没有这个办理事项");
        }
        objects(in, spec, file, root, faults);
        officers(in, spec, root, faults);
        Map<String, Object> form = form(in, spec, file, root, past, faults);
        if (in.filesOrNone().size() > MOST_FILES) {
            faults.add(new Fault(root + "/files", "一次最多附 " + MOST_FILES + " 个文件"));
        }
        if (!faults.isEmpty() || at == null) {
            throw Refused.invalid(faults);
        }
        Act act = new Act(spec.code(), at, in.onOrNone(), actor, roles, in.officersOrNone(),
                Contents.identified(spec, file, form));
        assessed.check(spec, file, act, in.corrects(), root + "/form", faults);
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return act;
    }

    private static @Nullable Moment moment(@Nullable String text, String root, List<Fault> faults) {
        try {
            if (text != null) {
                return Moment.parse(text);
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(root + "/at", "应为日期或者日期和时间，如 2026-03-01 或 2026-03-01T15:00"));
            return null;
        }
        faults.add(new Fault(root + "/at", "必填"));
        return null;
    }

    private void time(Moment at, CaseFile file, String root, List<Fault> faults) {
        if (at.isAfter(Moment.of(LocalDateTime.now(clock)))) {
            faults.add(new Fault(root + "/at", "办理时间不得晚于现在"));
        }
        List<Entry> entries = file.entries();
        if (!entries.isEmpty() && at.isBefore(entries.getFirst().act().at())) {
            faults.add(new Fault(root + "/at", "办理时间不得早于本案第一条记录：" + entries.getFirst().act().at()));
        }
        if (at.date().getYear() < 2000) {
            faults.add(new Fault(root + "/at", "办理时间不得早于 2000 年"));
        }
    }

    private static void objects(ActInput in, ActSpec spec, CaseFile file, String root, List<Fault> faults) {
        for (String kind : spec.on()) {
            String id = in.onOrNone().get(kind);
            if (id == null) {
                faults.add(new Fault(root + "/on/" + kind, "必填"));
            } else if (file.objects().stream().noneMatch(o -> o.kind().equals(kind) && o.id().equals(id))) {
                faults.add(new Fault(root + "/on/" + kind, "本案没有这个对象"));
            }
        }
        in.onOrNone().keySet().stream().filter(k -> !spec.on().contains(k))
                .forEach(k -> faults.add(new Fault(root + "/on/" + k, "本事项不针对此类对象")));
    }

    private static void officers(ActInput in, ActSpec spec, String root, List<Fault> faults) {
        List<String> ids = in.officersOrNone();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) == null || !ids.get(i).matches("\\d{1,18}")) {
                faults.add(new Fault(root + "/officers/" + i, "应为人员标识"));
            } else if (ids.indexOf(ids.get(i)) < i) {
                faults.add(new Fault(root + "/officers/" + i, "同一人只能列一次"));
            }
        }
        if (!spec.needsOfficers() && !ids.isEmpty()) {
            faults.add(new Fault(root + "/officers", "本事项不列执法人员"));
        }
    }

    private Map<String, Object> form(ActInput in, ActSpec spec, CaseFile file, String root, boolean past, List<Fault> faults) {
        List<Fault> found = forms.check(file.procedure(), spec, in.formOrEmpty(), root + "/form");
        faults.addAll(found);
        for (Numbers.Field f : Numbers.fields(file.procedure(), spec).values()) {
            boolean given = in.formOrEmpty().get(f.name()) != null;
            if (given && !f.pooled() && in.corrects() == null && !past) {
                faults.add(new Fault(root + "/form/" + f.name(), "文号由系统编排，不能填写"));
            }
        }
        try {
            return named.fill(spec, file, Contents.normal(in.formOrEmpty()), in.corrects() != null, root + "/form", faults);
        } catch (ArithmeticException e) {
            faults.add(new Fault(root + "/form", "数值应为整数，且不得过大"));
            return Map.of();
        }
    }
}
