package org.mingfa.server.catalogue.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;

/**
 * What differs between two versions of a list, by the key of a row, in the order of the rows: how many in all, told with the first page,
 * and a page of them.
 */
public record ListDifferences(@Nullable Integer added, @Nullable Integer removed, @Nullable Integer changed, @Nullable Integer same, List<Row> rows, @Nullable String next) {

    /** @param what added, removed or changed */
    public record Row(String key, String what, List<Cell> cells) {}

    /** A column whose text differs; {@code was} is null in an added row, {@code is} in a removed one. */
    public record Cell(String column, String title, @Nullable String was, @Nullable String is) {}

    static ListDifferences of(ListKind kind, ListRows.@Nullable Counts n, List<ListRows.Different> page, boolean more) {
        ListRows.Different last = page.isEmpty() ? null : page.getLast();
        return new ListDifferences(n == null ? null : n.added(), n == null ? null : n.removed(), n == null ? null : n.changed(), n == null ? null : n.same(), page.stream()
                .map(d -> new Row(d.key(), d.was() == null ? "added" : d.is() == null ? "removed" : "changed", cells(kind, d.was(), d.is()))).toList(),
                more && last != null ? last.gone() + "|" + last.ordinal() + "|" + last.key() : null);
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
