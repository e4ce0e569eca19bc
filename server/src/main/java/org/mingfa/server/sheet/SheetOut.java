package org.mingfa.server.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes workbooks row by row: memory does not grow with their length. Every cell is text, so that a value which begins
 * with {@code = + - @} stays what it is and long numbers keep their digits.
 */
public final class SheetOut {

    private static final int FLUSH = 1_000;
    private static final int MOST_ROWS_WITH_CHOICES = 20_000;

    private SheetOut() {}

    /** A table to fill in: the columns (required ones marked *), one example on a sheet of its own with what belongs where. */
    public static void template(Columns columns, String sheetName, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Mingfa", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName);
            List<Column> all = columns.all();
            for (int i = 0; i < all.size(); i++) {
                Column column = all.get(i);
                sheet.value(0, i, column.title() + (column.required() ? "*" : ""));
                sheet.style(0, i).bold().fillColor("E3EDF9").set();
                sheet.width(i, Math.max(12, column.title().length() * 2.4));
                sheet.range(1, i, MOST_ROWS_WITH_CHOICES, i).style().format("@").set();
            }
            sheet.freezePane(0, 1);
            notes(book.newWorksheet("填写说明"), all);
        }
    }

    private static void notes(Worksheet sheet, List<Column> columns) {
        row(sheet, 0, List.of("列", "必填", "填写什么", "可选的值", "例"));
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            row(sheet, i + 1, List.of(c.title(), c.required() ? "是" : "否", c.note(), String.join("、", c.choices()), c.example()));
        }
        sheet.width(0, 18);
        sheet.width(2, 60);
        sheet.width(3, 40);
        sheet.width(4, 30);
    }

    public static void xlsx(String sheetName, List<String> header, Stream<List<String>> rows, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Mingfa", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName);
            row(sheet, 0, header);
            sheet.range(0, 0, 0, header.size() - 1).style().bold().fillColor("E3EDF9").set();
            sheet.freezePane(0, 1);
            int n = 1;
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); n++) {
                row(sheet, n, each.next());
                if (n % FLUSH == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int n, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(n, i, cells.get(i));
        }
    }
}
