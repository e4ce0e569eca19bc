package org.mingfa.server.jurist.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Severity;
import org.mingfa.core.procedure.Switching;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.cases.FormCheck;
import org.mingfa.server.cases.Procedures;
import org.mingfa.server.operation.Problem.Fault;
import org.springframework.stereotype.Component;

/** Tries acts and dates out under a procedure as in force on the day of the first act. Nothing is stored. */
@Component
public class Trials {

    private static final List<String> ASSUMED = List.of(
            "程序按第一个事项当日施行的法律包，如同当日立案。",
            "登记事项一律视为齐备：主体资格、执法证件、岗位资格、事项公布均符合要求，办理人的职权相符。",
            "没有填写内容的事项，不判断涉及内容的规定；取决于内容的义务、扣除和延长没有计入。",
            "试算不保存，不产生案件和文书。");

    private final Procedures procedures;
    private final FormCheck forms;

    Trials(Procedures procedures, FormCheck forms) {
        this.procedures = procedures;
        this.forms = forms;
    }

    public Outcome run(String code, WhatIf in) {
        List<Steps.Dated> steps = Steps.dated(in);
        Procedure procedure = procedures.of(code, steps.getFirst().at().date());
        Steps.known(procedure, steps);
        CaseFile file = procedures.empty(procedure, steps.getFirst().at().date());
        List<Outcome.Tried> tried = new ArrayList<>();
        for (Steps.Dated d : steps) {
            file = procedures.ready(file, steps.getFirst().at().date(), d.at());
            Entry entry = entry(file, d, file.record().size() + 1);
            tried.add(examined(file, entry, d));
            file = file.with(entry);
        }
        return outcome(file, in.on() == null ? steps.getLast().at().date() : in.on(), tried);
    }

    private static Outcome outcome(CaseFile file, LocalDate on, List<Outcome.Tried> tried) {
        Procedure p = file.procedure();
        return new Outcome(p.code(), p.title(), p.version(), on, assumed(file), tried, file.stage(), file.ended(), dues(file.duties(on)),
                dues(file.windows(on)), file.findings(on).stream().filter(f -> f.kind() == Finding.Kind.OVERDUE).toList(),
                Outcome.figures(file, on), file.byLaw(on));
    }

    /** What is taken for granted, and the versions that the case went over to between its acts. */
    private static List<String> assumed(CaseFile file) {
        return Stream.concat(ASSUMED.stream(), file.record().stream().filter(Switching::is).map(e -> e.act().form())
                .map(f -> "自 " + f.get("on") + " 起，在办案件改用「" + f.get("title") + "」" + f.get("version") + " 版（" + f.get("cite") + "）：其后的事项按新版本判断，此前已经产生的期限不变。")).toList();
    }

    private static List<Outcome.Due> dues(List<Terms.State> states) {
        return states.stream().map(Outcome.Due::of).toList();
    }

    private Entry entry(CaseFile file, Steps.Dated d, int seq) {
        ActSpec spec = java.util.Objects.requireNonNull(file.procedure().act(String.valueOf(d.step().code())));
        List<Fault> faults = new ArrayList<>();
        Map<String, String> on = objects(file, spec, d, faults);
        Map<String, Object> form = d.step().form() == null ? named(file, spec) : forms.contents(file, spec, d.step().form(), d.pointer() + "/form", faults);
        List<String> officers = officers(spec, d, faults);
        Steps.refuse(faults);
        String actor = InOrder.actor(spec);
        Registry registry = InOrder.of(file.info(), actor, officers);
        return new Entry(seq, new Act(spec.code(), d.at(), on, actor, spec.by(), officers, form), registry, Instant.EPOCH, Mode.NOW, null);
    }

    private static List<String> officers(ActSpec spec, Steps.Dated d, List<Fault> faults) {
        List<String> given = d.step().officers();
        if (given == null) {
            return InOrder.officers(spec);
        }
        if (!spec.needsOfficers() && !given.isEmpty() || given.size() > 20 || given.stream().anyMatch(o -> o == null || !o.matches("[\\w-]{1,40}"))) {
            faults.add(new Fault(d.pointer() + "/officers", spec.needsOfficers() ? "应为人员标识，最多 20 人" : "本事项不列执法人员"));
            return List.of();
        }
        return given;
    }

