package org.mingfa.server.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How the pages of a scan fall into documents: pages of one document that follow each other, until its pages begin anew. */
final class Pieces {

    /** Pages of one document; {@code boundSeq} null: not bound yet. */
    record Piece(ScanPage.Named of, List<ScanPage> pages, @Nullable Long boundSeq) {

        /** The document's pages that are not among these; none where no page has a mark. */
        List<Integer> missing() {
            int all = pages.stream().map(ScanPage::docPages).filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElse(0);
            return IntStream.rangeClosed(1, all).boxed().filter(n -> pages.stream().noneMatch(p -> n.equals(p.docPage()))).toList();
        }

        Found found() {
            return pages.getFirst().found();
        }
    }

    private Pieces() {}

    static List<Piece> of(List<ScanPage> pages) {
        var pieces = new ArrayList<Piece>();
        int last = -1;
        for (ScanPage page : pages) {
            ScanPage.Named of = page.boundSeq() != null ? page.bound() : page.left() && page.found().named() ? page.of() : null;
            if (of == null) {
                continue;
            }
            Piece open = pieces.isEmpty() || last != page.page() - 1 ? null : pieces.getLast();
            if (open != null && open.of().equals(of) && Objects.equals(open.boundSeq(), page.boundSeq()) && (page.boundSeq() != null || goesOn(open, page))) {
                open.pages().add(page);
            } else {
                pieces.add(new Piece(of, new ArrayList<>(List.of(page)), page.boundSeq()));
            }
            last = page.page();
        }
        return pieces;
    }

    private static boolean goesOn(Piece piece, ScanPage page) {
        Integer number = page.docPage();
        return number == null || piece.pages().stream().map(ScanPage::docPage).filter(Objects::nonNull).allMatch(n -> n < number);
    }
}
