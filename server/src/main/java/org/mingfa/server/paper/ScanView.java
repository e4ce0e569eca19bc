package org.mingfa.server.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.paper.store.ScanStore;
import org.mingfa.server.paper.store.ScanStore.Scan;

/**
 * A scan as a person sees it.
 *
 * @param file id of the file as the scanner made it
 * @param caseId the case on whose tab it was uploaded
 */
public record ScanView(String id, String name, String file, @Nullable String caseId, boolean open, Instant uploadedAt, String by, List<PageView> pages, List<PieceView> pieces) {

    /** @param left pages neither bound nor set aside */
    public record Row(String id, String name, int pages, int left, Instant uploadedAt, String by) {

        static Row of(Scan s) {
            return new Row(Long.toString(s.id()), s.name(), s.pages(), s.left(), s.uploadedAt().toInstant(), s.byName());
        }
    }

    /**
     * A page.
     *
     * @param found {@link Found#code}
     * @param words what is to be said of it; "" for nothing
     * @param docPage as its QR code says
     * @param assignable whether a person may say which document it belongs to
     */
    public record PageView(int page, String found, String words, @Nullable Integer docPage, @Nullable Integer docPages, boolean assignable, @Nullable Long boundSeq, @Nullable String aside) {

        static PageView of(ScanPage p) {
            return new PageView(p.page(), p.found().code(), p.found().words(), p.docPage(), p.docPages(), p.found().assignable(), p.boundSeq(), p.aside());
        }
    }

    /** An issued document with its case; {@code copySeq}: the entry of the signed copy that there is already. */
    public record DocumentView(String caseId, @Nullable String caseNumber, String party, String id, String title, String number, long seq, @Nullable Long copySeq) {

        static DocumentView of(ScanStore.Document d) {
            return new DocumentView(d.of().toString(), d.caseNumber(), d.party(), Long.toString(d.id()), d.title(), d.number(), d.seq(), d.copySeq());
        }
    }

    /**
     * Pages of one document.
     *
     * @param words what is to be said of it; "" for nothing
     * @param missing pages of the document that are not among these
     */
    public record PieceView(List<Integer> pages, DocumentView document, String words, List<Integer> missing, @Nullable Long boundSeq) {}
}
