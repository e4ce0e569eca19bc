package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Switching;
import org.mingfa.server.access.Caller;
import org.mingfa.server.cases.store.Numbers;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.catalogue.LoadedLaw;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.Facts;
import org.springframework.stereotype.Component;

/** The procedures (法定程序) that the caller may open cases under, and the forms of their acts. */
@Component
public class Procedures {

    /** A procedure with one of its opening acts. */
    public record Opened(String code, String title, String version, Opening opening) {}

    public record Opening(String code, String title, Map<String, Object> form, boolean officers) {}

    private final CurrentLaw law;
    private final CaseFiles files;
    private final Facts facts;
    private final ListFacts lists;
    private final Clock clock;

    Procedures(CurrentLaw law, CaseFiles files, Facts facts, ListFacts lists, Clock clock) {
        this.law = law;
        this.files = files;
        this.facts = facts;
        this.lists = lists;
        this.clock = clock;
    }

    /** Every opening act, in force today for the caller's field and region, that one of the caller's roles may do. */
    public List<Opened> openable() {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        Registry now = facts.at(today, me.agency().id(), "", List.of(), Map.of());
        List<String> roles = me.rolesAt(me.agency().id());
        List<Opened> out = new ArrayList<>();
        for (String code : law.laws().codes()) {
            Procedure p = inForce(code, me.agency().field(), String.valueOf(now.agency().get("region")), today);
            if (p != null) {
                p.acts().stream().filter(ActSpec::isOpening)
                        .filter(a -> a.by().isEmpty() || a.by().stream().anyMatch(roles::contains))
                        .forEach(a -> out.add(new Opened(p.code(), p.title(), p.version(),
                                new Opening(a.code(), a.title(), a.form(), a.needsOfficers()))));
            }
        }
        return out;
    }

    /** A kind of pre-printed numbers (x-number-pool) and what bears them. */
    public record PrintedKind(String kind, String title) {}

    /** Of the procedures in force today for the caller's field and region. */
    public List<PrintedKind> printedKinds() {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        String region = String.valueOf(facts.at(today, me.agency().id(), "", List.of(), Map.of()).agency().get("region"));
        return law.laws().codes().stream().map(c -> inForce(c, me.agency().field(), region, today)).filter(Objects::nonNull)
                .flatMap(p -> p.acts().stream().flatMap(a -> Numbers.fields(p, a).values().stream().filter(Numbers.Field::pooled)
                        .map(f -> new PrintedKind(f.kind(), a.document() == null ? a.title() : a.document()))))
                .distinct().toList();
    }

    /** All procedures as they stood on a day for the caller's field and region; null: today. */
    public List<Procedure> inForce(@Nullable LocalDate on) {
        Caller me = Caller.current();
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        String region = region(me, day);
        return law.laws().codes().stream().map(c -> inForce(c, me.agency().field(), region, day)).filter(Objects::nonNull).toList();
    }

    /** A case without an entry, as the caller's agency would open one that day; it stands in no record. */
    public CaseFile empty(Procedure procedure, LocalDate on) {
        Caller me = Caller.current();
        String region = region(me, on);
        Laws laws = law.laws();
        return CaseFile.of(procedure, new CaseInfo("", Long.toString(me.agency().id()), me.agency().field(), region, Map.of()), law.calendar(), List.of(),
                over -> laws.procedure(procedure.code(), me.agency().field(), region, on, Switching.on(over)));
    }

    /** A case of {@link #empty} as an act of a moment finds it: gone over to a version that has come into force meanwhile. */
    public CaseFile ready(CaseFile file, LocalDate opened, Moment at) {
        LoadedLaw now = law.loaded();
        return file.waiting(Switching.due(now.laws(), now.digest(), file, opened, at.date())).ready(at);
    }

    private String region(Caller me, LocalDate day) {
        return String.valueOf(facts.at(day, me.agency().id(), "", List.of(), Map.of()).agency().get("region"));
    }

    /** The procedure as it stood on a day for the caller's field and region; unknown or not in force: not found. */
    public Procedure of(String code, @Nullable LocalDate on) {
        Caller me = Caller.current();
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        Procedure p = law.laws().codes().contains(code) ? inForce(code, me.agency().field(), region(me, day), day) : null;
        if (p == null) {
            throw Refused.notFound("没有这个程序，或者当日尚未施行、已经失效");
        }
        return p;
    }

    /** A procedure as it is in force today for the caller's field and region; null where it is not. */
    public @Nullable Procedure today(String code) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        String region = String.valueOf(facts.at(today, me.agency().id(), "", List.of(), Map.of()).agency().get("region"));
        return inForce(code, me.agency().field(), region, today);
    }

    private @Nullable Procedure inForce(String code, String field, String region, LocalDate today) {
        try {
            return law.laws().procedure(code, field, region, today);
        } catch (IllegalArgumentException notInForce) {
            return null;
        }
    }

    /** The form of an act as the case's law packs have it, with what the lists in force today propose. */
    public Map<String, Object> form(CaseKey id, String act) {
        OpenCase open = files.current(id);
        ActSpec spec = open.file().procedure().act(act);
        if (spec == null) {
            throw Refused.notFound("本案的程序没有这个办理事项");
        }
        EnforcementCase head = open.head();
        return ListedForm.of(spec.form(), kind -> lists.proposals(kind, head.agency(), head.item(), LocalDate.now(clock)));
    }
}
