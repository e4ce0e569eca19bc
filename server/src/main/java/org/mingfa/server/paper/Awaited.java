package org.mingfa.server.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Page;
import org.mingfa.server.document.Documents;
import org.mingfa.server.paper.store.ScanStore;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** What the agency has issued, is signed by hand, and of which no signed copy has come back (缺签字件). */
@Component
public class Awaited {

    private final Documents documents;
    private final ScanStore store;
    private final Transactions transactions;

    Awaited(Documents documents, ScanStore store, Transactions transactions) {
        this.documents = documents;
        this.store = store;
        this.transactions = transactions;
    }

    /** A document whose signed copy is awaited since it was issued; {@code signedBy} whom the law ({@code signedCite}) wants to sign. */
    public record Row(String caseId, @Nullable String caseNumber, String party, String id, String title, String number, long seq, String signedBy, String signedCite, Instant issuedAt) {}

    /** Of the caller's agency, the longest awaited first. */
    public Page<Row> page(@Nullable String cursor, int limit) {
        Caller me = Caller.current();
        int region = me.agency().region();
        long after = Scans.cursor(cursor, 0);
        return transactions.read(() -> {
            List<Documents.Awaited> found = documents.awaited(region, me.agency().id(), after, limit + 1);
            List<Documents.Awaited> page = found.size() > limit ? found.subList(0, limit) : found;
            Map<Long, ScanStore.Document> known = store.documents(page.stream().map(a -> new ScanPage.Named(new CaseKey(region, a.caseId()), a.id())).toList()).stream()
                    .collect(Collectors.toMap(ScanStore.Document::id, Function.identity()));
            return new Page<>(page.stream().filter(a -> known.containsKey(a.id())).map(a -> row(a, known.get(a.id()))).toList(),
                    found.size() > limit ? Long.toString(page.getLast().id()) : null);
        });
    }

    private Row row(Documents.Awaited a, ScanStore.Document d) {
        return new Row(d.of().toString(), d.caseNumber(), d.party(), Long.toString(a.id()), a.title(), a.number(), a.seq(), a.signedBy(), documents.signedCite(a.title()), a.createdAt());
    }
}
