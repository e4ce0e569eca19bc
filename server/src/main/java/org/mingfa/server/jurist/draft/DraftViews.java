package org.mingfa.server.jurist.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Period;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.Amendment;
import org.mingfa.core.procedure.Change;
import org.mingfa.core.procedure.Parameter;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.core.procedure.RuleText;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.CurrentLaw;
import org.mingfa.server.catalogue.OpenCases;
import org.mingfa.server.jurist.draft.DraftView.Person;
import org.mingfa.server.jurist.draft.LawDraft.Event;
import org.mingfa.server.jurist.draft.LawDraft.State;
import org.mingfa.server.jurist.words.Values;
import org.mingfa.server.registry.People;
import org.springframework.stereotype.Component;

/** Shows drafts: beside each parameter and rule as it stands, what the draft makes of it. */
@Component
public class DraftViews {

    private static final String SHARED = "共同规则";

    private final DraftStore store;
    private final Decisions decisions;
    private final Replays replays;
    private final Grounds grounds;
    private final CurrentLaw law;
    private final OpenCases cases;
    private final People people;
    private final Transactions transactions;

    DraftViews(DraftStore store, Decisions decisions, Replays replays, Grounds grounds, CurrentLaw law, OpenCases cases, People people, Transactions transactions) {
        this.store = store;
        this.decisions = decisions;
        this.replays = replays;
        this.grounds = grounds;
        this.law = law;
        this.cases = cases;
        this.people = people;
        this.transactions = transactions;
    }

    public List<DraftView.Row> rows(List<LawDraft> drafts) {
        Map<String, String> names = people.names(drafts.stream().map(d -> Long.toString(d.author())).distinct().toList());
        return drafts.stream().map(d -> new DraftView.Row(Long.toString(d.id()), d.title(), d.procedure(), title(d), d.from(), d.state().word(),
                person(d.author(), names), d.updatedAt(), d.content().count())).toList();
    }

    private String title(LawDraft d) {
        return title(d.procedure(), d);
    }

    private String title(String code, LawDraft d) {
        try {
            return law.laws().procedure(code, d.field(), d.region(), d.from()).title();
        } catch (IllegalArgumentException notInForce) {
            return code;
        }
    }

    private static Person person(long id, Map<String, String> names) {
        return new Person(Long.toString(id), names.getOrDefault(Long.toString(id), ""));
    }

    /** As the caller sees it now. */
    public DraftView view(LawDraft d) {
        return transactions.read(() -> {
            Ground ground = ground(d);
            List<Event> events = store.events(d.id());
            Map<String, String> names = people.names(Stream.concat(Stream.of(d.author()), events.stream().map(Event::by)).distinct().map(Object::toString).toList());
            boolean writes = Caller.current().may("law.draft");
            String unready = d.state() == State.DRAFT ? decisions.unready(d) : d.state() == State.SUBMITTED ? decisions.unpublishable(d) : null;
            return new DraftView(Long.toString(d.id()), d.seq(), d.title(), d.reason(), d.procedure(), ground == null ? title(d) : ground.procedure().title(),
                    d.from(), d.state().word(), person(d.author(), names), d.updatedAt(), ground == null ? List.of() : ground.procedure().sources().stream().map(Procedure.Source::title).toList(), also(d, ground),
                    writes && d.state() == State.DRAFT, writes && d.state() == State.DRAFT && unready == null, d.state() == State.SUBMITTED && unready == null, unready,
                    transition(d, ground), ground == null ? List.of() : values(d, ground), ground == null ? List.of() : rules(d, ground), added(d, ground), files(d, ground),
                    d.content().examples(), check(d.checked()), ground == null ? null : replays.of(d, ground).orElse(null),
                    events.stream().map(e -> new DraftView.Event(e.at(), person(e.by(), names), e.what().word(), e.note().isEmpty() ? null : e.note())).toList());
        });
    }

