package org.mingfa.server.catalogue.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;

/** What differs between two versions of a list, by the key of a row, in the order of the rows. */
public record ListDifferences(int added, int removed, int changed, int same, List<Row> rows) {

    /** @param what added, removed or changed */
    public record Row(String key, String what, List<Cell> cells) {}

    /** A column whose text differs; {@code was} is null in an added row, {@code is} in a removed one. */
    public record Cell(String column, String title, @Nullable String was, @Nullable String is) {}

    static ListDifferences between(ListKind kind, List<ListRow> was, List<ListRow> is) {
        Map<String, ListRow> old = new LinkedHashMap<>();
        was.forEach(r -> old.put(r.key(), r));
        List<Row> rows = new ArrayList<>();
        int[] n = new int[4];
        for (ListRow r : is) {
            ListRow before = old.remove(r.key());
            if (before == null) {
                n[0]++;
                rows.add(new Row(r.key(), "added", cells(kind, null, r.cells())));
            } else if (before.cells().equals(r.cells())) {
                n[3]++;
            } else {
                n[2]++;
                rows.add(new Row(r.key(), "changed", cells(kind, before.cells(), r.cells())));
            }
        }
        old.values().forEach(r -> {
            n[1]++;
            rows.add(new Row(r.key(), "removed", cells(kind, r.cells(), null)));
        });
        return new ListDifferences(n[0], n[1], n[2], n[3], rows);
    }

    private static List<Cell> cells(ListKind kind, @Nullable Map<String, String> was, @Nullable Map<String, String> is) {
        List<Cell> out = new ArrayList<>();
        for (ListColumn c : kind.columns()) {
            String a = was == null ? null : was.getOrDefault(c.name(), "");
            String b = is == null ? null : is.getOrDefault(c.name(), "");
            if (a == null ? !"".equals(b) : b == null ? !a.isEmpty() : !a.equals(b)) {
                out.add(new Cell(c.name(), c.title(), a, b));
            }
        }
        return out;
    }
}
