package org.mingfa.core.discretion.sheet;

import java.util.List;
import org.mingfa.core.discretion.Unreadable;

/** Reads published tables. */
public final class Sheets {

    /**
     * What the spreadsheet does not say of itself.
     *
     * @param prefix of the codes of its tables
     * @param level province, city, county, national; empty: not said
     * @param region division code's beginning; may be empty
     */
    public record Origin(String prefix, String level, String region) {}

    private Sheets() {}

    /** @throws Unreadable where the header is of no layout known here */
    public static Imported read(List<String> header, List<SheetRow> rows, Origin origin) {
        Layout layout = Layout.of(header);
        var sheet = new Sheet(origin);
        Ids ids = new Ids();
        RowReader reader = layout == Layout.FACTORS ? new FactorRows(sheet) : new GradeRows(sheet, layout);
        for (SheetRow row : rows) {
            try {
                if (!row.whole()) {
                    throw new Unreadable("格数与表头不同（常是文字里的逗号没有加引号），请对照原件改正");
                }
                ids.see(row);
                reader.read(row);
            } catch (Unreadable e) {
                sheet.report(row, String.valueOf(e.getMessage()));
            }
        }
        reader.finish();
        return new Imported(layout.title(), rows.size(), sheet.reported(), sheet.tables());
    }
}
