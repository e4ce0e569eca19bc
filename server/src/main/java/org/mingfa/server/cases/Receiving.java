package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingfa.core.calendar.Moment;
import org.mingfa.core.procedure.Act;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Finding;
import org.mingfa.core.procedure.Registry;
import org.mingfa.server.catalogue.Items;
import org.mingfa.server.catalogue.ListFacts;
import org.mingfa.server.registry.Facts;
import org.springframework.stereotype.Component;

/**
 * Whether the law lets somebody carry out what is to be done in a case: every act that names its officers is examined with
 * this person and with nobody. What bars it only with the person stands in the way: no valid certificate on the day, not of
 * this body, recused (回避). Which rules these are, the packs say.
 */
@Component
class Receiving {

    private final Facts facts;
    private final Items items;
    private final ListFacts lists;
    private final Clock clock;

    Receiving(Facts facts, Items items, ListFacts lists, Clock clock) {
        this.facts = facts;
        this.items = items;
        this.lists = lists;
        this.clock = clock;
    }

    /** What bars the person, each rule once; empty where nothing does. */
    List<Finding> obstacles(OpenCase open, String person) {
        Moment now = now();
        Registry nobody = registry(open, List.of());
        Registry with = registry(open, List.of(person));
        Map<String, Finding> found = new LinkedHashMap<>();
        for (CaseFile.ActState a : open.file().acts(now, "", List.of(), nobody)) {
            if (a.act().needsOfficers()) {
                Set<String> anyway = bars(open, act(a, now, List.of()), nobody).stream().map(Finding::rule).collect(Collectors.toSet());
                bars(open, act(a, now, List.of(person)), with).stream().filter(f -> !anyway.contains(f.rule())).forEach(f -> found.putIfAbsent(f.title(), f));
            }
        }
        return List.copyOf(found.values());
    }

    Moment now() {
        return Moment.of(LocalDateTime.now(clock).withSecond(0).withNano(0));
    }

    /** The facts of today with these officers. */
    Registry registry(OpenCase open, List<String> officers) {
        EnforcementCase head = open.head();
        LocalDate today = LocalDate.now(clock);
        return facts.at(today, head.agency(), "", officers, head.item() == null ? Map.of() : items.at(head.item(), head.agency(), today),
                lists.at(head.agency(), head.item(), today));
    }

    private static Act act(CaseFile.ActState a, Moment at, List<String> officers) {
        return new Act(a.act().code(), at, a.on(), "", List.of(), officers, Map.of());
    }

    private static List<Finding> bars(OpenCase open, Act act, Registry registry) {
        return Modes.bars(open.file().examine(act, registry));
    }
}