    private List<String> also(LawDraft d, @Nullable Ground ground) {
        return ground == null ? List.of() : ground.reach(d).stream().filter(c -> !c.equals(d.procedure())).map(c -> title(c, d)).toList();
    }

    private DraftView.Transition transition(LawDraft d, @Nullable Ground ground) {
        @Nullable String over = d.content().over();
        boolean counts = ground != null && cases.seen() && (d.state() == State.DRAFT || d.state() == State.SUBMITTED);
        OpenCases.@Nullable Some open = counts ? cases.of(ground.reach(d), ground.amendment().places(d.content().changes())) : null;
        return new DraftView.Transition(over == null ? "keep" : "switch", over, open == null ? null : Integer.valueOf(open.count()), open != null && open.more());
    }

    /** Null where the procedure is not in force on the day any more. */
    private @Nullable Ground ground(LawDraft d) {
        try {
            return grounds.of(d);
        } catch (IllegalArgumentException notInForce) {
            return null;
        }
    }

    private static DraftView.@Nullable Check check(@Nullable Checked c) {
        return c == null ? null : new DraftView.Check(c.at(), c.passed(), c.problems(), c.examples());
    }

    private static List<DraftView.Value> values(LawDraft d, Ground g) {
        return g.procedure().parameters().stream().map(p -> new DraftView.Value(p.name(), Values.title(p), value(p), Values.words(p), p.cite(), p.verified(), p.note(),
                p.layer(), p.file(), p.line(), d.content().parameter(p.name()).map(c -> change(p, c)).orElse(null))).toList();
    }

    private static Object value(Parameter p) {
        return p.value() instanceof Period period ? period.toString() : p.value();
    }

    private static DraftView.ValueChange change(Parameter p, Change c) {
        String text = String.valueOf(c.value());
        Object value = switch (p.type()) {
            case "money", "int" -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
            case "bool" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            default -> text;
        };
        return new DraftView.ValueChange(value, String.valueOf(c.cite()), c.verified(), c.note() == null ? "" : c.note());
    }

    private static List<DraftView.Rule> rules(LawDraft d, Ground g) {
        return g.amendment().rules(d.field(), d.region()).stream().map(r -> new DraftView.Rule(r.act(), act(g, r.act()), r.id(), r.kind(), title(g, r), r.severity(), r.text(),
                r.path(), r.line(), r.layer(), d.content().rule(r.act(), r.id()).filter(c -> c.kind() != Change.Kind.ADDED)
                        .map(c -> new DraftView.RuleChange(c.text(), c.text() == null ? true : null)).orElse(null))).toList();
    }

    /** A relation without a title of its own is called by the act that it names. */
    private static String title(@Nullable Ground g, RuleText r) {
        return r.title().isEmpty() && !r.names().isEmpty() ? "「" + act(g, r.names()) + "」" : r.title();
    }

    private static String act(@Nullable Ground g, String code) {
        ActSpec act = g == null ? null : g.procedure().act(code);
        return code.equals(RuleText.COMMON) ? SHARED : act == null ? code : act.title();
    }

    private static List<DraftView.Added> added(LawDraft d, @Nullable Ground g) {
        List<DraftView.Added> out = new ArrayList<>();
        d.content().changes().stream().filter(c -> c.kind() == Change.Kind.ADDED).forEach(c -> {
            String act = String.valueOf(c.act());
            String text = String.valueOf(c.text());
            String path = g == null ? null : g.amendment().path(c.path());
            out.add(new DraftView.Added(act, act(g, act), c.name(), RuleText.sectionOf(c.name()), title(g, RuleText.typed(act, RuleText.sectionOf(c.name()), text)), text, Objects.requireNonNullElse(path, c.path())));
        });
        return out;
    }

    private static List<DraftView.File> files(LawDraft d, @Nullable Ground g) {
        return g == null ? List.of() : g.amendment().parts(d.field(), d.region()).stream().map((Amendment.Part p) -> new DraftView.File(p.path(), p.title(), p.level())).toList();
    }
}