    /** The objects that it is about: as given, else the newest of each kind. */
    private static Map<String, String> objects(CaseFile file, ActSpec spec, Steps.Dated d, List<Fault> faults) {
        Map<String, String> given = d.step().on() == null ? Map.of() : d.step().on();
        Map<String, String> out = new LinkedHashMap<>();
        given.keySet().stream().filter(k -> !spec.on().contains(k)).forEach(k -> faults.add(new Fault(d.pointer() + "/on/" + k, "本事项不针对此类对象")));
        for (String kind : spec.on()) {
            List<String> there = file.objects().stream().filter(o -> o.kind().equals(kind)).map(CaseFile.ObjectState::id).toList();
            String id = given.getOrDefault(kind, there.isEmpty() ? null : there.getLast());
            if (id == null || !there.contains(id)) {
                faults.add(new Fault(d.pointer() + "/on/" + kind, there.isEmpty() ? "此前的事项还没有产生" + title(file, kind) : "没有这个对象；已有 " + String.join("、", there)));
            } else {
                out.put(kind, id);
            }
        }
        return out;
    }

    private static String title(CaseFile file, String kind) {
        return file.procedure().objects().stream().filter(o -> o.kind().equals(kind)).map(Procedure.ObjectSpec::title).findFirst().orElse("对象");
    }

    /** No contents but a name for the object that the act makes. */
    private Map<String, Object> named(CaseFile file, ActSpec spec) {
        if (spec.createsKind() == null) {
            return Map.of();
        }
        Procedure.ObjectSpec kind = file.procedure().objects().stream().filter(o -> o.kind().equals(spec.createsKind())).findFirst().orElseThrow();
        long n = file.objects().stream().filter(o -> o.kind().equals(kind.kind())).count() + 1;
        Map<String, Object> row = Map.of(kind.label(), kind.title() + n);
        return spec.createsFrom() == null ? row : forms.identified(file, spec, Map.of(spec.createsFrom(), List.of(row)));
    }

    /** What stands against it; where contents are missing, rules over them are left out and what rests on them is open. */
    private static Outcome.Tried examined(CaseFile file, Entry entry, Steps.Dated d) {
        Act act = entry.act();
        boolean filled = d.step().form() != null;
        List<Finding> all = filled ? file.examine(act, entry.registry()).findings() : offered(file, entry);
        List<Finding> found = all.stream().filter(f -> f.kind() != Finding.Kind.UNDECIDED).toList();
        List<Outcome.Open> undecided = all.stream().filter(f -> f.kind() == Finding.Kind.UNDECIDED)
                .map(f -> new Outcome.Open(f.title(), f.cite())).distinct().toList();
        ActSpec spec = java.util.Objects.requireNonNull(file.procedure().act(act.code()));
        String label = file.objects().stream().filter(o -> o.id().equals(act.on().get(o.kind()))).map(CaseFile.ObjectState::label)
                .reduce((a, b) -> a + "、" + b).orElse("");
        return new Outcome.Tried(d.index(), act.code(), spec.title(), act.at().toString(), act.on(), label, filled,
                found.stream().noneMatch(f -> f.severity() == Severity.BAR), found, undecided);
    }

    private static List<Finding> offered(CaseFile file, Entry entry) {
        Act act = entry.act();
        return file.acts(act.at(), act.actor(), act.roles(), entry.registry()).stream()
                .filter(s -> s.act().code().equals(act.code()) && s.on().equals(act.on())).findFirst()
                .map(s -> s.act().kind() == ActSpec.Kind.FACT ? shown(s.findings()) : s.findings())
                .orElseGet(() -> file.examine(act, entry.registry()).findings());
    }

    /** What others did is never refused: what would bar it is shown as a warning. */
    private static List<Finding> shown(List<Finding> found) {
        return found.stream().map(f -> f.severity() != Severity.BAR ? f : new Finding(f.rule(), f.title(), Severity.WARN, f.kind(),
                f.cite(), f.message(), f.mend(), f.entries(), f.on())).toList();
    }
}
