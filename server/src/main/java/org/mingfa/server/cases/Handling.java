package org.mingfa.server.cases;

import org.mingfa.server.record.CaseKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Examination;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Mode;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Terms;
import org.mingfa.server.access.Caller;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.LoadedLaw;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.cases.store.PackList;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Facts;
import org.springframework.stereotype.Component;

/**
 * Handles cases on behalf of the caller: opens one, does an act in one, tries an act out. Whatever is refused changes
 * nothing; whatever is answered stands in the record.
 */
@Component
public class Handling {

    /** A case to be opened with its first act. */
    public record Opening(@Nullable String procedure, @Nullable String item, @Nullable ActInput act) {}

    /** What an act would do: what it breaks, and the duties it would make. */
    public record Tried(boolean open, List<Finding> findings, List<Terms.State> creates) {}

    /**
     * An act that has passed all checks.
     *
     * @param recorder id of who enters what the actor did elsewhere (旧案导入); null where the actor does it here
     */
    record Ready(OpenCase before, ActSpec spec, Act act, Registry registry, Examination found, Mode mode, ActInput input, @Nullable String recorder) {}

    /** Who did an act of the past, and as whom. */
    record Past(String actor, List<String> roles) {}

    /** An act of the past as it was recorded, with what bars it by law. */
    record Recorded(OpenCase open, List<Finding> bars) {}

    private final CaseFiles files;
    private final Intake intake;
    private final Modes modes;
    private final Facts facts;
    private final Items items;
    private final ListFacts lists;
    private final CurrentLaw law;
    private final Recorder recorder;
    private final Clock clock;

    Handling(
            CaseFiles files, Intake intake, Modes modes, Facts facts, Items items, ListFacts lists, CurrentLaw law, Recorder recorder,
            Clock clock) {
        this.files = files;
        this.intake = intake;
        this.modes = modes;
        this.facts = facts;
        this.items = items;
        this.lists = lists;
        this.law = law;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Opens a case in the caller's agency with its first act. */
    public Done open(Opening in, @Nullable String key) {
        Caller caller = Caller.current();
        Optional<Done> repeated = recorder.repeated(caller.agency().region(), key, in);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        ActInput act = in.act();
        if (in.procedure() == null || act == null) {
            throw Refused.invalid(in.procedure() == null ? "/procedure" : "/act", "必填");
        }
        OpenCase empty = empty(in, caller);
        Ready ready = ready(empty, act, caller, "/act");
        opens(ready);
        return recorder.open(ready, key, in);
    }

    private static void opens(Ready ready) {
        if (!ready.spec().isOpening()) {
            throw Refused.invalid("/act/code", "案件不能从「" + ready.spec().title() + "」开始");
        }
    }

    /** Opens a case of the past in the caller's agency; within a transaction of the caller's. */
    Recorded past(String procedure, ActInput act, Past by) {
        Ready ready = ready(empty(new Opening(procedure, null, act), Caller.current()), act, by);
        opens(ready);
        return new Recorded(recorder.open(ready, null, act).open(), Modes.bars(ready.found()));
    }

    /** Records an act of the past, barred or not; within a transaction of the caller's. */
    Recorded past(OpenCase open, ActInput act, Past by) {
        Ready ready = ready(open, act, by);
        return new Recorded(recorder.act(ready, null).open(), Modes.bars(ready.found()));
    }

    private OpenCase empty(Opening in, Caller caller) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = day(in.act()).orElse(today);
        Registry now = facts.at(today, caller.agency().id(), "", List.of(), Map.of());
        String region = String.valueOf(now.agency().get("region"));
        LoadedLaw loaded = law.fresh();
        Procedure procedure = procedure(loaded.laws(), in.procedure(), caller.agency().field(), region, on);
        String item = in.item() == null || in.item().isBlank() ? null : in.item();
        EnforcementCase head = new EnforcementCase(
                CaseIds.next(caller.agency().region(), clock), caller.agency().id(), null, procedure.code(),
                procedure.title(), caller.agency().field(), region, loaded.digest(), PackList.of(procedure),
                item == null ? Map.of() : Map.of("item", item), item, "", null, on, "", "", null, null, null, 0,
                clock.instant());
        return new OpenCase(head, files.empty(head, procedure), "", null);
    }

