package org.mingfa.core.procedure.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.calendar.WorkCalendar;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.CaseInfo;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Laws;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Terms;

/** Asks both readings the same and returns the first difference. */
final class Compared {
    private static final WorkCalendar CALENDAR = WorkCalendar.parse(Days.CALENDAR);
    private static final String ROLES = "roles: {officer: 执法人员, agency-head: 负责人}\n";
    static final List<String> OFFICER = List.of("officer");

    /** What the engine and the second reading say, where they differ. */
    record Difference(String what, List<String> engine, List<String> second) {
        @Override
        public String toString() {
            List<String> only = new ArrayList<>(engine);
            second.forEach(only::remove);
            List<String> other = new ArrayList<>(second);
            engine.forEach(other::remove);
            return what + "\n  only the engine: " + String.join("\n    ", only) + "\n  only the second reading: " + String.join("\n    ", other);
        }
    }

    private final Procedure procedure;
    private final Pack pack;
    private final Procedure over;
    private final Pack next;

    Compared(Pack pack, Procedure procedure) {
        this(pack, procedure, pack, procedure);
    }

    /** @param next and over: the version that an entry of {@link Switching} goes over to */
    Compared(Pack pack, Procedure procedure, Pack next, Procedure over) {
        this.pack = pack;
        this.procedure = procedure;
        this.next = next;
        this.over = over;
    }

    Procedure procedure() {
        return procedure;
    }

    static Laws load(Pack pack) {
        return Laws.load(Map.of("roles.yaml", ROLES, "p.yaml", PackText.of(pack)));
    }

    static @Nullable Compared of(Pack pack) {
        Laws laws = load(pack);
        return laws.problems().isEmpty() ? new Compared(pack, laws.procedure("drawn", "", "", LocalDate.parse("2026-01-01"))) : null;
    }

    /** The record entry by entry, and then everything that can be asked of it. */
    @Nullable Difference first(Run run) {
        return first(run, run.entries());
    }

    /** @param record the run's entries, perhaps with one of going over among them */
    @Nullable Difference first(Run run, List<Entry> record) {
        CaseFile file = CaseFile.of(procedure, new CaseInfo("1", "a1", "", "", Map.of()), CALENDAR, List.of(), a -> over);
        for (var e : record) {
            file = file.with(e);
        }
        Reading second = new Reading(pack, next, record);
        List<LocalDate> days = days(run);
        for (Question q : questions(run, days)) {
            Difference d = q.ask(file, second);
            if (d != null) {
                return d;
            }
        }
        return null;
    }

    private static List<LocalDate> days(Run run) {
        List<LocalDate> all = run.steps().stream().map(s -> s.at().date()).sorted().toList();
        LocalDate last = all.isEmpty() ? LocalDate.parse("2026-04-01") : all.getLast();
        return List.of(all.isEmpty() ? last : all.get(all.size() / 2), last.plusDays(2), last.plusDays(40));
    }

    interface Question {
        @Nullable Difference ask(CaseFile file, Reading second);
    }

    private List<Question> questions(Run run, List<LocalDate> days) {
        List<Question> out = new ArrayList<>();
        out.add((f, s) -> differ("order of entries", f.entries().stream().map(e -> e.seq() + " " + e.act().code() + " " + e.act().at()).toList(), s.entries()));
        out.add((f, s) -> differ("findings of entries", found(f), s.findings()));
        out.add((f, s) -> differ("objects", f.objects().stream().map(o -> o.kind() + " " + o.id() + (o.alive() ? " alive" : " gone")).sorted().toList(), s.objects()));
        out.add((f, s) -> differ("ended, stage", List.of(f.ended() + " " + f.stage()), List.of(s.ended() + " " + s.stage())));
        for (LocalDate day : days) {
            out.add((f, s) -> differ("by law as of " + day, f.byLaw(day).stream().map(b -> b.act() + new TreeMap<>(b.on()) + " " + b.at()).sorted().toList(), s.byLaw(day)));
            out.add((f, s) -> differ("duties as of " + day, f.duties(day).stream().map(Compared::line).sorted().toList(), s.terms(day, true)));
            out.add((f, s) -> differ("windows as of " + day, f.windows(day).stream().map(Compared::line).sorted().toList(), s.terms(day, false)));
            out.add((f, s) -> differ("figures as of " + day, figures(f, day), s.figures(day)));
            out.add((f, s) -> differ("overdue as of " + day, f.findings(day).stream().filter(x -> x.kind() == Finding.Kind.OVERDUE).map(Compared::line).sorted().toList(), s.overdue(day)));
            for (Moment at : List.of(Moment.of(day.minusDays(1)), Moment.parse(day + "T12:00"))) {
                out.add((f, s) -> differ("acts at " + at, f.acts(at, "someone", OFFICER, Registry.EMPTY).stream().map(Compared::line).toList(), s.acts(at, OFFICER)));
            }
        }
        run.steps().stream().map(Run.Step::toAct).forEach(again -> {
            for (Moment at : List.of(again.at(), Moment.of(days.getLast().minusDays(33)))) {
                Act act = new Act(again.code(), at, again.on(), again.actor(), again.roles(), again.officers(), again.form());
                out.add((f, s) -> differ("examination of " + act.code() + act.on() + " at " + at + " " + act.form(),
                        f.examine(act, Registry.EMPTY).findings().stream().map(Compared::line).sorted().toList(), s.examine(act)));
            }
        });
        return out;
    }

    private static List<String> figures(CaseFile f, LocalDate day) {
        List<String> out = new ArrayList<>();
        f.figures(day).forEach((name, value) -> out.add(name + "{} " + value));
        f.objects().stream().filter(CaseFile.ObjectState::alive).forEach(o -> f.figures(day, o.kind(), o.id()).forEach((name, value) -> out.add(name + Map.of(o.kind(), o.id()) + " " + value)));
        return out.stream().sorted().toList();
    }

    private static List<String> found(CaseFile f) {
        List<String> out = new ArrayList<>();
        f.entries().forEach(e -> f.findings(e.seq()).stream().map(Compared::line).sorted().forEach(l -> out.add(e.seq() + ": " + l)));
        return out;
    }

    private static String line(Finding f) {
        return Reading.line(f.rule(), f.kind().name(), f.severity().name().toLowerCase(java.util.Locale.ROOT), f.on());
    }

    private static String line(CaseFile.ActState a) {
        return a.act().code() + new TreeMap<>(a.on()) + (a.open() ? " open" : " barred") + (a.obligatory() ? " owed " : " ")
                + a.findings().stream().map(Compared::line).sorted().toList();
    }

    private static String line(Terms.State t) {
        return t.rule() + " " + t.act() + new TreeMap<>(t.on()) + " by " + t.owedBy() + " from " + t.from()
                + (t.stopped() ? " stopped" : " due " + (t.due() == null ? null : t.due() + (t.provisional() ? "?" : ""))) + " "
                + t.status() + " " + t.endedBy() + (t.overdue() ? " overdue" : "") + (t.warned() ? " warned" : "");
    }

    private static @Nullable Difference differ(String what, List<String> engine, List<String> second) {
        return engine.equals(second) ? null : new Difference(what, engine, second);
    }
}
