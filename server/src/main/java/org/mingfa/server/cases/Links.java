package org.mingfa.server.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.CaseLinks;
import org.mingfa.server.cases.store.HeadStore;
import org.mingfa.server.cases.store.LinkStore;
import org.mingfa.server.cases.store.LinkStore.Incoming;
import org.mingfa.server.cases.store.Rows.LinkRow;
import org.mingfa.server.cases.view.LinkView;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** The links of a case (关联案件) as the caller may see them: what its own record names, and what names it. */
@Component
class Links {

    private static final int MOST = 200;

    private final LinkStore links;
    private final HeadStore heads;
    private final Transactions transactions;

    Links(LinkStore links, HeadStore heads, Transactions transactions) {
        this.links = links;
        this.heads = heads;
        this.transactions = transactions;
    }

    /**
     * One link for each linked case, the one that says most of it.
     *
     * @param file as of the reading
     * @param knownAt only what had been recorded by then; null: all
     */
    List<LinkView> of(CaseFile file, CaseKey id, LocalDate day, @Nullable Instant knownAt) {
        return transactions.read(() -> {
            List<LinkRow> to = CaseLinks.of(file);
            List<Incoming> from = links.incoming(id, MOST).stream()
                    .filter(l -> !l.on().isAfter(day) && (knownAt == null || !l.recordedAt().isAfter(knownAt))).toList();
            Map<CaseKey, EnforcementCase> known = known(to, from);
            List<LinkView> all = new ArrayList<>(to.stream().map(l -> outgoing(l, known)).toList());
            from.forEach(l -> all.add(incoming(l, known)));
            return best(all);
        });
    }

    private Map<CaseKey, EnforcementCase> known(List<LinkRow> to, List<Incoming> from) {
        List<CaseKey> keys = Stream.concat(to.stream().map(LinkRow::to).filter(Objects::nonNull), from.stream().map(Incoming::from)).distinct().toList();
        Map<CaseKey, EnforcementCase> out = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            heads.all(keys).forEach(h -> out.put(h.id(), h));
        }
        return out;
    }

    /** What this record names stands in it for its readers, with the number; of a case out of their scope no more. */
    private static LinkView outgoing(LinkRow l, Map<CaseKey, EnforcementCase> known) {
        EnforcementCase other = l.to() == null ? null : known.get(l.to());
        return other != null ? LinkView.here(other, l.as(), "to", l.seq(), l.on())
                : LinkView.bare(l.number(), l.to() == null ? "outside" : "hidden", l.as(), "to", l.seq(), l.on());
    }

    private static LinkView incoming(Incoming l, Map<CaseKey, EnforcementCase> known) {
        EnforcementCase other = known.get(l.from());
        return other != null ? LinkView.here(other, l.as(), "from", l.seq(), l.on())
                : LinkView.bare(null, "hidden", l.as(), "from", l.seq(), l.on());
    }

    /** Two cases may name each other, and more than once: 来源、所属、去向 say more than 有关, the own record more than the other. */
    private static List<LinkView> best(List<LinkView> all) {
        Map<String, LinkView> out = new LinkedHashMap<>();
        all.stream().sorted(Comparator.comparing((LinkView l) -> l.as().equals("related"))).forEach(l -> out.putIfAbsent(
                l.caseId() != null ? l.caseId() : l.number() != null ? l.held() + l.number() : l.direction() + l.as() + l.seq() + l.on(), l));
        return out.values().stream().sorted(Comparator.comparing(LinkView::on)).toList();
    }
}