    private static Optional<LocalDate> day(@Nullable ActInput act) {
        String at = act == null ? null : act.at();
        try {
            return at == null || at.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(at.substring(0, 10)));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Procedure procedure(Laws laws, String code, String field, String region, LocalDate on) {
        if (!laws.codes().contains(code)) {
            throw Refused.invalid("/procedure", "没有这个程序");
        }
        try {
            return laws.procedure(code, field, region, on);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("/act/at", "该程序在这一天尚未施行或者已经失效");
        }
    }

    /** Does an act; {@code expectedSeq} must be the last entry. */
    public Done act(CaseKey id, ActInput in, @Nullable String key) {
        Caller caller = Caller.current();
        if (in.expectedSeq() == null) {
            throw Refused.invalid("/expectedSeq", "必填：办理时所见的最后一条记录的序号");
        }
        law.fresh();
        OpenCase open = files.held(id, in.expectedSeq()).orElseGet(() -> files.current(id));
        if (open.seq() != in.expectedSeq()) {
            return recorder.repeated(id.region(), key, in).orElseThrow(() -> recorder.moved(open, in.expectedSeq()));
        }
        return recorder.act(ready(open, in, caller, ""), key);
    }

    /** Tries an act out: everything it would break, and the duties it would make; nothing is changed. */
    public Tried examine(CaseKey id, ActInput in) {
        law.fresh();
        OpenCase open = files.current(id);
        Caller caller = Caller.current();
        return tryAs(open, in, caller.idText(), caller.rolesAt(open.head().agency()), "").tried();
    }

    /** An act as read, and what it would do. */
    record AsRead(Act act, Tried tried) {}

    /** Tries an act out as if this person with these roles did it. */
    AsRead tryAs(OpenCase open, ActInput in, String actor, List<String> roles, String root) {
        Act act = intake.read(in, open.file(), actor, roles, root);
        Registry registry = registry(open, act);
        Examination found = open.file().examine(act, registry);
        CaseFile ready = in.corrects() == null ? open.file().ready(act.at()) : open.file();
        Entry entry = new Entry(ready.record().size() + 1L, act, registry, clock.instant(), Mode.NOW, in.corrects());
        LocalDate today = LocalDate.now(clock);
        List<Integer> known = open.file().duties(today).stream().map(Terms.State::id).toList();
        List<Terms.State> creates = ready.with(entry).duties(today).stream()
                .filter(d -> !known.contains(d.id()) && d.status() == Terms.Status.OPEN).toList();
        return new AsRead(act, new Tried(found.open(), found.findings(), creates));
    }

    private Ready ready(OpenCase open, ActInput in, Caller caller, String root) {
        Act act = intake.read(in, open.file(), caller.idText(), caller.rolesAt(open.head().agency()), root);
        Registry registry = registry(open, act);
        known(registry, root);
        ActSpec spec = spec(open, act);
        Examination found = open.file().examine(act, registry);
        Mode mode = modes.decide(in, spec, act, open.file(), found, open.head().agency(), root);
        return new Ready(open, spec, act, registry, found, mode, in, null);
    }

    private Ready ready(OpenCase open, ActInput in, Past by) {
        Act act = intake.past(in, open.file(), by.actor(), by.roles());
        Registry registry = registry(open, act);
        known(registry, "");
        ActSpec spec = spec(open, act);
        Examination found = open.file().examine(act, registry);
        return new Ready(open, spec, act, registry, found, Modes.past(spec, found), in, Caller.current().idText());
    }

    private static ActSpec spec(OpenCase open, Act act) {
        return java.util.Objects.requireNonNull(open.file().procedure(act.at()).act(act.code()));
    }

    private Registry registry(OpenCase open, Act act) {
        String item = open.head().item();
        return facts.at(act.at().date(), open.head().agency(), act.actor(), act.officers(),
                item == null ? Map.of() : items.at(item, open.head().agency(), act.at().date()),
                lists.at(open.head().agency(), item, act.at().date()));
    }

    private static void known(Registry registry, String root) {
        for (int i = 0; i < registry.officers().size(); i++) {
            if ("".equals(registry.officers().get(i).get("name"))) {
                throw Refused.invalid(root + "/officers/" + i, "没有这个人员");
            }
        }
    }
}
