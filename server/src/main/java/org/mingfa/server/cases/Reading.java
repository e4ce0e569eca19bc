package org.mingfa.server.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Entry;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.Erased;
import org.mingfa.server.cases.store.Numbers;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows;
import org.mingfa.server.cases.view.ActView;
import org.mingfa.server.cases.view.CaseRow;
import org.mingfa.server.cases.view.CaseView;
import org.mingfa.server.cases.view.DutyView;
import org.mingfa.server.cases.view.EntryViews;
import org.mingfa.server.cases.view.EntryView;
import org.mingfa.server.cases.view.FigureView;
import org.mingfa.server.cases.view.LinkView;
import org.mingfa.server.cases.view.ObjectView;
import org.mingfa.server.cases.view.StageView;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.RecordStore;
import org.mingfa.server.record.StoredEntry;
import org.mingfa.server.registry.Facts;
import org.mingfa.server.registry.People;
import org.springframework.stereotype.Component;

/** Reads cases for the caller: as they stand, as they were known at a moment, as they legally stood on a day. */
@Component
public class Reading {

    private final CaseFiles files;
    private final RecordStore record;
    private final Transactions transactions;
    private final Facts facts;
    private final Items items;
    private final ListFacts lists;
    private final People people;
    private final Links links;
    private final NextSteps nextSteps;
    private final Transitions transitions;
    private final Clock clock;

    Reading(
            CaseFiles files, RecordStore record, Transactions transactions, Facts facts, Items items, ListFacts lists, People people,
            Links links, NextSteps nextSteps, Transitions transitions, Clock clock) {
        this.files = files;
        this.record = record;
        this.transactions = transactions;
        this.facts = facts;
        this.items = items;
        this.lists = lists;
        this.people = people;
        this.links = links;
        this.nextSteps = nextSteps;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** The case as it stands now. */
    public CaseView now(CaseKey id) {
        return view(files.current(id));
    }

    /** The case as just read or committed, as it stands today. */
    public CaseView view(OpenCase open) {
        return view(open.head(), open.file(), open.lastHash(), LocalDate.now(clock), null, true);
    }

    /**
     * The case as it was.
     *
     * @param knownAt only what had been recorded by then; null: all
     * @param validAt only what had happened by the end of that day, corrected; duties stand as of it; null: today
     */
    public CaseView past(CaseKey id, @Nullable Instant knownAt, @Nullable LocalDate validAt) {
        OpenCase open = files.current(id);
        CaseFile file = open.file();
        if (knownAt != null) {
            long seq = file.record().stream().filter(e -> !e.recordedAt().isAfter(knownAt)).mapToLong(Entry::seq).max()
                    .orElseThrow(() -> Refused.notFound("当时本案还没有记录"));
            file = file.upTo(seq);
        }
        if (validAt != null) {
            file = file.validAt(validAt);
        }
        if (file.record().isEmpty()) {
            throw Refused.notFound("当日本案还没有记录");
        }
        LocalDate day = validAt != null ? validAt : knownAt != null ? LocalDate.ofInstant(knownAt, clock.getZone()) : LocalDate.now(clock);
        EnforcementCase head = Projection.rows(file, open.head(), day).head();
        return view(head, file, lastHash(head, file), day, knownAt, false);
    }

    private CaseView view(
            EnforcementCase head, CaseFile file, String lastHash, LocalDate day, @Nullable Instant knownAt, boolean live) {
        Caller caller = Caller.current();
        boolean readOnly = !live || !caller.may("case.act") || caller.rolesAt(head.agency()).isEmpty();
        List<Rows.PersonRow> taking = Projection.people(file, day);
        Map<String, String> names = people.names(taking.stream().map(p -> Long.toString(p.person())).toList());
        Registry registry = registry(head, day, caller);
        String id = head.id().toString();
        List<LinkView> linked = links.of(file, head.id(), day, knownAt);
        List<ActView> acts = readOnly ? List.of() : acts(file, registry, caller, head, day, id);
        return new CaseView(row(head, taking, names, registry, day), head.seq(), lastHash, head.field(), head.region(), day, Numbers.firstDay(file),
                StageView.all(file), ObjectView.all(file), acts,
                file.duties(day).stream().map(d -> DutyView.of(d, day)).toList(),
                file.windows(day).stream().map(d -> DutyView.of(d, day)).toList(), FigureView.all(file, day),
                file.byLaw(day), file.findings(day), taking.stream().map(p -> person(p, names)).toList(), head.packs(),
                linked, nextSteps.steps(file, acts, linked), live ? transitions.view(head, file) : null, readOnly);
    }

    private List<ActView> acts(
            CaseFile file, Registry registry, Caller caller, EnforcementCase head, LocalDate day, String id) {
        Moment at = Moment.of(LocalDateTime.now(clock).withSecond(0).withNano(0));
        return file.acts(at, caller.idText(), caller.rolesAt(head.agency()), registry).stream()
                .map(a -> ActView.of(a, id, day)).toList();
    }

    private Registry registry(EnforcementCase head, LocalDate day, Caller caller) {
        return facts.at(day, head.agency(), caller.idText(), List.of(),
                head.item() == null ? Map.of() : items.at(head.item(), head.agency(), day), lists.at(head.agency(), head.item(), day));
    }

    private static CaseRow row(
            EnforcementCase head, List<Rows.PersonRow> taking, Map<String, String> names, Registry registry, LocalDate day) {
        String lead = head.lead() == null ? null : Long.toString(head.lead());
        Set<String> officers = new LinkedHashSet<>();
        taking.stream().filter(p -> p.part().equals("officer"))
                .forEach(p -> officers.add(names.getOrDefault(Long.toString(p.person()), "")));
        return CaseRow.of(head, String.valueOf(registry.agency().get("name")),
                lead == null ? null : new CaseRow.Person(lead, names.getOrDefault(lead, "")), List.copyOf(officers), day);
    }

    private String lastHash(EnforcementCase head, CaseFile file) {
        long last = file.record().getLast().seq();
        return transactions.read(() -> record.entriesBefore(head.id(), last + 1, 1)).getFirst().sm3();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static CaseView.PersonView person(Rows.PersonRow p, Map<String, String> names) {
        String id = Long.toString(p.person());
        return new CaseView.PersonView(id, names.getOrDefault(id, ""), p.part());
    }

    /** The timeline, newest first. */
    public Page<EntryView> entries(CaseKey id, @Nullable Long before, int limit) {
        OpenCase open = files.current(id);
        long from = before == null ? Long.MAX_VALUE : before;
        List<StoredEntry> found = transactions.read(() -> record.entriesBefore(id, from, limit + 1));
        List<StoredEntry> page = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? Long.toString(page.getLast().seq()) : null;
        return new Page<>(shown(open, page), next);
    }

    /** One entry as the timeline shows it. */
    public EntryView entry(OpenCase open, StoredEntry entry) {
        return shown(open, List.of(entry)).getFirst();
    }

    private List<EntryView> shown(OpenCase open, List<StoredEntry> page) {
        List<String> ids = new ArrayList<>();
        page.forEach(e -> ids.addAll(EntryViews.people(e)));
        EntryViews views = new EntryViews(open.file(), people.names(ids));
        return page.stream().map(e -> views.of(e, Erased.shown(e.act().form()))).toList();
    }
}
