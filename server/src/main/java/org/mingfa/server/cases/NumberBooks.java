package org.mingfa.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.store.NumberStore;
import org.mingfa.server.cases.store.NumberStore.Issued;
import org.mingfa.server.cases.store.NumberStore.Series;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.Facts;
import org.mingfa.server.registry.People;
import org.springframework.stereotype.Component;

/** The register of numbers of the caller's agency, and its books of pre-printed ones. */
@Component
public class NumberBooks {

    private static final int MOST_BOOKS = 200;

    private final NumberStore store;
    private final Facts facts;
    private final Transactions transactions;
    private final Clock clock;
    private final People people;

    NumberBooks(NumberStore store, Facts facts, People people, Transactions transactions, Clock clock) {
        this.store = store;
        this.people = people;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Page<Issued> list(String kind, int year, int after, int limit) {
        List<Issued> found = transactions.read(() -> store.list(series(kind, year), after, limit + 1));
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), Integer.toString(found.get(limit - 1).n()))
                : new Page<>(found, null);
    }

    /** A book (本册) as people see it; numbers are whole texts such as 云市监当罚〔2026〕7号. */
    public record Book(String kind, int year, String first, String last, Holder holder, @Nullable String next, int used, int count) {
        public record Holder(String id, String name) {}
    }

    /** The books of the caller's agency that are not returned, newest first: of these holders, or of all where none is named. */
    public List<Book> books(List<Long> holders) {
        Caller me = Caller.current();
        List<NumberStore.Book> found = transactions.read(() -> store.books(me.agency().region(), me.agency().id(), holders, MOST_BOOKS));
        Map<String, String> names = people.names(found.stream().map(b -> Long.toString(b.holder())).toList());
        return found.stream().map(b -> {
            String head = head(b.kind());
            String holder = Long.toString(b.holder());
            return new Book(b.kind(), b.year(), Numbering.text(head, b.year(), b.first()), Numbering.text(head, b.year(), b.last()),
                    new Book.Holder(holder, names.getOrDefault(holder, "")),
                    b.next() == null ? null : Numbering.text(head, b.year(), b.next()), b.used(), b.last() - b.first() + 1);
        }).toList();
    }

    /** Hands a book of numbers out to an officer of the agency: first and last number. */
    public Map<String, Object> handOut(String kind, int year, int count, long holder) {
        Caller me = Caller.current();
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> officer = facts.at(today, me.agency().id(), Long.toString(holder), List.of(), Map.of()).actor();
        if (!Boolean.TRUE.equals(officer.get("officer")) || !Long.toString(me.agency().id()).equals(officer.get("agency"))) {
            throw Refused.invalid("/holder", "领用人应为本机关执法人员");
        }
        Series series = series(kind, year);
        int first = transactions.write(() -> store.handOut(series, count, holder, me.id()));
        String head = head(kind);
        return Map.of("first", Numbering.text(head, year, first), "last", Numbering.text(head, year, first + count - 1),
                "count", count);
    }

    public void discard(String kind, int year, int n, String reason) {
        long by = Caller.current().id();
        String text = Numbering.text(head(kind), year, n);
        if (!transactions.write(() -> store.discard(series(kind, year), n, text, reason, by))) {
            throw Refused.invalid("/n", "没有发出过这个编号，或者已经作废");
        }
    }

    private String head(String kind) {
        return facts.at(LocalDate.now(clock), Caller.current().agency().id(), "", List.of(), Map.of())
                .agency().get("shortName") + kind;
    }

    private static Series series(String kind, int year) {
        Caller me = Caller.current();
        return new Series(me.agency().region(), me.agency().id(), kind, year);
    }
}
