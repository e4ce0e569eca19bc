package org.mingfa.server.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.Touched.Cases;
import org.mingfa.server.catalogue.Touched.Change;
import org.mingfa.server.catalogue.Touched.Group;
import org.mingfa.server.catalogue.Touched.ItemRow;
import org.mingfa.server.catalogue.Touched.RepealedLaw;
import org.mingfa.server.catalogue.Touched.Rule;
import org.mingfa.server.catalogue.store.ItemStore;
import org.mingfa.server.catalogue.store.StatuteShelf;
import org.mingfa.server.operation.Refused;
import org.springframework.stereotype.Component;

/** Says what a version of a law touches. Nothing of it is kept: it follows from the texts, the packs, the lists, the cases. */
@Component
public class TouchedReports {

    private static final int MOST_RULES = 500;
    private static final int MOST_ITEMS = 200;
    private static final int CASES_SHOWN = 20;

    private final StatuteShelf shelf;
    private final Statutes statutes;
    private final CurrentLaw law;
    private final ItemStore items;
    private final OpenCases cases;
    private final Transactions transactions;
    private final Clock clock;

    TouchedReports(StatuteShelf shelf, Statutes statutes, CurrentLaw law, ItemStore items, OpenCases cases, Transactions transactions, Clock clock) {
        this.shelf = shelf;
        this.statutes = statutes;
        this.law = law;
        this.items = items;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Touched of(long version) {
        return transactions.read(() -> report(shelf.version(version).orElseThrow(() -> Refused.notFound("法规库没有这个文本。"))));
    }

    /** An amended law repeats what its first edition repealed, perhaps an older law of its own name: that is none of its doing. */
    private Touched report(StatuteVersion v) {
        StatuteVersion former = shelf.versions(v.statute()).stream().filter(x -> x.inForceFrom().isBefore(v.inForceFrom())).findFirst().orElse(null);
        List<StatuteArticle> present = statutes.whole(v);
        List<String> names = shelf.names(v.statute());
        Changes changes = new Changes(names, former == null ? null : statutes.whole(former), present);
        List<RepealedLaw> repeals = shelf.repeals(v.id()).stream().filter(r -> !names.contains(r.name()) && !r.onDay().isBefore(v.inForceFrom()))
                .map(r -> repeal(r, present, changes)).toList();
        List<Rule> rules = rules(changes);
        List<ItemRow> touched = items(changes);
        return new Touched(v, former, changes.counts(), repeals, first(rules, MOST_RULES), rules.size() - first(rules, MOST_RULES).size(),
                first(touched, MOST_ITEMS), touched.size() - first(touched, MOST_ITEMS).size(), cases.seen() ? cases(changes, touched) : null);
    }

    private RepealedLaw repeal(StatuteShelf.Repeals r, List<StatuteArticle> present, Changes changes) {
        StatuteVersion last = statutes.standing(r.name(), r.onDay().minusDays(1)).inForce();
        List<String> names = last == null ? List.of(r.name()) : shelf.names(last.statute());
        if (statutes.standing(r.name(), r.onDay()).versions().stream().noneMatch(again -> !again.inForceFrom().isBefore(r.onDay()))) {
            changes.repeals(names, last == null ? List.of() : statutes.whole(last), present);
        }
        return new RepealedLaw(r.name(), r.onDay(), last != null);
    }

    private List<Rule> rules(Changes changes) {
        return law.laws().citations().stream()
                .flatMap(c -> changes.of(c.cite()).stream().map(x -> new Rule(c.title(), c.cite(), c.file(), c.line(), x)))
                .toList();
    }

    private List<ItemRow> items(Changes changes) {
        List<ItemRow> out = new ArrayList<>();
        for (Item i : items.all(LocalDate.now(clock))) {
            changes.of(i.basis()).forEach(c -> out.add(new ItemRow(i.code(), i.title(), i.basis(), c)));
        }
        return out;
    }

    private Cases cases(Changes changes, List<ItemRow> touched) {
        List<Group> groups = new ArrayList<>();
        for (OpenCases.Pin pin : cases.pins()) {
            List<Change> found = cites(pin.procedure()).stream().flatMap(c -> changes.of(c).stream()).distinct().toList();
            if (!found.isEmpty()) {
                groups.add(new Group(pin.procedure().title(), pin.procedure().version(), found, cases.under(pin, CASES_SHOWN)));
            }
        }
        Set<String> codes = new LinkedHashSet<>(touched.stream().map(ItemRow::code).toList());
        return new Cases(groups, codes.isEmpty() ? null : cases.onItems(codes, CASES_SHOWN));
    }

    /** Every citation of a procedure as it stands with its layers. */
    private static Set<String> cites(Procedure p) {
        Set<String> out = new LinkedHashSet<>();
        out.add(p.cite());
        p.acts().forEach(a -> out.add(a.cite()));
        p.clausesOfCompleteCase().forEach(c -> out.add(c.cite()));
        p.parameters().forEach(x -> out.add(x.cite()));
        p.figures().forEach(f -> out.add(f.cite()));
        return out;
    }

    private static <T> List<T> first(List<T> all, int bound) {
        return all.subList(0, Math.min(all.size(), bound));
    }
}
