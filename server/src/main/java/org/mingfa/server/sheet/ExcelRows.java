package org.mingfa.server.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook (.xlsx). */
final class ExcelRows {

    /** Date formats that Excel numbers itself (ECMA-376 part 1, 18.8.30), and the Chinese ones. */
    private static final Pattern DATE_IDS = Pattern.compile("1[4-7]|22|2[7-9]|3[01]|36|5[0-8]");
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)^(?=.*[yd年日]).*$");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private ExcelRows() {}

    static Sheet read(Path file) throws IOException {
        WorkbookCheck.check(file);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            List<String> header = List.of();
            List<Sheet.Row> rows = new ArrayList<>();
            for (Iterator<Row> each = stream.iterator(); each.hasNext();) {
                Row row = each.next();
                SheetFile.rows(row.getRowNum());
                if (row.getRowNum() == 1) {
                    header = SheetFile.header(cells(row));
                } else {
                    rows.add(new Sheet.Row(row.getRowNum(), cells(row)));
                }
            }
            return SheetFile.of(header, rows);
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw WorkbookCheck.broken();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            cells.add(cell == null ? "" : SheetFile.cell(text(cell, row.getRowNum(), i), row.getRowNum(), i));
        }
        return cells;
    }

    private static String text(Cell cell, int row, int column) {
        CellType type = cell.getType();
        return switch (type) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean() ? "是" : "否";
            case NUMBER -> number(cell);
            case ERROR -> throw new SheetRefused("这一格是错误值（" + cell.getRawValue() + "）", SheetFile.column(column) + row, "请改为文字或数字");
            case FORMULA -> resultOnly(cell, row, column);
        };
    }

    /** Some programs write a plain text as the result of a formula that is not there. */
    private static String resultOnly(Cell cell, int row, int column) {
        if (cell.getFormula() != null && !cell.getFormula().isBlank()) {
            throw WorkbookCheck.formula(SheetFile.column(column) + row);
        }
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static String number(Cell cell) {
        if (date(cell)) {
            LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
        }
        return cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean date(Cell cell) {
        String id = String.valueOf(cell.getDataFormatId());
        String format = cell.getDataFormatString();
        return DATE_IDS.matcher(id).matches() || format != null && DATE_FORMAT.matcher(QUOTED.matcher(format).replaceAll("")).matches();
    }
}
