package org.mingfa.server.catalogue;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.mingfa.server.catalogue.Piece.Kind;

/**
 * What two texts of an article have in common and where they differ, by characters (by sentences beyond
 * {@value #LONG} characters). A word or two left standing between two changes belongs to the change: it reads better.
 */
final class Differences {

    private static final int LONG = 3_000;
    private static final int ISLAND = 2;
    /** Below this share in common the two are shown one after the other. */
    private static final double ALIKE = 0.3;

    private Differences() {}

    static List<Piece> between(String former, String present) {
        List<Piece> pieces = joined(raw(former, present));
        int same = pieces.stream().filter(p -> p.kind() == Kind.SAME).mapToInt(p -> p.text().length()).sum();
        if (same < ALIKE * Math.max(former.length(), present.length())) {
            return List.of(new Piece(Kind.DELETED, former), new Piece(Kind.INSERTED, present));
        }
        return pieces;
    }

    private static List<Piece> raw(String former, String present) {
        boolean sentences = Math.max(former.length(), present.length()) > LONG;
        List<String> a = tokens(former, sentences);
        List<String> b = tokens(present, sentences);
        List<Piece> out = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> d : DiffUtils.diff(a, b, new MyersDiffWithLinearSpace<String>(), null).getDeltas()) {
            add(out, Kind.SAME, a.subList(at, d.getSource().getPosition()));
            add(out, Kind.DELETED, d.getSource().getLines());
            add(out, Kind.INSERTED, d.getTarget().getLines());
            at = d.getSource().getPosition() + d.getSource().size();
        }
        add(out, Kind.SAME, a.subList(at, a.size()));
        return out;
    }

    private static List<String> tokens(String text, boolean sentences) {
        return sentences ? List.of(text.split("(?<=[。；\n])")) : text.codePoints().mapToObj(Character::toString).toList();
    }

    private static void add(List<Piece> to, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            to.add(new Piece(kind, String.join("", tokens)));
        }
    }

    /** Islands sunk, and each change as one deletion before one insertion. */
    private static List<Piece> joined(List<Piece> raw) {
        List<Piece> out = new ArrayList<>();
        StringBuilder deleted = new StringBuilder();
        StringBuilder inserted = new StringBuilder();
        for (int i = 0; i < raw.size(); i++) {
            Piece p = raw.get(i);
            boolean island = p.kind() == Kind.SAME && p.text().length() <= ISLAND && i > 0 && i + 1 < raw.size();
            if (p.kind() != Kind.INSERTED && (island || p.kind() == Kind.DELETED)) {
                deleted.append(p.text());
            }
            if (island || p.kind() == Kind.INSERTED) {
                inserted.append(p.text());
            }
            if (p.kind() == Kind.SAME && !island) {
                flush(out, deleted, inserted);
                out.add(p);
            }
        }
        flush(out, deleted, inserted);
        return out;
    }

    private static void flush(List<Piece> out, StringBuilder deleted, StringBuilder inserted) {
        if (!deleted.isEmpty()) {
            out.add(new Piece(Kind.DELETED, deleted.toString()));
        }
        if (!inserted.isEmpty()) {
            out.add(new Piece(Kind.INSERTED, inserted.toString()));
        }
        deleted.setLength(0);
        inserted.setLength(0);
    }
}
