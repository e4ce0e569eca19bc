package org.mingfa.server.catalogue.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingfa.core.procedure.ListColumn;
import org.mingfa.core.procedure.ListKind;
import org.mingfa.server.access.Caller;
import org.mingfa.server.catalogue.list.ListVersion.What;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.stereotype.Component;

/**
 * Rows of a draft from Excel or CSV, and out again. Which header brings which column, the kind says by its aliases, or the
 * person by hand; what does not fit is told by row and column and nothing is taken over, half or guessed.
 */
@Component
public class ListImport {

    /** A header of the file and the column that it brings; null: none, its cells are left out. */
    public record Mapped(String header, @Nullable String column) {}

    /**
     * What an import reads.
     *
     * @param mapping every header of the file, in order
     * @param missing titles of required columns that no header brings
     * @param imported rows taken over; 0 for a dry run and where there is any fault
     */
    public record Report(
            int rows, int read, int refused, List<Faults.Fault> faults, long allFaults, int imported, List<Mapped> mapping, List<String> missing) {}

    private final ListLife life;
    private final ListRows rows;
    private final Kinds kinds;

    ListImport(ListLife life, ListRows rows, Kinds kinds) {
        this.life = life;
        this.rows = rows;
        this.kinds = kinds;
    }

    /**
     * Reads a file into a draft.
     *
     * @param by header to the name of a column, "" for none; headers that are not in it go by their title or alias; null: all do
     * @param replaces whether the rows that are there are taken out first; otherwise a row of the same key is overwritten
     */
    public Report take(long list, int number, @Nullable Long seq, String file, Sheet sheet, @Nullable Map<String, String> by, boolean replaces, boolean dryRun) {
        ListLife.Turn t = life.turn(list, number);
        Faults faults = new Faults();
        Map<Integer, ListColumn> places = places(t.kind(), sheet.header(), by);
        List<ListRow> read = read(t.kind(), sheet, places, faults);
        boolean takes = !dryRun && !faults.any() && !read.isEmpty();
        if (takes) {
            life.rows(list, number, seq, What.IMPORTED, file + "：" + read.size() + " 行" + (replaces ? "，替换全部" : ""), now -> {
                if (replaces) {
                    rows.clear(now.version().id());
                }
                int last = rows.last(now.version().id());
                rows.putAll(now.version().id(), read.stream().map(r -> new ListRow(r.key(), last + r.ordinal(), r.cells())).toList(), Caller.current().id());
            });
        }
        Faults.Report told = faults.report(sheet.rows().size());
        List<Mapped> mapping = new ArrayList<>();
        for (int i = 0; i < sheet.header().size(); i++) {
            mapping.add(new Mapped(sheet.header().get(i), places.containsKey(i) ? places.get(i).name() : null));
        }
        List<String> missing = t.kind().columns().stream().filter(c -> c.required() && !places.containsValue(c)).map(ListColumn::title).toList();
        return new Report(told.rows(), told.read(), told.refused(), told.faults(), told.allFaults(), takes ? read.size() : 0, mapping, missing);
    }

    /** Which column each header brings: as the person says, else its title, else the first alias that is there. */
    private static Map<Integer, ListColumn> places(ListKind kind, List<String> header, @Nullable Map<String, String> by) {
        Map<Integer, ListColumn> out = new LinkedHashMap<>();
        Map<String, String> said = by == null ? Map.of() : by;
        for (int i = 0; i < header.size(); i++) {
            String name = said.get(header.get(i));
            if (name != null && !name.isEmpty()) {
                ListColumn c = kind.column(name);
                if (c == null || out.containsValue(c)) {
                    throw Refused.invalid("/mapping/" + header.get(i), c == null ? "没有这一栏：" + name : "两列都对应到「" + c.title() + "」");
                }
                out.put(i, c);
            }
        }
        for (ListColumn c : kind.columns()) {
            if (!out.containsValue(c)) {
                Stream.concat(Stream.of(c.title()), c.aliases().stream())
                        .flatMap(word -> Stream.iterate(0, i -> i < header.size(), i -> i + 1)
                                .filter(i -> !out.containsKey(i) && !said.containsKey(header.get(i)) && bare(header.get(i)).equals(word)))
                        .findFirst().ifPresent(i -> out.put(i, c));
            }
        }
        return out;
    }

    private static String bare(String header) {
        return header.replaceFirst("[*＊]$", "").strip();
    }

    private static List<ListRow> read(ListKind kind, Sheet sheet, Map<Integer, ListColumn> places, Faults faults) {
        Map<String, Integer> seen = new HashMap<>();
        List<ListRow> out = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            Map<String, String> given = new LinkedHashMap<>();
            places.forEach((i, c) -> given.put(c.name(), row.cells().get(i)));
            Map<String, String> cells = Kinds.cells(kind, given);
            kind.columns().forEach(c -> {
                String why = c.fault(cells.getOrDefault(c.name(), ""));
                if (why != null) {
                    faults.add(row.number(), c.title(), given.getOrDefault(c.name(), ""), why,
                            places.containsValue(c) ? c.note() : "文件没有这一列；请补上，或者指明由哪一列对应");
                }
            });
            String key = Kinds.key(kind, cells);
            Integer before = seen.putIfAbsent(key, row.number());
            if (before != null) {
                faults.add(row.number(), kind.keys().getFirst().title(), key, "与第 " + before + " 行相同", "同一清单中不得重复");
            }
            out.add(new ListRow(key, out.size() + 1, cells));
        }
        return out;
    }

    public void template(String kind, OutputStream out) throws IOException {
        ListKind k = kinds.of(kind);
        SheetOut.template(new Columns(k.columns().stream().map(ListImport::column).toList()), k.title(), out);
    }

    private static Column column(ListColumn c) {
        String note = c.note() + switch (c.type()) {
            case CHOICES -> (c.note().isEmpty() ? "" : "；") + "可选几个，用分号隔开：" + String.join("、", c.choices());
            default -> "";
        };
        Column column = switch (c.type()) {
            case DATE -> Column.date(c.title(), note, c.example());
            case YESNO -> Column.yesNo(c.title(), note, c.example());
            case INTEGER, MONEY -> Column.integer(c.title(), note, c.example());
            case CHOICE -> Column.choice(c.title(), c.choices(), note, c.example());
            default -> Column.text(c.title(), c.max(), note, c.example());
        };
        return c.required() ? column : column.optional();
    }

    public void export(long list, int number, OutputStream out) throws IOException {
        ListLife.Turn t = life.turn(list, number);
        List<ListColumn> columns = t.kind().columns();
        SheetOut.xlsx(t.kind().title(), columns.stream().map(ListColumn::title).toList(),
                rows.stream(t.version().id()).map(r -> columns.stream().map(c -> r.cells().getOrDefault(c.name(), "")).toList()), out);
    }
}
