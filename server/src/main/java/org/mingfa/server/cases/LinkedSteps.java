package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.cases.NextSteps.Following;
import org.mingfa.server.cases.store.CaseLinks;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.LinkStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows.LinkRow;
import org.mingfa.server.cases.store.StepStore;
import org.mingfa.server.cases.store.StepStore.Step;
import org.mingfa.server.cases.store.StepStore.StepRow;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.Facts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps for the inbox what follows in a case from linked ones: as an act is accepted, for its case and for those linked with
 * it. Cases of one agency only, as whoever works there sees no others.
 */
@Component
class LinkedSteps {

    private static final int MOST = 20;

    private final CaseFiles files;
    private final HeadStore heads;
    private final LinkStore links;
    private final StepStore store;
    private final Facts facts;
    private final Items items;
    private final ListFacts lists;
    private final Clock clock;

    LinkedSteps(CaseFiles files, HeadStore heads, LinkStore links, StepStore store, Facts facts, Items items, ListFacts lists, Clock clock) {
        this.files = files;
        this.heads = heads;
        this.links = links;
        this.store = store;
        this.facts = facts;
        this.items = items;
        this.lists = lists;
        this.clock = clock;
    }

    /** Within the transaction of the act: the case is read as it stands after it, and not kept before it is committed. */
    @EventListener
    void follow(ActDone done) {
        OpenCase here = done.open();
        List<CaseKey> linked = linked(here);
        if (!linked.isEmpty()) {
            project(here, linked, files::current);
            for (CaseKey other : linked) {
                OpenCase there = files.current(other);
                project(there, linked(there), id -> id.equals(here.id()) ? here : files.current(id));
            }
        }
    }

    /** Writes the steps of one case anew. */
    void project(OpenCase here) {
        project(here, linked(here), files::current);
    }

    /** The cases of the same agency that are linked with it, either way; bounded. */
    private List<CaseKey> linked(OpenCase here) {
        List<CaseKey> keys = Stream.concat(CaseLinks.of(here.file()).stream().map(LinkRow::to).filter(Objects::nonNull),
                links.incoming(here.id(), MOST).stream().map(LinkStore.Incoming::from)).distinct().filter(k -> !k.equals(here.id())).toList();
        return keys.isEmpty() ? List.of() : heads.all(keys).stream().filter(h -> h.agency() == here.head().agency()).map(EnforcementCase::id).limit(MOST).toList();
    }

    private void project(OpenCase here, List<CaseKey> linked, Function<CaseKey, OpenCase> read) {
        List<ActSpec> following = NextSteps.following(here.file());
        List<StepRow> rows = new ArrayList<>();
        if (!following.isEmpty() && !here.head().ended()) {
            List<Following> all = linked.stream().flatMap(id -> NextSteps.from(here.file(), following, read.apply(id)).stream()).toList();
            Map<String, List<CaseFile.ActState>> may = all.isEmpty() ? Map.of() : may(here, following);
            all.forEach(f -> may.getOrDefault(f.act().code(), List.of()).forEach(a -> rows.addAll(rows(here, f, a))));
        }
        store.replace(here.id(), here.head().agency(), rows.stream().distinct().toList());
    }

    /** The acts that somebody of the agency may do now, by code. */
    private Map<String, List<CaseFile.ActState>> may(OpenCase here, List<ActSpec> following) {
        List<String> roles = following.stream().flatMap(a -> a.by().stream()).distinct().toList();
        return here.file().acts(Moment.of(LocalDate.now(clock)), "", roles, registry(here)).stream()
                .filter(a -> a.findings().stream().filter(f -> f.severity() == Severity.BAR).allMatch(LinkedSteps::ofPerson))
                .collect(Collectors.groupingBy(a -> a.act().code()));
    }

    /** What depends on who does it is not asked here. */
    private static boolean ofPerson(Finding f) {
        return f.kind() == Finding.Kind.ROLE || f.kind() == Finding.Kind.UNDECIDED;
    }

    private Registry registry(OpenCase here) {
        EnforcementCase head = here.head();
        LocalDate today = LocalDate.now(clock);
        return facts.at(today, head.agency(), "", List.of(), head.item() == null ? Map.of() : items.at(head.item(), head.agency(), today),
                lists.at(head.agency(), head.item(), today));
    }

    private List<StepRow> rows(OpenCase here, Following f, CaseFile.ActState a) {
        Step step = new Step(f.act().code(), a.on(), f.title(), f.other().id().toString(), f.other().head().title(), f.after().title(), f.after().at());
        String id = step.act() + " " + new TreeMap<>(a.on()) + " " + step.from();
        Collection<String> seats = Projection.seats(here.file(), f.act().by(), LocalDate.now(clock));
        return seats.stream().map(s -> new StepRow(id, s, LocalDate.parse(step.at().substring(0, 10)), step)).toList();
    }
}
