package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Registry;
import org.mingfa.core.procedure.Severity;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.NextSteps.Following;
import org.mingfa.server.cases.store.CaseLinks;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.LinkStore;
import org.mingfa.server.cases.store.Projection;
import org.mingfa.server.cases.store.Rows.LinkRow;
import org.mingfa.server.cases.store.StepStore;
import org.mingfa.server.cases.store.StepStore.Step;
import org.mingfa.server.cases.store.StepStore.StepRow;
import org.mingfa.server.cases.store.ToProject;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.registry.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps for the inbox what follows in a case from linked ones: after an act, for its case and for those linked with it, each
 * in a transaction of its own. Cases of one agency only, as whoever works there sees no others.
 */
@Component
class LinkedSteps {

    private static final Logger LOG = LoggerFactory.getLogger(LinkedSteps.class);
    private static final int MOST = 20;
    private static final int NOTED = 200;
    private static final int AT_ONCE = 5;

    private final CaseFiles files;
    private final LinkedCases cases;
    private final HeadStore heads;
    private final ToProject waiting;
    private final LinkStore links;
    private final StepStore store;
    private final Facts facts;
    private final Items items;
    private final ListFacts lists;
    private final Transactions transactions;
    private final Clock clock;

    LinkedSteps(
            CaseFiles files, LinkedCases cases, HeadStore heads, ToProject waiting, LinkStore links, StepStore store, Facts facts, Items items,
            ListFacts lists, Transactions transactions, Clock clock) {
        this.files = files;
        this.cases = cases;
        this.heads = heads;
        this.waiting = waiting;
        this.links = links;
        this.store = store;
        this.facts = facts;
        this.items = items;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Within the transaction of an act: notes the case and those linked with it, whose steps are to be written when it is
     * committed.
     *
     * @return what {@link #settle} is to be given then
     */
    List<CaseKey> note(OpenCase here) {
        List<CaseKey> linked = linked(here, NOTED);
        if (linked.isEmpty()) {
            return List.of();
        }
        List<CaseKey> noted = Stream.concat(Stream.of(here.id()), linked.stream()).toList();
        waiting.note(here.head().agency(), noted);
        return noted;
    }

    /** After the commit, where there are few; the rest is left to {@link Rebuilding#waiting}. Throws nothing: the act stands. */
    void settle(List<CaseKey> noted) {
        if (noted.size() <= AT_ONCE && !TransactionSynchronizationManager.isActualTransactionActive()) {
            noted.forEach(id -> {
                try {
                    transactions.write(() -> project(id, AT_ONCE));
                } catch (RuntimeException e) {
                    LOG.error("the steps of case {} wait to be written", id, e);
                }
            });
        }
    }

    /** Writes the steps of one case anew; in a transaction of its own, or of whoever holds the row of this case and no other. */
    boolean project(CaseKey id) {
        return project(id, MOST);
    }

    private boolean project(CaseKey id, int most) {
        EnforcementCase head = heads.find(id).orElse(null);
        if (head == null || linked(files.standing(head), most + 1).size() > most && most < MOST) {
            return false;
        }
        store.lock(id);
        waiting.take(head.agency(), id);
        OpenCase here = files.standing(heads.find(id).orElseThrow());
        store.replace(id, head.agency(), rows(here, cases.read(linked(here, MOST))));
        return true;
    }

    /** The cases of the same agency that are linked with it, either way. */
    private List<CaseKey> linked(OpenCase here, int most) {
        List<CaseKey> keys = Stream.concat(CaseLinks.of(here.file()).stream().map(LinkRow::to).filter(Objects::nonNull),
                links.incoming(here.id(), most).stream().map(LinkStore.Incoming::from)).distinct().filter(k -> !k.equals(here.id())).toList();
        return keys.isEmpty() ? List.of() : heads.all(keys).stream().filter(h -> h.agency() == here.head().agency()).map(EnforcementCase::id).limit(most).toList();
    }

    private List<StepRow> rows(OpenCase here, List<OpenCase> linked) {
        List<ActSpec> following = NextSteps.following(here.file());
        List<StepRow> rows = new ArrayList<>();
        if (!following.isEmpty() && !here.head().ended()) {
            List<Following> all = linked.stream().flatMap(other -> NextSteps.from(here.file(), following, other).stream()).toList();
            Map<String, List<CaseFile.ActState>> may = all.isEmpty() ? Map.of() : may(here, following);
            all.forEach(f -> may.getOrDefault(f.act().code(), List.of()).forEach(a -> rows.addAll(rows(here, f, a))));
        }
        return rows.stream().distinct().toList();
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
