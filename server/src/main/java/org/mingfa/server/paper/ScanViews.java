package org.mingfa.server.paper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.paper.ScanView.DocumentView;
import org.mingfa.server.paper.ScanView.PageView;
import org.mingfa.server.paper.ScanView.PieceView;
import org.mingfa.server.paper.store.ScanStore;
import org.mingfa.server.record.CaseKey;
import org.springframework.stereotype.Component;

/** Makes a scan fit to be shown: its pages, and the documents they fall into. */
@Component
class ScanViews {

    private final ScanStore store;
    private final Transactions transactions;

    ScanViews(ScanStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    ScanView of(ScanStore.Scan scan) {
        return transactions.read(() -> {
            List<ScanPage> pages = store.pages(scan.regionId(), scan.id());
            List<Pieces.Piece> pieces = Pieces.of(pages);
            Set<ScanPage.Named> named = pieces.stream().map(Pieces.Piece::of).collect(Collectors.toCollection(LinkedHashSet::new));
            Map<ScanPage.Named, ScanStore.Document> known = store.documents(named).stream()
                    .collect(Collectors.toMap(d -> new ScanPage.Named(d.of(), d.id()), Function.identity()));
            return new ScanView(Long.toString(scan.id()), scan.name(), scan.file(), scan.caseId() == null ? null : new CaseKey(scan.regionId(), scan.caseId()).toString(),
                    pages.stream().anyMatch(ScanPage::left), scan.uploadedAt().toInstant(), scan.byName(), pages.stream().map(PageView::of).toList(),
                    pieces.stream().filter(p -> known.containsKey(p.of())).map(p -> piece(p, known.get(p.of()))).toList());
        });
    }

    private static PieceView piece(Pieces.Piece p, ScanStore.Document document) {
        String words = p.boundSeq() != null || p.found() == Found.FOLLOWS ? "" : p.found().words();
        return new PieceView(p.pages().stream().map(ScanPage::page).toList(), DocumentView.of(document), words, p.missing(), p.boundSeq());
    }
}
